import { describe, expect, it } from 'vitest';
import { Mirror } from '../plan/mirror.svelte';
import { changes, item } from '../plan/sample';
import { Chart } from './chart';
import { neighbour, type Arrow } from './walking';

const mirror = new Mirror();
mirror.replace(
  changes({
    plans: [{ id: 'p1', name: 'A book', subject: 'me', rank: 'a' }],
    items: [
      item('v', { kind: 'vision' }),
      item('r1', { kind: 'goal', parentId: 'v', rank: 'a' }),
      item('r2', { kind: 'goal', parentId: 'v', rank: 'b' }),
      item('l1', { kind: 'goal', parentId: 'v', rank: 'c' }),
      item('a', { parentId: 'r1', rank: 'a' }),
      item('b', { parentId: 'r1', rank: 'b' }),
      item('c', { parentId: 'r2', rank: 'a' }),
      item('x', { parentId: 'l1', rank: 'a' }),
      item('i', { kind: 'idea', rank: 'y' }),
      item('j', { kind: 'idea', rank: 'z' }),
    ],
    show: 'p1',
  }),
);
const chart = new Chart(mirror, () => ({ lines: [''], width: 100, height: 30, line: 30 }));
chart.sides = new Map([
  ['r1', 'right'],
  ['r2', 'right'],
  ['l1', 'left'],
]);
chart.draw(mirror, { centre: 'v', folded: new Set(), oneSided: false, beside: ['i', 'j'] });

describe('an arrow leads', () => {
  it.each([
    ['outwards to the right', 'v', 'Right', 'r1'],
    ['outwards to the left', 'v', 'Left', 'l1'],
    ['inwards from the left', 'x', 'Right', 'l1'],
    ['to the middle', 'l1', 'Right', 'v'],
    ['outwards on the left', 'l1', 'Left', 'x'],
    ['to the next sibling', 'a', 'Down', 'b'],
    ['to the cousin below', 'b', 'Down', 'c'],
    ['to the cousin above', 'c', 'Up', 'b'],
    ['from the last branch to the ideas', 'c', 'Down', 'i'],
    ['from the first idea to the middle', 'i', 'Up', 'v'],
    ['between ideas', 'i', 'Down', 'j'],
    ['nowhere at the top', 'a', 'Up', undefined],
    ['nowhere from a leaf', 'a', 'Right', undefined],
    ['nowhere inwards from an idea', 'i', 'Left', undefined],
  ])('%s', (_, from, key, to) => {
    expect(neighbour(chart, chart.band(from)!, `Arrow${key}` as Arrow)?.id).toBe(to);
  });
});
