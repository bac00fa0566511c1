import type { Changes } from '../../../src/plan/types';

/** A card as the other boards show it: title, day, goal and one more word. */
export interface Card {
  readonly id: string;
  readonly title: string;
  readonly due: string;
  readonly chips: readonly string[];
}

/** A drawn board whose data its contestant changes. */
export interface Drawn {
  get(): readonly Card[][];
  set(columns: readonly Card[][]): void;
}

/** The room that a card takes in its column, in px. */
export const CARD_HEIGHT = 92;

/** The cards of a client, column by column. */
export function cardsOf({ columns, items }: Changes): Card[][] {
  const title = new Map(items.map((item) => [item.id, item.title]));
  const cards = new Map<string, Card[]>(columns.map((column) => [column.id, []]));
  for (const { id, title: own, due, columnId, parentId } of items)
    cards.get(columnId)?.push({ id, title: own, due, chips: [title.get(parentId) ?? '', 'step'] });
  return [...cards.values()];
}

/** The same columns with a card second in another one. */
export function moved(columns: readonly Card[][], id: string, to: number): Card[][] {
  const next = columns.map((cards) => [...cards]);
  for (const cards of next) {
    const at = cards.findIndex((card) => card.id === id);
    if (at >= 0) {
      next[to]?.splice(1, 0, ...cards.splice(at, 1));
      break;
    }
  }
  return next;
}

/** A card as an element. */
export function cardElement(card: Card): HTMLElement {
  const element = make('div', 'card');
  element.dataset['id'] = card.id;
  element.tabIndex = 0;
  const foot = make('div', 'm');
  foot.append(make('span', 'd', card.due), ...card.chips.map((chip) => make('span', 'chip', chip)));
  element.append(make('div', 't', card.title), foot);
  return element;
}

function make(tag: string, name: string, text = ''): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
}

/** The place for the columns, with the styles that all of them share. */
export function board(): HTMLElement {
  const style = document.createElement('style');
  style.textContent = STYLE;
  document.head.append(style);
  const element = make('div', 'board');
  document.body.replaceChildren(element);
  return element;
}

export function columnAt(index: number): HTMLElement {
  const column = document.querySelectorAll<HTMLElement>('.column')[index];
  if (!column) throw new Error(`there is no column ${String(index)}`);
  return column;
}

const STYLE = `
  * { box-sizing: border-box }
  body { margin: 0; font: 14px system-ui }
  .board { display: flex; gap: 8px; height: 760px; padding: 8px }
  .column { flex: 1; min-width: 0; height: 744px; overflow-y: auto; background: #eee; position: relative; overflow-anchor: none }
  .card { height: 84px; margin: 4px; padding: 8px; background: #fff; border: 1px solid #ccc; border-radius: 6px; overflow: hidden; user-select: none }
  .all .card { content-visibility: auto; contain-intrinsic-size: 84px; contain: layout paint style }
  .windowed .card { position: absolute; inset: 0 0 auto }
  .t { height: 40px; overflow: hidden; font-weight: 600 }
  .m { display: flex; gap: 6px; font-size: 12px; white-space: nowrap }
  .chip { background: #def; border-radius: 8px; padding: 0 6px }
  .ghost { position: fixed; z-index: 9; pointer-events: none; opacity: .85 }
`;
