import { describe, expect, it } from 'vitest';
import { columns, seeded } from '../plan/sample';
import type { Item } from '../plan/types';
import { Aspects, type Aspect } from '../plan/aspects';
import { GROUPINGS } from './groups';
import { Homes } from './homes';
import { lanesAfter } from './lanes';
import { lanes, layoutOf, read, sketch, type Seen } from './sketch';

const BOOK = `
A book !vision
  Call Per
  Manuscript !goal
    Draft !milestone
      Write
      Read
    Think
  Agent !goal
    Letter
Alone
`;

/** Ada and Per, who do some of it, and two life areas. */
const said = new Aspects(
  [
    { id: 'ada', itemId: '', kind: 'person', body: { name: 'Ada' } },
    { id: 'per', itemId: '', kind: 'person', body: { name: 'Per' } },
    { id: '1', itemId: 'Write', kind: 'part', body: { personId: 'per', part: 'does' } },
    { id: '2', itemId: 'Letter', kind: 'part', body: { personId: 'ada', part: 'does' } },
    { id: '3', itemId: 'Letter', kind: 'part', body: { personId: 'per', part: 'does' } },
    { id: '4', itemId: 'Read', kind: 'part', body: { personId: 'ada', part: 'helps' } },
    { id: '5', itemId: 'Think', kind: 'part', body: { personId: 'gone', part: 'does' } },
  ].map((one, i) => ({ ...one, rank: String(i) }) as Aspect),
);
const areas = ['growth', 'play'].map((id) => ({ id, name: id, hue: 'teal', rank: id }));

const seen = (items = sketch(BOOK), how = {}) =>
  Object.fromEntries(lanes(items, how).map((lane) => [lane.column.id, read(lane)]));

describe('on a board', () => {
  it('a card says what it stands below, and in a group not what heads that', () => {
    expect(seen()['todo']).toEqual([
      'Call Per (A book)',
      'Write (Draft)',
      'Read (Draft)',
      'Think (Manuscript)',
      'Letter (Agent)',
      'Alone',
    ]);
  });

  it('each card lies in the column of its state, in the order of the whole plan', () => {
    const items = sketch(BOOK, { Read: { state: 'doing' }, Letter: { state: 'doing' } });
    expect(seen(items)['doing']).toEqual(['Read (Draft)', 'Letter (Agent)']);
    expect(seen(items)['done']).toEqual([]);
  });

  it('cards whose state has no column are on none', () => {
    const items = sketch(BOOK, { Think: { state: 'parked' } });
    expect(Object.values(seen(items)).flat().join()).not.toContain('Think');
  });

  it('a further column holds what was put into it', () => {
    const today = { ...columns()[0]!, id: 'urgent', rank: '05' };
    const items = sketch(BOOK, { Write: { columnId: 'urgent' } });
    const { todo, urgent: put } = seen(items, { columns: [...columns(), today] });
    expect(put).toEqual(['Write (Draft)']);
    expect(todo).not.toContain('Write (Draft)');
  });

  it('a branch in focus shows what lies below it, and a step in focus itself', () => {
    expect(seen(sketch(BOOK), { branch: 'Manuscript' })['todo']).toEqual([
      'Write (Draft)',
      'Read (Draft)',
      'Think (Manuscript)',
    ]);
    expect(seen(sketch(BOOK), { branch: 'Letter' })['todo']).toEqual(['Letter (Agent)']);
  });

  it('groups stand in the order of the outline under the names of their goals', () => {
    const order = { Letter: { priority: '' } };
    expect(seen(sketch(BOOK, order), { by: 'goal' })['todo']).toEqual([
      'A book:',
      'Call Per',
      'Manuscript:',
      'Write (Draft)',
      'Read (Draft)',
      'Think',
      'Agent:',
      'Letter',
      ':',
      'Alone',
    ]);
  });

  it('groups by person stand in the order of the people, who is named first does it', () => {
    expect(seen(sketch(BOOK), { by: 'person', said })['todo']).toEqual([
      'ada:',
      'Letter (Agent)',
      'per:',
      'Write (Draft)',
      ':',
      'Call Per (A book)',
      'Read (Draft)',
      'Think (Manuscript)',
      'Alone',
    ]);
  });

  it('groups by life area take the nearest, and their cards show it no more', () => {
    const items = sketch(BOOK, { Manuscript: { areaId: 'growth' }, Think: { areaId: 'play' } });
    const how = { by: 'area' as const, areas };
    expect(seen(items, how)['todo']).toEqual([
      'growth:',
      'Write (Draft)',
      'Read (Draft)',
      'play:',
      'Think (Manuscript)',
      ':',
      'Call Per (A book)',
      'Letter (Agent)',
      'Alone',
    ]);
    const shown = (seenBy: Seen) => lanes(items, seenBy)[0]!.cards.map(({ areaId }) => areaId);
    expect(shown(how).some((id) => id !== '')).toBe(false);
    expect(shown({ by: 'person', said })).toContain('growth');
  });

  it('what was done earlier lies in a fold at the end of what is done, and below all else when that is open', () => {
    const state = 'done' as const;
    const items = sketch(BOOK, { Write: { state }, Think: { state }, Read: { state: 'doing' } });
    const earlier = ({ id }: Item) => id === 'Write' || id === 'Read';
    const done = (how: Seen) => lanes(items, { earlier, ...how }).at(-1)!;
    expect(read(done({}))).toEqual(['Think (Manuscript)']);
    expect(done({})).toMatchObject({ earlier: 1, found: 2, total: 2 });
    expect(read(done({ opened: true }))).toEqual([
      'Think (Manuscript)',
      'earlier:',
      'Write (Draft)',
    ]);
    expect(read(done({ opened: true, by: 'goal' }))).toEqual([
      'Manuscript:',
      'Think',
      'earlier:',
      'Write (Draft)',
    ]);
    expect(done({ shown: ({ id }) => id !== 'Write' })).toMatchObject({ earlier: 0, found: 1 });
    expect(seen(items, { earlier })['doing']).toEqual(['Read (Draft)']);
  });

  it('a filter hides cards and keeps the order of all', () => {
    const [todo] = lanes(sketch(BOOK), { shown: ({ id }) => id === 'Read' });
    expect(read(todo!)).toEqual(['Read (Draft)']);
    expect(todo!.all).toHaveLength(6);
  });
});

it('a life area comes from as near as it can', () => {
  const items = sketch(BOOK, { Manuscript: { areaId: 'growth' }, Read: { areaId: 'play' } });
  const [todo] = lanes(items);
  const areas = Object.fromEntries(todo!.cards.map(({ id, areaId }) => [id, areaId]));
  expect(areas).toMatchObject({ Write: 'growth', Read: 'play', Letter: '' });
});

it('something that stands below what is gone stands at the top', () => {
  expect(new Homes(new Map(), '').below('gone')).toEqual({
    at: '',
    goal: '',
    areaId: '',
    within: true,
  });
});

describe('what stays as it was', () => {
  const moved = (items: Item[], over: Record<string, Partial<Item>>) =>
    items.map((one) => (over[one.id] ? { ...one, ...over[one.id] } : one));

  const theirs = columns();

  it.each(GROUPINGS)('are columns that nothing happened in, grouped by: %s', (by) => {
    const how = { by, columns: theirs };
    const items = sketch(BOOK, { Read: { state: 'waiting' }, Think: { state: 'done' } });
    const before = lanes(items, how);
    const after = lanes(moved(items, { Letter: { state: 'doing' } }), how, before);
    const same = after.map((lane, i) => lane === before[i]);
    expect(after.map(({ column }) => column.id)).toEqual(['todo', 'doing', 'waiting', 'done']);
    expect(same).toEqual([false, false, true, true]);
    expect(after[0]?.cards[0]).toBe(before[0]?.cards[0]);
  });

  it('is not a column whose heading has another life area, or that is called otherwise', () => {
    const items = sketch(BOOK);
    const how = { by: 'goal' as const, columns: theirs };
    const before = lanes(items, how);
    const other = moved(items, { Agent: { areaId: 'play' } });
    const [todo] = lanes(other, how, before);
    expect(todo).not.toBe(before[0]);
    const after = lanes(items, { ...how, columns: columns() }, before);
    expect(after.some((lane, i) => lane === before[i])).toBe(false);
  });
});

describe('after cards have changed', () => {
  it.each<Seen>([
    {},
    { by: 'goal' },
    { by: 'person', said },
    { by: 'area', areas },
    { earlier: ({ doneAt }: Item) => doneAt !== '' },
    { earlier: ({ doneAt }: Item) => doneAt !== '', opened: true, by: 'goal' },
    { branch: 'Manuscript' },
    { shown: ({ title }: Item) => title < 'T' },
  ])('columns are as if all were laid out anew: %o', (how) => {
    const seen = { ...how, columns: columns() };
    const chance = seeded(11);
    const pick = (count: number) => Math.floor(chance() * count);
    let items = sketch(BOOK);
    let now = lanes(items, seen);
    for (let edit = 0; edit < 200; edit++) {
      const cards = items.filter(({ kind }) => kind === 'step');
      const changes = new Map<Item, Item>();
      for (let i = 0; i <= pick(2); i++) {
        const was = cards[pick(cards.length)]!;
        const over = [
          { state: (['todo', 'doing', 'done', 'parked'] as const)[pick(4)]! },
          { priority: String(pick(9)) },
          { title: pick(2) === 0 ? 'Ask' : 'Zoom' },
          { areaId: ['', 'growth', 'play'][pick(3)]! },
          { doneAt: ['', '2026-01-01T08:00:00Z'][pick(2)]! },
        ][pick(5)]!;
        changes.set(was, { ...was, ...over });
      }
      items = items.map((one) => changes.get(one) ?? one);
      now = lanesAfter(changes, layoutOf(items, seen), now);
      const anew = lanes(items, seen);
      expect(now.map(read)).toEqual(anew.map(read));
      const counted = now.map(({ total, found, earlier, all }) => [total, found, earlier, all]);
      expect(counted).toEqual(
        anew.map(({ total, found, earlier, all }) => [total, found, earlier, all]),
      );
    }
  });
});
