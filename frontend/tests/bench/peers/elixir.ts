import MindElixir, { type Node } from 'mind-elixir';
import 'mind-elixir/style.css';
import { childrenOf, type Grown } from '../trees';
import type { Mapper } from './maps';

/** mind-elixir, the mind map that most pages are made with. */
export default function elixir({ client }: Grown): Mapper {
  const below = childrenOf(client.items);
  const titles = new Map(client.items.map(({ id, title }) => [id, title]));
  const nodeOf = (id: string): Node => ({
    id,
    topic: titles.get(id) ?? '',
    children: (below.get(id) ?? []).map(nodeOf),
  });
  const nodeData = nodeOf(below.get('')?.[0] ?? '');
  let map: MindElixir | undefined;
  const element = (id: string) => document.querySelector(`me-tpc[data-nodeid="me${id}"]`);
  return {
    node: 'me-tpc',
    element: (id) => element(id) ?? undefined,
    show(id: string): void {
      const box = element(id)?.getBoundingClientRect();
      if (box) map?.move(innerWidth / 2 - box.left, innerHeight / 2 - box.top);
    },
    async add(id: string, parent: string): Promise<void> {
      await map?.addChild(map.findEle(parent), { id, topic: id });
      // It opens a field for its words, which closes when the hand goes elsewhere.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    },
    move: (dx, dy) => map?.move(dx, dy),
    zoom: (scale) => map?.scale(scale, { x: 632, y: 370 }),
    mount(target: HTMLElement): void {
      const options = { editable: true, contextMenu: false, toolBar: false, keypress: false };
      const range = { scaleMin: 0.01, scaleMax: 3, allowUndo: false };
      map = new MindElixir({ el: target, direction: MindElixir.RIGHT, ...options, ...range });
      target.style.height = '740px';
      map.init({ nodeData });
    },
  };
}
