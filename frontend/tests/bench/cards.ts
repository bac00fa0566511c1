import type { Changes, Column, Item } from '../../src/plan/types';
import { changes, client, item, seeded } from '../../src/plan/sample';
import { titleOf } from './plan';

const COLUMNS = [
  { name: '', state: 'todo' },
  { name: 'This week', state: 'todo' },
  { name: '', state: 'doing' },
  { name: 'Read again', state: 'doing' },
  { name: '', state: 'waiting' },
  { name: '', state: 'done' },
] as const;

const GOALS = 40;

/** One plan with so many cards in six columns, always the same: a third has a date, a twentieth steps of its own. */
export function clientOf(count: number): Changes {
  const random = seeded(20260310);
  const columns: Column[] = COLUMNS.map((column, i) => ({
    ...column,
    id: `column-${String(i)}`,
    planId: 'p1',
    rank: key(i),
    limit: 0,
  }));
  const items: Item[] = [item('vision', { kind: 'vision', title: 'A book of mine', rank: key(0) })];
  for (let i = 0; i < GOALS; i++)
    items.push(
      item(`goal-${String(i)}`, {
        kind: 'goal',
        parentId: 'vision',
        title: `Goal ${titleOf(random)}`,
        rank: key(i),
        priority: key(items.length),
      }),
    );
  for (let i = 0; i < count; i++) items.push(...card(i, columns[i % columns.length], random));
  return changes({
    clients: [client('Me')],
    plans: [{ id: 'p1', name: 'Bench', subject: 'me', rank: 'a' }],
    columns,
    items,
    show: 'p1',
  });
}

/** A card, and the steps that it may have. */
function card(i: number, column: Column | undefined, random: () => number): Item[] {
  const id = `step-${String(i)}`;
  const state = column?.state ?? 'todo';
  const own = item(id, {
    parentId: `goal-${String(i % GOALS)}`,
    title: titleOf(random),
    rank: key(i),
    priority: key(GOALS + 3 * i),
    state,
    columnId: column?.id ?? '',
    due: random() < 0.33 ? `2026-0${String(1 + (i % 9))}-1${String(i % 10)}` : '',
  });
  const steps = ['a', 'b'].map((name, k) =>
    item(`${id}-${name}`, {
      parentId: id,
      title: titleOf(random),
      rank: name,
      priority: key(GOALS + 3 * i + k + 1),
      state: k === 0 ? 'done' : 'todo',
    }),
  );
  return i % 20 === 0 ? [own, ...steps] : [own];
}

/** A rank that sorts as its number does. */
function key(i: number): string {
  return `a${String(i).padStart(6, '0')}`;
}
