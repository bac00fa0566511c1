import { expect, test } from 'vitest';
import type { Trashed } from '../plan/types';
import { daysLeft, toldOf } from './trash';

const entry: Trashed = {
  id: 'a',
  planId: 'p1',
  kind: 'step',
  state: 'todo',
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

test('an entry says where it was, how much it is and how long it stays, and breaks between these', () => {
  const now = new Date('2026-03-02T13:00:00Z');
  expect(toldOf(entry, '', now)).toBe('29\u00a0days\u00a0left');
  expect(toldOf({ ...entry, path: ['A book', 'Publish it'], count: 3 }, '', now)).toBe(
    'from A book › Publish it\u00a0· 3\u00a0items\u00a0· 29\u00a0days\u00a0left',
  );
  expect(toldOf({ ...entry, path: ['A book'] }, 'Another plan', now)).toBe(
    'from Another plan › A book\u00a0· 29\u00a0days\u00a0left',
  );
});
