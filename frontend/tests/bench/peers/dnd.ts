import { flushSync, mount as draw } from 'svelte';
import type { Changes } from '../../../src/plan/types';
import { board, cardsOf, columnAt, moved, type Drawn } from './card';
import type { Contestant } from './contestant';
import Dnd from './Dnd.svelte';

/** svelte-dnd-action, the library that most boards in Svelte are made with. */
export default function dnd(client: Changes): Contestant {
  const columns = cardsOf(client);
  let drawn: Drawn | undefined;
  return {
    attribute: 'data-id',
    column: columnAt,
    move(id: string, column: number) {
      drawn?.set(moved(drawn.get(), id, column));
      flushSync();
    },
    mount() {
      const target = board();
      target.classList.add('all');
      drawn = draw(Dnd, { target, props: { columns } }) as unknown as Drawn;
      flushSync();
    },
  };
}
