import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Stopwatch } from './stopwatch.svelte';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('counts while it runs, over pauses, and tells whole minutes', () => {
  const watch = new Stopwatch();
  const end = watch.tick();
  watch.turn();
  vi.advanceTimersByTime(65_000);
  expect(watch.shown).toBe('1:05');
  watch.turn();
  vi.advanceTimersByTime(600_000);
  expect(watch.shown).toBe('1:05');
  watch.turn();
  vi.advanceTimersByTime(30_000);
  expect(watch.shown).toBe('1:35');
  expect(watch.minutes).toBe(2);
  watch.reset();
  expect([watch.shown, watch.minutes, watch.runs]).toEqual(['0:00', 0, false]);
  end();
});
