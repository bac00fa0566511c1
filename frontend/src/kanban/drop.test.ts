import { describe, expect, it } from 'vitest';
import { columnAt, gapBetween, groupAt, slotAt, strayed } from './drop';
import { goalOrder } from './groups';
import { lanes, sketch } from './sketch';

const items = sketch(`
Manuscript !goal
  Write
  Read
Agent !goal
  Letter
  Stamp
Press !goal
`);
const [todo] = lanes(items);
const all = new Map(items.map((one) => [one.id, one]));
const order = goalOrder(all, (id) =>
  items.filter((one) => one.parentId === id).map((one) => one.id),
);
const into = (group: string) => ({ by: 'goal' as const, group, order });

describe('what is dropped lies', () => {
  it('behind the card above the slot', () => {
    expect(slotAt(todo!, 2, null)).toEqual({ index: 2, afterId: 'Read' });
  });

  it('at the top of the column above its first card', () => {
    expect(slotAt(todo!, 0, null)).toEqual({ index: 0, afterId: '' });
  });

  it('behind what a filter hides above its first card, and at the end of a column that is all hidden', () => {
    const shown = { rows: todo!.rows.slice(2), all: todo!.all };
    expect(slotAt(shown, 0, null).afterId).toBe('Read');
    expect(slotAt({ rows: [], all: todo!.all }, 0, null).afterId).toBe('Stamp');
    expect(slotAt({ rows: [], all: [] }, 0, null).afterId).toBe('');
  });
});

describe('among groups it lies', () => {
  const [grouped] = lanes(items, { by: 'goal' });

  it('with the cards of its own goal, wherever the hand is', () => {
    expect(slotAt(grouped!, 6, into('Manuscript'))).toEqual({ index: 3, afterId: 'Read' });
    expect(slotAt(grouped!, 0, into('Agent'))).toEqual({ index: 4, afterId: 'Read' });
    expect(slotAt(grouped!, 5, into('Agent'))).toEqual({ index: 5, afterId: 'Letter' });
  });

  it('where its goal would stand in a column that has none of it yet, behind all cards', () => {
    expect(slotAt(grouped!, 0, into('Press'))).toEqual({ index: 6, afterId: 'Stamp' });
    const rest = { rows: grouped!.rows.slice(3), all: grouped!.all };
    expect(slotAt(rest, 3, into('Manuscript'))).toEqual({ index: 0, afterId: 'Stamp' });
  });
});

it('nothing is dropped among what was done earlier', () => {
  const done = items.map((one) => ({ ...one, state: 'done' as const }));
  const column = lanes(done, { earlier: ({ id }) => id === 'Write', opened: true }).at(-1)!;
  expect(slotAt(column, 5, null)).toEqual({ index: 3, afterId: 'Stamp' });
});

it('knows the group below the hand', () => {
  const [grouped] = lanes(items, { by: 'goal' });
  expect([0, 1, 3, 4, 6].map((index) => groupAt(grouped!.rows, index))).toEqual([
    undefined,
    'Manuscript',
    'Manuscript',
    'Agent',
    'Agent',
  ]);
});

describe('says where cards stay', () => {
  it('when the hand is over another goal, or over those without one', () => {
    expect(strayed('Agent', into('Manuscript'))).toBe('board.stays.goal');
    expect(strayed('', into('Manuscript'))).toBe('board.stays.goal');
    expect(strayed('Agent', into(''))).toBe('board.stays.goal.without');
  });

  it('and nothing over their own, above all of them, or without groups', () => {
    expect(strayed('Agent', into('Agent'))).toBeNull();
    expect(strayed(undefined, into('Agent'))).toBeNull();
    expect(strayed('Agent', null)).toBeNull();
  });
});

describe('across the board', () => {
  const ends = [
    { left: 0, right: 100 },
    { left: 110, right: 210 },
    { left: 220, right: 320 },
  ];

  it.each([
    [-50, 0],
    [50, 0],
    [106, 1],
    [215, 1],
    [900, 2],
  ])('at %i a hand is over column %i', (x, column) => {
    expect(columnAt(ends, x)).toBe(column);
  });

  it.each([
    [40, 0],
    [60, 1],
    [170, 2],
    [900, 3],
  ])('at %i a column would come into gap %i', (x, gap) => {
    expect(gapBetween(ends, x)).toBe(gap);
  });
});
