import { flushSync, mount as draw } from 'svelte';
import type { Changes } from '../../../src/plan/types';
import { board, CARD_HEIGHT, cardsOf, columnAt, moved, type Drawn } from './card';
import type { Contestant } from './contestant';
import Prototype from './Prototype.svelte';

/** What the house measured itself against before it had a board: a window over each column, and pointer events. */
export default function prototype(client: Changes): Contestant {
  const columns = cardsOf(client);
  let drawn: Drawn | undefined;
  const put = (id: string, column: number) => {
    drawn?.set(moved(drawn.get(), id, column));
    flushSync();
  };
  return {
    attribute: 'data-id',
    column: columnAt,
    move: put,
    mount() {
      const target = board();
      target.classList.add('windowed');
      drawn = draw(Prototype, { target, props: { columns } }) as unknown as Drawn;
      flushSync();
      target.addEventListener('pointerdown', (event) => drag(event, put));
    },
  };
}

/** From the press on a card to its drop in another column. */
function drag(down: PointerEvent, put: (id: string, column: number) => void): void {
  const card = down.target instanceof Element && down.target.closest<HTMLElement>('.card');
  if (!card) return;
  const { left, top } = card.getBoundingClientRect();
  const ghost = card.cloneNode(true) as HTMLElement;
  const line = document.createElement('hr');
  const move = ({ clientX, clientY }: PointerEvent) => {
    if (Math.hypot(clientX - down.clientX, clientY - down.clientY) < 5) return;
    if (!ghost.isConnected) document.body.append(ghost);
    ghost.classList.add('ghost');
    ghost.style.transform = `translate(${String(left + clientX - down.clientX)}px, ${String(top + clientY - down.clientY)}px)`;
    const column = columnUnder(clientX, clientY);
    if (!column) return;
    if (line.parentElement !== column) column.append(line);
    const y = clientY - column.getBoundingClientRect().top + column.scrollTop;
    line.style.cssText = `position: absolute; inset: 0 4px auto; margin: 0; transform: translateY(${String(Math.floor(y / CARD_HEIGHT) * CARD_HEIGHT)}px)`;
  };
  const up = ({ clientX, clientY }: PointerEvent) => {
    removeEventListener('pointermove', move);
    ghost.remove();
    line.remove();
    const columns = [...document.querySelectorAll<HTMLElement>('.column')];
    const to = columns.findIndex((column) => column === columnUnder(clientX, clientY));
    if (to >= 0) put(card.dataset['id'] ?? '', to);
  };
  addEventListener('pointermove', move);
  addEventListener('pointerup', up, { once: true });
}

function columnUnder(x: number, y: number): HTMLElement | null {
  return document.elementFromPoint(x, y)?.closest<HTMLElement>('.column') ?? null;
}
