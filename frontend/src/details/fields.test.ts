import { describe, expect, test } from 'vitest';
import { Mirror } from '../plan/mirror.svelte';
import { changes, item } from '../plan/sample';
import { KINDS } from '../plan/types';
import { common, fieldsOf, neighbour } from './fields';

describe('the details', () => {
  test('ask a vision and a goal why and what (R12)', () => {
    expect(KINDS.filter((kind) => fieldsOf(kind).why)).toEqual(['vision', 'goal']);
    expect(KINDS.filter((kind) => fieldsOf(kind).what)).toEqual(['vision', 'goal']);
  });
  test('ask a goal and a milestone when they are done (R35)', () => {
    expect(KINDS.filter((kind) => fieldsOf(kind).doneWhen)).toEqual(['goal', 'milestone']);
  });
  test('offer to make a step smaller (R37), and nothing else', () => {
    expect(KINDS.filter((kind) => fieldsOf(kind).smaller)).toEqual(['step']);
  });
  test('say how far a vision is, and let all else but an idea have a state', () => {
    expect(KINDS.filter((kind) => fieldsOf(kind).reached)).toEqual(['vision']);
    expect(KINDS.filter((kind) => !fieldsOf(kind).state)).toEqual(['vision', 'idea']);
  });
  test('say once where a thing stands', () => {
    expect(KINDS.filter((kind) => fieldsOf(kind).stands && fieldsOf(kind).path)).toEqual([]);
  });
  test('offer an idea a place', () => {
    expect(KINDS.filter((kind) => fieldsOf(kind).promote)).toEqual(['idea']);
  });
});

test('of several items only what they share is shown', () => {
  const items = [item('a', { due: '2026-03-13' }), item('b', { due: '2026-03-13', state: 'done' })];
  expect(common(items, (one) => one.due)).toBe('2026-03-13');
  expect(common(items, (one) => one.state)).toBeUndefined();
});

test('after a deletion the hand goes to the next sibling, the one before, or what it stood below', () => {
  const mirror = new Mirror();
  const [a, b] = [item('a', { parentId: 'g' }), item('b', { parentId: 'g' })];
  mirror.replace(changes({ items: [item('g', { kind: 'goal' }), a, b] }));
  expect(neighbour(mirror, a)).toBe('b');
  expect(neighbour(mirror, b)).toBe('a');
  mirror.apply(changes({ gone: ['a'] }));
  expect(neighbour(mirror, b)).toBe('g');
});
