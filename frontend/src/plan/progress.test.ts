import { describe, expect, test } from 'vitest';
import { Mirror } from './mirror.svelte';
import { changes, item } from './sample';
import type { Item } from './types';

function grown(...items: Item[]): Mirror {
  const mirror = new Mirror();
  mirror.replace(changes({ items }));
  return mirror;
}

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
    for (let i = 0; i < 200; i++) {
      const one = all()[roll(all().length)]!;
      const home = all()[roll(all().length)]!;
      const below = mirror.descendants(one.id);
      const kind = kinds[roll(kinds.length)]!;
      if (roll(3) === 0) mirror.apply(changes({ items: [{ ...one, state: states[roll(3)]! }] }));
      else if (roll(6) === 0 && one.id !== 'g') mirror.apply(changes({ gone: [one.id] }));
      else if (roll(3) === 0 && one !== home && one.id !== 'g' && !below.includes(home.id))
        mirror.apply(changes({ items: [{ ...one, parentId: home.id }] }));
      else mirror.apply(changes({ items: [item(`n${String(i)}`, { kind, parentId: home.id })] }));
      const anew = grown(...all());
      for (const { id } of all()) {
        expect(mirror.progress(id), id).toBe(anew.progress(id));
        expect(mirror.stepless(id), id).toBe(anew.stepless(id));
      }
    }
  });
});
