import { describe, expect, it } from 'vitest';
import { item } from './sample';
import { dueOf } from './due';

const NOW = '2026-03-09';
const due = (day: string, state: 'todo' | 'done' = 'todo') =>
  dueOf(item('a', { due: day, state }), NOW);

describe('dueOf', () => {
  it('is nothing without a date', () => {
    expect(due('')).toBeNull();
  });

  it('says today and tomorrow in words', () => {
    expect(due(NOW)).toEqual({ words: 'today', now: 'today' });
    expect(due('2026-03-10')).toEqual({ words: 'tomorrow', now: '' });
  });

  it('is short for what is to come', () => {
    expect(due('2026-03-13')).toEqual({ words: 'Fri 13 Mar', now: '' });
    expect(due('2027-03-13')).toEqual({ words: '13 Mar 2027', now: '' });
  });

  it('asks for a look, in words, when the day has passed', () => {
    expect(due('2026-02-04')).toEqual({ words: 'was 4 Feb', now: 'gone' });
  });

  it('lets what is done rest', () => {
    expect(due('2026-02-04', 'done')).toEqual({ words: '4 Feb', now: '' });
  });
});
