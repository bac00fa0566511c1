import { expect, test } from 'vitest';
import { item } from '../plan/sample';
import { shared, suggested } from './tags';

const tags = ['mornings', 'part two', 'Per', 'some people'].map((name) => ({ id: name, name }));

test('only tags that all items have are shown', () => {
  const items = [item('a', { tagIds: ['Per', 'mornings'] }), item('b', { tagIds: ['Per'] })];
  expect(shared(items, tags).map((tag) => tag.id)).toEqual(['Per']);
});

test('suggests first what begins as typed, then what holds it, in any case', () => {
  expect(suggested('PE', tags, []).map((tag) => tag.name)).toEqual(['Per', 'some people']);
});

test('does not suggest what is there', () => {
  expect(suggested('', tags, tags.slice(1)).map((tag) => tag.name)).toEqual(['mornings']);
});
