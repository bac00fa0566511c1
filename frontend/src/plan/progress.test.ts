import { describe, expect, test } from 'vitest';
import type { Aspect, Bodies } from './aspects';
import { Mirror } from './mirror.svelte';
import { changes, item } from './sample';
import type { Item, Link } from './types';

function grown(...items: Item[]): Mirror {
  const mirror = new Mirror();
  mirror.replace(changes({ items }));
  return mirror;
}

function weighed(items: Item[], aspects: Aspect[] = [], links: Link[] = []): Mirror {
  const mirror = new Mirror();
  mirror.replace(changes({ items, aspects, links }));
  return mirror;
}

const headway = (itemId: string, body: Bodies['headway']): Aspect => ({
  id: `headway-${itemId}`,
  itemId,
  kind: 'headway',
  rank: itemId,
  body,
});

const serves = (fromId: string, toId: string, weight: number): Link => ({
  id: fromId + toId,
  fromId,
  toId,
  kind: 'serves',
  weight,
  lag: 0,
});

const goal = item('g', { kind: 'goal' });
const below = (id: string, over: Partial<Item> = {}) => item(id, { parentId: 'g', ...over });

describe('progress', () => {
  test('of a step is done or not', () => {
    expect(grown(item('s')).progress('s')).toBe(0);
    expect(grown(item('s', { state: 'done' })).progress('s')).toBe(1);
  });

  test('of a parent is the mean of its children, each weighing the same', () => {
    const mirror = grown(
      goal,
      below('a', { state: 'done' }),
      below('m', { kind: 'milestone' }),
      item('b', { parentId: 'm', state: 'done' }),
      item('c', { parentId: 'm' }),
    );
    expect(mirror.progress('g')).toBe(0.75);
  });

  test.each(['parked', 'letgo'] as const)('leaves what is %s out', (state) => {
    expect(grown(goal, below('a', { state: 'done' }), below('b', { state })).progress('g')).toBe(1);
  });

  test('leaves ideas out', () => {
    const mirror = grown(goal, below('a', { state: 'done' }), below('b', { kind: 'idea' }));
    expect(mirror.progress('g')).toBe(1);
    expect(mirror.progress('b')).toBeNull();
  });

  test('of a done parent is whole, whatever is open below', () => {
    expect(grown({ ...goal, state: 'done' }, below('a')).progress('g')).toBe(1);
  });

  test('of a goal with nothing to count is unknown, but it holds its vision back', () => {
    const mirror = grown(
      item('v', { kind: 'vision' }),
      item('g', { kind: 'goal', parentId: 'v' }),
      item('h', { kind: 'goal', parentId: 'v', state: 'done' }),
    );
    expect(mirror.progress('g')).toBeNull();
    expect(mirror.progress('v')).toBe(0.5);
  });

  test('of a goal with a measure is how far that has come, whatever its steps say', () => {
    const mirror = new Mirror();
    const measure = { id: 'm', itemId: 'g', kind: 'measure', rank: 'a' } as const;
    const entry = { id: 'e', itemId: 'g', kind: 'entry', rank: 'a' } as const;
    const aspects = [
      { ...measure, body: { baseline: 0, target: 4 } },
      { ...entry, body: { measureId: 'm', on: '2026-03-01', value: 1 } },
    ];
    mirror.replace(changes({ items: [goal, below('a', { state: 'done' })], aspects }));
    expect(mirror.progress('g')).toBe(0.25);
    mirror.replace(changes({ items: [goal], aspects }));
    expect(mirror.progress('g')).toBe(0.25);
    mirror.replace(changes({ items: [{ ...goal, state: 'done' }], aspects }));
    expect(mirror.progress('g')).toBe(1);
  });

  test('of a parent follows the weights of its children, and one without weight is left out', () => {
    const mirror = weighed([
      goal,
      below('a', { state: 'done' }),
      below('b'),
      below('c', { state: 'done' }),
    ]);
    mirror.apply(changes({ aspects: [headway('a', { weight: 3 }), headway('c', { weight: 0 })] }));
    expect(mirror.progress('g')).toBe(0.75);
    mirror.apply(changes({ gone: ['headway-a'] }));
    expect(mirror.progress('g')).toBe(0.5);
  });

  test('is what the person says, until it is done; and it is told where it comes from', () => {
    const mirror = weighed([goal, below('a', { state: 'done' })], [headway('g', { own: 30 })]);
    expect([mirror.progress('g'), mirror.source('g')]).toEqual([0.3, 'own']);
    mirror.apply(changes({ gone: ['headway-g'] }));
    expect([mirror.progress('g'), mirror.source('g')]).toEqual([1, 'parts']);
    mirror.apply(changes({ items: [{ ...goal, state: 'done' }] }));
    expect(mirror.source('g')).toBe('state');
    const body = { baseline: 90, target: 80, direction: 'down' as const };
    const measure = { id: 'm', itemId: 'g', kind: 'measure' as const, rank: 'a', body };
    mirror.apply(changes({ items: [goal], aspects: [measure] }));
    expect([mirror.progress('g'), mirror.source('g')]).toEqual([0, 'measures']);
  });

  test('counts a step that serves a second goal in each, by the weight of the link, and once above', () => {
    const links = [serves('a', 'h', 3), serves('a', 'g', 1)];
    const mirror = weighed(
      [
        item('v', { kind: 'vision' }),
        item('g', { kind: 'goal', parentId: 'v' }),
        item('h', { kind: 'goal', parentId: 'v' }),
        below('a', { state: 'done' }),
        item('b', { parentId: 'h' }),
      ],
      [],
      links,
    );
    expect(['g', 'h', 'v'].map((id) => mirror.progress(id))).toEqual([1, 0.75, 0.875]);
    mirror.apply(changes({ items: [below('a')] }));
    expect(['g', 'h', 'v'].map((id) => mirror.progress(id))).toEqual([0, 0, 0]);
  });

  test('does not go round in a circle', () => {
    const items = [goal, below('s'), item('h', { kind: 'goal', parentId: 's' })];
    const mirror = weighed(items, [], [serves('s', 'h', 1), serves('s', 'g', 1)]);
    expect(['g', 's', 'h'].map((id) => mirror.progress(id))).toEqual([0, 0, null]);
  });

  test('follows a change', () => {
    const mirror = grown(goal, below('a'));
    expect(mirror.progress('g')).toBe(0);
    mirror.apply(changes({ items: [below('a', { state: 'done' })] }));
    expect(mirror.progress('g')).toBe(1);
  });
});

describe('a goal without steps', () => {
  test('is told, also when only milestones and ideas stand below it', () => {
    const mirror = grown(goal, below('m', { kind: 'milestone' }), below('i', { kind: 'idea' }));
    expect(mirror.stepless('g')).toBe(true);
    expect(mirror.stepless('m')).toBe(true);
  });

  test.each(['step', 'decision'] as const)('has steps when a %s stands anywhere below', (kind) => {
    const mirror = grown(
      goal,
      below('m', { kind: 'milestone' }),
      item('s', { kind, parentId: 'm' }),
    );
    expect(mirror.stepless('g')).toBe(false);
  });

  test.each(['done', 'parked', 'letgo'] as const)('is left in peace when it is %s', (state) => {
    expect(grown({ ...goal, state }).stepless('g')).toBe(false);
  });

  test('is never a vision or a step', () => {
    expect(grown(item('v', { kind: 'vision' })).stepless('v')).toBe(false);
    expect(grown(item('s')).stepless('s')).toBe(false);
  });
});

describe('sums that are kept', () => {
  /** Numbers that look thrown and are the same each time. */
  function dice(seed: number): (sides: number) => number {
    let state = seed;
    return (sides) => {
      state = (state * 1103515245 + 12345) & 0x7fffffff;
      return (state >> 8) % sides;
    };
  }

  test.each([1, 2, 3])('tell after each of 200 edits what new ones tell (%d)', (seed) => {
    const roll = dice(seed);
    const kinds = ['goal', 'milestone', 'step', 'decision', 'idea'] as const;
    const states = ['todo', 'done', 'parked'] as const;
    const mirror = grown(goal);
    const all = () => [...mirror.items.values()];
    const said: Aspect[] = [];
    const links: Link[] = [];
    for (let i = 0; i < 200; i++) {
      const one = all()[roll(all().length)]!;
      const home = all()[roll(all().length)]!;
      const below = mirror.descendants(one.id);
      const kind = kinds[roll(kinds.length)]!;
      if (roll(3) === 0) mirror.apply(changes({ items: [{ ...one, state: states[roll(3)]! }] }));
      else if (roll(6) === 0 && one.id !== 'g') mirror.apply(changes({ gone: [one.id] }));
      else if (roll(3) === 0 && one !== home && one.id !== 'g' && !below.includes(home.id))
        mirror.apply(changes({ items: [{ ...one, parentId: home.id }] }));
      else if (roll(8) === 0) {
        said.push(headway(one.id, roll(2) === 0 ? { own: roll(101) } : { weight: roll(11) }));
        mirror.apply(changes({ aspects: said.slice(-1) }));
      } else if (roll(8) === 0 && one !== home) {
        links.push(serves(one.id, home.id, 1 + roll(3)));
        mirror.apply(changes({ links: links.slice(-1) }));
      } else mirror.apply(changes({ items: [item(`n${String(i)}`, { kind, parentId: home.id })] }));
      const anew = weighed(all(), [...mirror.said.all('headway')], [...mirror.links]);
      for (const { id } of all()) {
        expect(mirror.progress(id), id).toBe(anew.progress(id));
        expect(mirror.stepless(id), id).toBe(anew.stepless(id));
      }
    }
  });
});
