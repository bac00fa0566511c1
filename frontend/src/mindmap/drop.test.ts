import { describe, expect, it } from 'vitest';
import { Mirror } from '../plan/mirror.svelte';
import { changes, item } from '../plan/sample';
import { Chart } from './chart';
import { dropAt, type Drop } from './drop';

const mirror = new Mirror();
mirror.replace(
  changes({
    plans: [{ id: 'p1', name: 'A book', subject: 'me', rank: 'a' }],
    items: [
      item('v', { kind: 'vision' }),
      item('g1', { kind: 'goal', parentId: 'v', rank: 'a' }),
      item('g2', { kind: 'goal', parentId: 'v', rank: 'b' }),
      item('s1', { parentId: 'g1', rank: 'a' }),
      item('s2', { parentId: 'g1', rank: 'b' }),
      item('i', { kind: 'idea', rank: 'z' }),
    ],
    show: 'p1',
  }),
);
const chart = new Chart(mirror, (_, rank) => ({
  lines: [''],
  width: 100,
  height: 40,
  line: rank === 'centre' ? 20 : 40,
}));
chart.draw(mirror, { centre: 'v', folded: new Set(), oneSided: false, beside: ['i'] });

/** What is dropped over a part of a node: 0 is its upper edge, 1 its lower one. */
function over(id: string, part: number, held: string[] = [], across = 50): Partial<Drop> | null {
  const of = chart.band(id)!;
  const { x, y } = chart.corner(of);
  const drop = dropAt(chart, mirror, new Set(held), x + across, y + part * of.height);
  return (
    drop && { parentId: drop.parentId, afterId: drop.afterId, into: drop.into, side: drop.side }
  );
}

describe('what is dropped', () => {
  it.each([
    ['on the middle of a node goes into it, last', 'g1', 0.5, 'g1', 's2', 'g1', null],
    ['on its upper edge goes before it', 's2', 0.1, 'g1', 's1', '', null],
    ['on its lower edge goes after it', 's1', 0.9, 'g1', 's1', '', null],
    ['before the first goes first', 's1', 0.1, 'g1', '', '', null],
    ['beside a branch of the left goes to the left', 'g2', 0.9, 'v', 'g2', '', 'left'],
    ['beside a branch of the right goes to the right', 'g1', 0.1, 'v', '', '', 'right'],
    ['on the middle of the map grows from it', 'v', 0.5, 'v', 'g2', 'v', 'right'],
    ['on an idea goes into it', 'i', 0.1, 'i', '', 'i', null],
  ] as const)('%s', (_, id, part, parentId, afterId, into, side) => {
    expect(over(id, part)).toEqual({ parentId, afterId, into, side });
  });

  it('on what it stands on itself goes nowhere', () => {
    expect(over('g1', 0.5, ['g1'])).toBeNull();
    expect(over('s1', 0.5, ['g1'])).toBeNull();
  });

  it('leaves what is dragged out of the order', () => {
    expect(over('s2', 0.1, ['s1'])).toMatchObject({ parentId: 'g1', afterId: '' });
  });

  it('beyond a leaf goes into it', () => {
    expect(over('s1', 0.5, [], 160)).toMatchObject({ into: 's1' });
  });
});
