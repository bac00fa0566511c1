import { expect, test } from 'vitest';
import type { Trashed } from '../plan/types';
import { daysLeft } from './trash';

const entry: Trashed = {
  id: 'a',
  planId: 'p1',
  kind: 'step',
  title: 'a',
  path: [],
  count: 1,
  trashedAt: '2026-03-01T12:00:00Z',
};

test.each([
  ['2026-03-01T12:00:00Z', 30],
  ['2026-03-02T11:00:00Z', 30],
  ['2026-03-02T13:00:00Z', 29],
  ['2026-03-31T11:00:00Z', 1],
  ['2026-04-05T12:00:00Z', 1],
])('at %s it is kept for %i days more', (now, days) => {
  expect(daysLeft(entry, new Date(now))).toBe(days);
});
