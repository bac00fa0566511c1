import { describe, expect, it } from 'vitest';
import { columns, seeded } from '../plan/sample';
import type { Item } from '../plan/types';
import { Homes } from './homes';
import { lanesAfter } from './lanes';
import { lanes, layoutOf, read, sketch } from './sketch';

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
    expect(seen(sketch(BOOK, order), { grouped: true })['todo']).toEqual([
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

  it.each([false, true])('are columns that nothing happened in, grouped: %s', (grouped) => {
    const how = { grouped, columns: theirs };
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
    const how = { grouped: true, columns: theirs };
    const before = lanes(items, how);
    const other = moved(items, { Agent: { areaId: 'play' } });
    const [todo] = lanes(other, how, before);
    expect(todo).not.toBe(before[0]);
    const after = lanes(items, { ...how, columns: columns() }, before);
    expect(after.some((lane, i) => lane === before[i])).toBe(false);
  });
});

describe('after cards have changed', () => {
  it.each([
    {},
    { grouped: true },
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
        ][pick(3)]!;
        changes.set(was, { ...was, ...over });
      }
      items = items.map((one) => changes.get(one) ?? one);
      now = lanesAfter(changes, layoutOf(items, seen), now);
      const anew = lanes(items, seen);
      expect(now.map(read)).toEqual(anew.map(read));
      expect(now.map(({ total, all }) => [total, all])).toEqual(
        anew.map(({ total, all }) => [total, all]),
      );
    }
  });
});
