import { expect, it } from 'vitest';
import { item } from '../plan/sample';
import { doneEarlier } from './earlier';

it.each([
  ['done', '2026-02-22T12:00:00Z', true],
  ['done', '2026-02-23T12:00:00Z', false],
  ['done', '', false],
  ['todo', '2026-01-01T12:00:00Z', false],
] as const)('what is %s since %s was done earlier: %s', (state, doneAt, yes) => {
  expect(doneEarlier('2026-03-09')(item('a', { state, doneAt }))).toBe(yes);
});
