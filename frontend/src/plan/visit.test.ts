import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { oneLine, Visit } from './visit.svelte';

let saved: string[];
let answer: (title: string) => string | undefined;

const visit = () =>
  new Visit('a', 'Write', 'end', async (title) => {
    saved.push(title);
    return answer(title);
  });

beforeEach(() => {
  vi.useFakeTimers();
  saved = [];
  answer = (title) => title;
});
afterEach(() => vi.useRealTimers());

describe('a visit to a title', () => {
  it('saves when the hand rests, and only what is new', async () => {
    const one = visit();
    one.type('Write daily');
    one.type('Write daily ');
    await vi.advanceTimersByTimeAsync(500);
    one.type('Write daily');
    await one.flush();
    expect(saved).toEqual(['Write daily']);
  });

  it('never saves a blank title, and knows that it is blank', async () => {
    const one = visit();
    one.type('   ');
    await one.flush();
    expect(one.blank).toBe(true);
    expect(saved).toEqual([]);
  });

  it('follows a title that changed elsewhere, but not its own', async () => {
    const one = visit();
    one.type('Write daily');
    await one.flush();
    one.type('Write daily, at six');
    one.follow('Write daily');
    expect(one.text).toBe('Write daily, at six');
    one.follow('Write');
    expect(one.text).toBe('Write');
  });

  it('takes the title as the vault has it for its own', async () => {
    answer = () => 'Write it';
    const one = visit();
    one.type('Write\u0007it');
    await one.flush();
    one.follow('Write it');
    expect(one.text).toBe('Write\u0007it');
  });

  it('tries again what was refused', async () => {
    answer = () => undefined;
    const one = visit();
    one.type('Write!');
    await one.flush();
    one.type('Write!');
    await one.flush();
    expect(saved).toEqual(['Write!', 'Write!']);
  });
});

describe('oneLine', () => {
  it('makes blanks of line breaks and tabs', () => {
    expect(oneLine('a\r\n  b\tc\u2028d')).toBe('a b c d');
  });
});
