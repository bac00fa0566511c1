import { describe, expect, it } from 'vitest';
import { estimate, hasMeta } from './height';
import { lanes, sketch } from './sketch';

const row = (title: string, over = {}) =>
  lanes(sketch('a', { a: { title, ...over } }))[0]!.cards[0]!;

describe('before a card is seen', () => {
  it('it is thought to be as high as its words, its steps and its last line ask for', () => {
    const short = estimate(row('Call Per'), 230, 16, 0);
    const long = estimate(
      row('Call Per about the ferry strike and the timetable of 1986'),
      230,
      16,
      0,
    );
    expect(long).toBeGreaterThan(short + 15);
    expect(estimate(row('Call Per'), 230, 16, 1)).toBeGreaterThan(short + 15);
    expect(estimate(row('Call Per', { due: '2026-03-09' }), 230, 16, 0)).toBeGreaterThan(
      short + 15,
    );
  });

  it('larger text makes it higher', () => {
    expect(estimate(row('Call Per'), 230, 32, 0)).toBeGreaterThan(
      estimate(row('Call Per'), 230, 16, 0),
    );
  });
});

it('a card has a last line only where there is something to say', () => {
  expect(hasMeta(row('Call Per'))).toBe(false);
  expect(hasMeta(row('Call Per', { draft: true }))).toBe(true);
  expect(hasMeta(row('Call Per', { tagIds: ['t'] }))).toBe(true);
  expect(hasMeta(row('Call Per', { areaId: 'a1' }))).toBe(true);
});
