import { describe, expect, it } from 'vitest';
import { Mirror } from '../plan/mirror.svelte';
import { changes, item } from '../plan/sample';
import type { Item } from '../plan/types';
import { visit, type Band } from './bands';
import { Chart, type Wanted } from './chart';

const sets = (of: Item | null, rank: 'centre' | 'branch') => {
  const title = of?.title ?? 'the plan';
  const line = rank === 'centre' ? 10 : 20;
  return {
    lines: [title],
    width: 10 + 6 * title.length,
    height: 24 + (title.length % 5) * 9,
    line,
  };
};

const whole: Wanted = { centre: 'v', folded: new Set(), oneSided: false, beside: ['i'] };

function grown(...items: Item[]): Mirror {
  const mirror = new Mirror();
  const plans = [{ id: 'p1', name: 'A book', subject: 'me' as const, rank: 'a' }];
  mirror.replace(changes({ plans, items, show: 'p1' }));
  return mirror;
}

function drawn(mirror: Mirror, wanted = whole, sides: Chart['sides'] = new Map()): Chart {
  const chart = new Chart(mirror, sets);
  chart.sides = new Map(sides);
  chart.draw(mirror, wanted);
  return chart;
}

const all = { left: -1e9, top: -1e9, right: 1e9, foot: 1e9 };

/** Every node that is drawn, and where. */
function picture(chart: Chart): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  const tell = (of: Band, x: number, y: number) => {
    if (!chart.isRoot(of)) found[of.id] = { x, y, width: of.width, height: of.height };
  };
  for (const tree of chart.trees) visit(tree, all, tell);
  return found;
}

const book = () =>
  grown(
    item('v', { kind: 'vision', rank: 'a' }),
    item('g1', { kind: 'goal', parentId: 'v', rank: 'a' }),
    item('g2', { kind: 'goal', parentId: 'v', rank: 'b' }),
    item('m', { kind: 'milestone', parentId: 'g1', rank: 'a' }),
    item('s1', { parentId: 'm', rank: 'a' }),
    item('s2', { parentId: 'm', rank: 'b' }),
    item('i', { kind: 'idea', rank: 'z' }),
  );

describe('a plan as a map', () => {
  it('grows on both sides of its middle, and ideas lie below', () => {
    const chart = drawn(book());
    const at = (id: string) => chart.corner(chart.band(id)!);
    expect(at('g1').x).toBeGreaterThan(0);
    expect(at('g2').x).toBeLessThan(0);
    expect(at('s1').x).toBeGreaterThan(at('m').x);
    expect(at('i').y).toBeGreaterThan(at('s2').y);
  });

  it('grows to the right only, when that is wanted', () => {
    const chart = drawn(book(), { ...whole, oneSided: true });
    expect(chart.corner(chart.band('g2')!).x).toBeGreaterThan(0);
  });

  it('shows one branch, and no ideas with it', () => {
    const chart = drawn(book(), { ...whole, centre: 'g1', beside: [] });
    expect(Object.keys(picture(chart)).sort()).toEqual(['m', 's1', 's2']);
  });

  it('lets a new branch grow where the one before it does, and moves no other across', () => {
    const mirror = book();
    const chart = drawn(mirror);
    const { version } = mirror;
    mirror.apply(
      changes({ items: [item('g3', { kind: 'goal', parentId: 'v', rank: 'c', title: 'x' })] }),
    );
    chart.mend(mirror, whole, mirror.touchedSince(version)!);
    expect(chart.sides.get('g3')).toBe('left');
    expect(chart.sides.get('g1')).toBe('right');
  });

  it('shows nothing that is folded away', () => {
    const chart = drawn(book(), { ...whole, folded: new Set(['g1']) });
    expect(chart.shows('g1')).toBe(true);
    expect(chart.shows('s1')).toBe(false);
    expect(picture(chart)['s1']).toBeUndefined();
  });

  it('tells a box that holds all that is drawn', () => {
    const chart = drawn(book());
    const { left, right, top, foot } = chart.box;
    for (const of of ['g1', 'g2', 'm', 's1', 's2', 'i'].map((id) => chart.band(id)!)) {
      const { x, y } = chart.corner(of);
      expect(x >= left && x + of.width <= right && y >= top && y + of.height <= foot).toBe(true);
    }
  });
});

/** Numbers that look thrown and are the same each time. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return (state >> 8) % sides;
  };
}

describe('a map that is mended', () => {
  it.each([1, 2, 3, 4])('is after each of 300 edits what it is when drawn anew (%d)', (seed) => {
    const roll = dice(seed);
    const mirror = book();
    const chart = drawn(mirror);
    let wanted = whole;
    for (let i = 0; i < 300; i++) {
      const { version } = mirror;
      const ids = [...mirror.items.keys()];
      const one = mirror.item(ids[roll(ids.length)]!)!;
      const home = ids[roll(ids.length)]!;
      const below = new Set([one.id, ...mirror.descendants(one.id)]);
      const what = roll(6);
      if (what === 0) {
        const folded = new Set(wanted.folded);
        if (!folded.delete(one.id)) folded.add(one.id);
        wanted = { ...wanted, folded };
      } else if (what === 1 && one.id !== 'v') mirror.apply(changes({ gone: [one.id] }));
      else if (what === 2 && one.id !== 'v' && !below.has(home))
        mirror.apply(
          changes({ items: [{ ...one, parentId: home, rank: `r${String(roll(50))}` }] }),
        );
      else if (what === 3)
        mirror.apply(changes({ items: [{ ...one, title: 'x'.repeat(roll(40)) }] }));
      else {
        const fresh = item(`n${String(i)}`, {
          kind: roll(5) === 0 ? 'idea' : 'step',
          parentId: roll(8) === 0 ? '' : home,
          rank: `r${String(roll(50))}`,
          title: 'y'.repeat(roll(30)),
        });
        if (fresh.parentId === '') fresh.kind = 'idea';
        mirror.apply(changes({ items: [fresh] }));
      }
      const ideas = mirror.children('').filter((id) => id !== 'v');
      wanted = { ...wanted, beside: ideas };
      chart.mend(mirror, wanted, mirror.touchedSince(version)!);
      expect(picture(chart)).toEqual(picture(drawn(mirror, wanted, chart.sides)));
    }
  });
});
