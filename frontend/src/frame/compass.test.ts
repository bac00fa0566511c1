import { describe, expect, test } from 'vitest';
import type { Aspect } from '../plan/aspects';
import { Mirror } from '../plan/mirror.svelte';
import { changes, item } from '../plan/sample';
import type { Item } from '../plan/types';
import { compassOf } from './compass';

function plan(items: Item[], aspects: Aspect[] = []): Mirror {
  const mirror = new Mirror();
  const plans = ['p1', 'p2'].map((id) => ({ id, name: id, subject: 'me' as const, rank: id }));
  mirror.replace(changes({ plans, items, aspects, show: 'p1' }));
  return mirror;
}

const two = plan([
  item('v', { kind: 'vision', title: 'A book', what: 'It is on the shelf. Per has one.' }),
  item('g', { kind: 'goal', parentId: 'v' }),
  item('s', { parentId: 'g' }),
  item('w', { kind: 'vision', title: 'A boat' }),
  item('h', { kind: 'goal', parentId: 'w' }),
  item('i', { kind: 'idea' }),
  item('x', { kind: 'vision', title: 'Of another plan', planId: 'p2' }),
]);

describe('the compass', () => {
  test.each([
    ['s', 'It is on the shelf.'],
    ['v', 'It is on the shelf.'],
    ['h', 'A boat'],
    ['i', 'It is on the shelf.'],
    ['', 'It is on the shelf.'],
    ['x', 'It is on the shelf.'],
  ])('of %j says "%s"', (id, sentence) => {
    expect(compassOf(two, id)?.sentence).toBe(sentence);
  });

  test('is the picture of success where there is one', () => {
    const body = { success: 'I hold it in my hands. It is heavy.' };
    const seen = plan(
      [item('v', { kind: 'vision', title: 'A book', what: 'It is on the shelf.' })],
      [{ id: 'o', itemId: 'v', kind: 'outlook', rank: 'a', body }],
    );
    expect(compassOf(seen, 'v')?.sentence).toBe('I hold it in my hands.');
  });

  test('is the nearest vision where one stands on another', () => {
    const nested = plan([
      item('v', { kind: 'vision', title: 'Life' }),
      item('w', { kind: 'vision', title: 'Work', parentId: 'v' }),
      item('g', { kind: 'goal', parentId: 'w' }),
    ]);
    expect(compassOf(nested, 'g')?.vision.id).toBe('w');
  });

  test('is none in a plan without a vision', () => {
    expect(compassOf(plan([item('g', { kind: 'goal' }), item('s', { parentId: 'g' })]), 's')).toBe(
      null,
    );
  });
});
