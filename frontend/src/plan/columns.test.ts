import { describe, expect, it } from 'vitest';
import { byPriority, standingIn } from './columns';
import { columns, item } from './sample';

describe('an item stands', () => {
  const today = {
    id: 'with care',
    planId: 'p1',
    name: 'Today',
    state: 'todo',
    rank: '',
    limit: 0,
  } as const;
  const stands = standingIn([today, ...columns()]);

  it('in the column it was put in', () => {
    expect(stands(item('a', { columnId: 'with care' }))).toBe('with care');
  });

  it('in the oldest column of its state, wherever that lies', () => {
    expect(stands(item('a'))).toBe('todo');
    expect(stands(item('a', { columnId: 'long gone' }))).toBe('todo');
  });

  it('in the oldest column of its state when that changed after it was put somewhere', () => {
    expect(stands(item('a', { columnId: 'with care', state: 'done' }))).toBe('done');
  });

  it('nowhere when no column has its state', () => {
    expect(stands(item('a', { state: 'parked' }))).toBe('');
  });
});

it('cards lie by priority, compared bytewise, and then by id', () => {
  const cards = [
    item('c', { priority: 'b' }),
    item('b', { priority: 'a' }),
    item('a', { priority: 'a' }),
  ];
  expect([...cards, item('d', { priority: 'B' })].sort(byPriority).map(({ id }) => id)).toEqual([
    'd',
    'a',
    'b',
    'c',
  ]);
});
