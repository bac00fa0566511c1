import { expect, test } from 'vitest';
import { choosable, destinations, nearest } from './choosable';
import { Mirror } from './mirror.svelte';
import { changes, item } from './sample';

const mirror = new Mirror();
mirror.replace(
  changes({
    plans: [{ id: 'p1', name: 'A book', subject: 'me', rank: 'a' }],
    items: [
      item('v', { kind: 'vision', rank: 'a' }),
      item('g', { kind: 'goal', parentId: 'v' }),
      item('s', { parentId: 'g' }),
      item('t', { parentId: 's' }),
      item('i', { kind: 'idea', rank: 'b' }),
      item('other', { planId: 'p2' }),
    ],
  }),
);

test('items are listed as the outline has them, with what they stand below', () => {
  const list = choosable(mirror, () => true);
  expect(list.map((one) => one.id)).toEqual(['v', 'g', 's', 't', 'i']);
  expect(list[2]?.path).toBe('v › g');
});

test('nothing can be moved below itself, below what it carries, or into the tray', () => {
  expect(destinations(mirror, ['s']).map((one) => one.id)).toEqual(['v', 'g']);
});

test('the nearest come first: what stands below, then beside, then farther away', () => {
  expect(nearest(mirror, 't', () => true).map((one) => one.id)).toEqual(['t', 's', 'g', 'v', 'i']);
  expect(nearest(mirror, 'i', (one) => one.id !== 'i').map((one) => one.id)).toEqual([
    'v',
    'g',
    's',
    't',
  ]);
});
