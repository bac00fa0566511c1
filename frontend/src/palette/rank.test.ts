import { describe, expect, test } from 'vitest';
import { plain, wordsOf } from '../plan/words';
import { best, INSIDE, NONE, PREFIX, rank, WORD, WORDS, type Query } from './rank';

const query = (typed: string): Query => ({ whole: plain(typed.trim()), words: wordsOf(typed) });

describe('a title answers', () => {
  test.each([
    ['Agent, or a small press?', 'agent', PREFIX],
    ['Find an agent', 'AGENT', WORD],
    ['Find an agent', 'an ag', WORD],
    ['Reagents', 'agent', INSIDE],
    ['Magenta agent', 'agent', WORD],
    ['An agent to find', 'find agent', WORDS],
    ['Ring Åsa', 'asa', WORD],
    ['Find an agent', 'lawyer', NONE],
    ['Find an agent', '', PREFIX],
  ])('“%s” is asked for “%s”', (title, typed, answer) => {
    expect(rank(plain(title), query(typed))).toBe(answer);
  });
});

describe('of many', () => {
  const ask = (titles: string[], typed: string, most: number) =>
    best(titles, most, (title) => rank(plain(title), query(typed)));

  test('the best come first, equals in their order, and all are counted', () => {
    const titles = ['Reagents', 'An agent', 'Agents', 'My agent', 'Cat'];
    expect(ask(titles, 'agent', 3)).toEqual({
      hits: ['Agents', 'An agent', 'My agent'],
      count: 4,
      top: PREFIX,
    });
  });

  test('none is found when none answers', () => {
    expect(ask(['Cat'], 'dog', 3)).toEqual({ hits: [], count: 0, top: NONE });
  });

  test('ten thousand are ranked within a frame', () => {
    const titles = Array.from({ length: 10_000 }, (_, i) =>
      plain(`Step ${String(i)}: read a page about agents and letters`),
    );
    const asked = query('letters');
    const times = Array.from({ length: 5 }, () => {
      const begun = performance.now();
      const found = best(titles, 8, (title) => rank(title, asked));
      expect(found.count).toBe(10_000);
      return performance.now() - begun;
    });
    expect(Math.min(...times)).toBeLessThan(16);
  });
});
