import { mount as draw } from 'svelte';
import Vision from '../../../src/vision/Vision.svelte';
import { writeMemory } from '../../../src/vision/memory';
import type { Wall } from '../walls';
import { deskOf } from './cairn';
import { pictureOf } from './pictures';
import { fitOf, type Hanging } from './hanging';
import { frame } from './waiting';

/** Ctrl and so much of a wheel looks nearer by a factor of e; as in gesture/roam.ts. */
const WHEEL = 1 / 0.0022;

/** So many frames without a picture mean that all have come: ours come in while the board can be used. */
const STILL = 20;

/** Until no more pictures are drawn. */
async function allDrawn(): Promise<void> {
  const canvas = CanvasRenderingContext2D.prototype;
  const { drawImage } = canvas;
  let drawn = 0;
  canvas.drawImage = function (this: CanvasRenderingContext2D, ...how: unknown[]) {
    drawn++;
    return (drawImage as (...how: unknown[]) => void).apply(this, how);
  };
  for (let [still, before] = [0, 0]; still < STILL || drawn === 0; before = drawn) {
    await frame();
    still = drawn === before ? still + 1 : 0;
  }
  canvas.drawImage = drawImage;
}

/** Our own board, alone in the window, with a vault that answers at once. */
export default function cairn(wall: Wall): Hanging {
  // A hand that is only played has no pointer that could be held on to.
  Element.prototype.setPointerCapture = () => undefined;
  const s = fitOf(wall);
  const camera = { x: (-wall.width / 2) * s, y: (-wall.height / 2) * s, s };
  const desk = deskOf(wall.client, [
    { view: 'vision', data: writeMemory({ board: 'b1', active: '', camera }) },
  ]);
  let scale = s;
  let at = { x: 0, y: 0 };
  const surface = () => {
    const found = document.querySelector<HTMLElement>('.surface');
    if (!found) throw new Error('there is no surface');
    return found;
  };
  const turn = (how: WheelEventInit) => {
    const { left, top, width, height } = surface().getBoundingClientRect();
    const middle = { clientX: left + width / 2, clientY: top + height / 2 };
    surface().dispatchEvent(new WheelEvent('wheel', { ...middle, ...how }));
  };
  const point = (what: string, on: EventTarget) =>
    on.dispatchEvent(
      new PointerEvent(what, {
        bubbles: true,
        cancelable: true,
        isPrimary: true,
        pointerId: 7,
        pointerType: 'mouse',
        button: what === 'pointermove' ? -1 : 0,
        buttons: what === 'pointerup' ? 0 : 1,
        clientX: at.x,
        clientY: at.y,
      }),
    );
  return {
    async hang(target) {
      const drawn = allDrawn();
      draw(Vision, { target, props: { desk } });
      await Promise.all(wall.client.pieces.map(({ picture }) => pictureOf(picture)));
      await drawn;
    },
    take(id) {
      const box = document.querySelector(`[data-piece="${id}"]`)?.getBoundingClientRect();
      if (!box) throw new Error(`${id} is not in sight`);
      at = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      point('pointerdown', surface());
    },
    drag(dx, dy) {
      at = { x: at.x + dx, y: at.y + dy };
      point('pointermove', window);
    },
    // Nobody else shows handles while the board moves.
    drop() {
      point('pointerup', window);
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }),
      );
    },
    move: (dx, dy) => turn({ deltaX: -dx, deltaY: -dy }),
    zoom(to: number): void {
      turn({ ctrlKey: true, deltaY: -Math.log(to / scale) * WHEEL });
      scale = to;
    },
  };
}
