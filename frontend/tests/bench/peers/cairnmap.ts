import { mount as draw, tick } from 'svelte';
import MindMap from '../../../src/mindmap/MindMap.svelte';
import { writeMemory } from '../../../src/mindmap/memory';
import type { Grown } from '../trees';
import { deskOf } from './cairn';
import type { Mapper } from './maps';

/** Ctrl and so much of a wheel looks nearer by a factor of e; as in gesture/roam.ts. */
const WHEEL = 1 / 0.0022;

/** As it is left when all is unfolded and grows to one side. */
const KEPT = writeMemory({
  active: '',
  folded: [],
  sides: {},
  oneSided: true,
  colours: '',
  camera: { x: -600, y: 0, s: 1 },
});

/** Our own map, alone in the window, with a vault that answers at once. */
export default function cairn({ client }: Grown): Mapper {
  const desk = deskOf(client, [{ view: 'map', data: KEPT }]);
  let scale = 1;
  const surface = () => {
    const found = document.querySelector<HTMLElement>('.surface');
    if (!found) throw new Error('there is no surface');
    return found;
  };
  const turn = (how: WheelEventInit) => {
    const { left, top, width, height } = surface().getBoundingClientRect();
    const at = { clientX: left + width / 2, clientY: top + height / 2 };
    surface().dispatchEvent(new WheelEvent('wheel', { ...at, ...how }));
  };
  return {
    node: '[data-node]',
    element: (id) => document.querySelector(`[data-node="${id}"]`) ?? undefined,
    show(id: string): Promise<void> {
      desk.hand.find(id);
      return tick();
    },
    async add(title: string, parentId: string): Promise<void> {
      const place = { planId: 'p1', parentId, afterId: '' };
      const rest = { kind: 'step', edit: '', estimateMin: 0, columnId: '' } as const;
      await desk.edits.addItem({ place, title, ...rest });
    },
    move: (dx, dy) => turn({ deltaX: -dx, deltaY: -dy }),
    zoom(to: number): void {
      turn({ ctrlKey: true, deltaY: -Math.log(to / scale) * WHEEL });
      scale = to;
    },
    mount(target: HTMLElement): void {
      draw(MindMap, { target, props: { desk } });
    },
  };
}
