import { describe, expect, it } from 'vitest';
import { columns } from '../plan/sample';
import { nameOf, restOf, staysSo } from './order';
import { lanes, sketch } from './sketch';

const [todo] = lanes(sketch('a\nb\nc\nd'));

it('a column without a name of its own is called by its state', () => {
  const [column] = columns();
  expect(nameOf(column!)).toBe('To do');
  expect(nameOf({ ...column!, name: 'Some day' })).toBe('Some day');
});

describe('a column without the cards that move', () => {
  it('knows how many rows lie above a place', () => {
    const rest = restOf(todo!, ['b', 'd']);
    expect(rest.rows.map(({ id }) => id)).toEqual(['a', 'c']);
    expect([rest.before('b'), rest.before('d'), rest.before('elsewhere')]).toEqual([1, 2, 0]);
  });
});

describe('a move changes nothing', () => {
  it('when the cards lie there already', () => {
    expect(staysSo(todo!, ['b', 'c'], 'a')).toBe(true);
    expect(staysSo(todo!, ['a'], '')).toBe(true);
  });

  it('but it does when they come from elsewhere, move on, or come together', () => {
    expect(staysSo(todo!, ['elsewhere'], 'd')).toBe(false);
    expect(staysSo(todo!, ['a'], 'b')).toBe(false);
    expect(staysSo(todo!, ['b', 'd'], 'a')).toBe(false);
  });
});
