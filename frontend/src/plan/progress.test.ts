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
