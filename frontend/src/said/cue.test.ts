import { expect, test } from 'vitest';
import type { Aspect, Bodies } from '../plan/aspects';
import { Mirror } from '../plan/mirror.svelte';
import { changes, item } from '../plan/sample';
import { cameOn, cueWords } from './cue';

const NOW = { day: '2026-03-02', time: '09:00' };

function strategy(body: Bodies['strategy']): Aspect<'strategy'> {
  return { id: 's', itemId: 'run', kind: 'strategy', rank: 'a', body };
}

function came(body: Bodies['strategy'], due = '', state: 'todo' | 'done' = 'todo'): string | null {
  const mirror = new Mirror();
  const run = item('run', { kind: 'goal' });
  const step = item('step', { parentId: 'run', due, state });
  const plans = [{ id: 'p1', name: '', subject: 'me', rank: 'a' } as const];
  mirror.replace(changes({ plans, items: [run, step], show: 'p1' }));
  return cameOn(strategy(body), run, mirror, NOW);
}

test('a cue comes on its day, from its time on, and stays until it was asked about', () => {
  expect(came({ day: '2026-03-02' })).toBe('2026-03-02');
  expect(came({ day: '2026-02-27' })).toBe('2026-02-27');
  expect(came({ day: '2026-03-03' })).toBeNull();
  expect(came({ day: '2026-03-02', time: '09:01' })).toBeNull();
  expect(came({ day: '2026-03-01', time: '09:01' })).toBe('2026-03-01');
  expect(came({ day: '2026-02-27', seen: '2026-02-27' })).toBeNull();
});

test('a time without a day comes every day, once', () => {
  expect(came({ time: '09:00' })).toBe('2026-03-02');
  expect(came({ time: '09:00', seen: '2026-03-01' })).toBe('2026-03-02');
  expect(came({ time: '09:00', seen: '2026-03-02' })).toBeNull();
  expect(came({ time: '10:00' })).toBeNull();
});

test('one for a step that is not done on its day comes the day after', () => {
  expect(came({ skipped: true }, '2026-03-01')).toBe('2026-03-01');
  expect(came({ skipped: true }, '2026-03-02')).toBeNull();
  expect(came({ skipped: true }, '2026-03-01', 'done')).toBeNull();
  expect(came({ skipped: true, seen: '2026-03-02' }, '2026-03-01')).toBeNull();
  expect(came({}, '2026-03-01')).toBeNull();
});

test('it says when it comes', () => {
  expect(cueWords(strategy({ day: '2031-03-13', time: '07:30', skipped: true }))).toBe(
    'on Thu 13 Mar 2031 at 07:30, when its day has passed undone',
  );
  expect(cueWords(strategy({ time: '07:30' }))).toBe('each day at 07:30');
  expect(cueWords(strategy({}))).toBe('');
});
