import Sortable from 'sortablejs';
import type { Changes } from '../../../src/plan/types';
import { board, cardElement, cardsOf, columnAt } from './card';
import type { Contestant } from './contestant';

/** SortableJS: every card is an element that the library moves itself. */
export default function sortable(client: Changes): Contestant {
  const columns = cardsOf(client);
  const elements = new Map<string, HTMLElement>();
  return {
    attribute: 'data-id',
    column: columnAt,
    move(id: string, column: number) {
      const card = elements.get(id);
      if (card) columnAt(column).insertBefore(card, columnAt(column).children[1] ?? null);
    },
    mount() {
      const target = board();
      target.classList.add('all');
      for (const cards of columns) {
        const column = document.createElement('div');
        column.className = 'column';
        for (const card of cards) elements.set(card.id, cardElement(card));
        column.append(...cards.map((card) => elements.get(card.id) ?? ''));
        target.append(column);
        Sortable.create(column, {
          group: 'board',
          animation: 0,
          forceFallback: true,
          fallbackOnBody: true,
        });
      }
    },
  };
}
