import { describe, expect, test } from 'vitest';
import { heapOf, placesOf, type Lying } from './heap';

const COUNTS = [0, 1, 2, 3, 7, 44, 45, 46, 300, 1000];
const SEEDS = ['', 'p1', '01JABCDEF', 'a plan', '🪨'];
const heaps = SEEDS.flatMap((seed) => COUNTS.map((count) => [seed, count] as const));

const byPlace = (heap: readonly Lying[]) =>
  new Map(heap.map((stone) => [`${String(stone.row)} ${String(stone.along)}`, stone]));

describe.each(heaps)('the heap of “%s” with %i stones', (seed, count) => {
  const heap = heapOf(count, seed);

  test('has each stone once, and is always the same', () => {
    expect(heap).toHaveLength(count);
    expect(byPlace(heap).size).toBe(count);
    expect(heapOf(count, seed)).toEqual(heap);
  });

  test('moves none when one is added', () => {
    expect(heapOf(count + 1, seed).slice(0, count)).toEqual(heap);
  });

  test('lays no stone over another', () => {
    const rows = new Map<number, Lying[]>();
    for (const stone of heap) rows.set(stone.row, [...(rows.get(stone.row) ?? []), stone]);
    for (const row of rows.values()) {
      const along = row.toSorted((a, b) => a.left - b.left);
      along.forEach(({ left, right, top, foot }, i) => {
        expect(left).toBeLessThan(right);
        expect(top).toBeLessThan(foot);
        const next = along[i + 1];
        if (next) expect(right).toBeLessThanOrEqual(next.left);
      });
    }
    const above = heap.filter(({ row }) => row > 0);
    for (const { row, foot } of above) expect(foot).toBe(rows.get(row - 1)?.[0]?.top);
  });

  test('lets each stone rest on the ground, or on two that were laid before it', () => {
    const laid = new Set<Lying>();
    const places = byPlace(heap);
    for (const stone of heap) {
      laid.add(stone);
      if (stone.row === 0) {
        expect(stone.foot).toBe(0);
        continue;
      }
      for (const along of [stone.along, stone.along + 1]) {
        const below = places.get(`${String(stone.row - 1)} ${String(along)}`);
        expect(below && laid.has(below)).toBe(true);
        expect(Math.min(stone.right, below?.right ?? 0)).toBeGreaterThan(
          Math.max(stone.left, below?.left ?? 0),
        );
      }
    }
  });
});

test('two plans have two heaps', () => {
  const [a, b] = ['p1', 'p2'].map((seed) => heapOf(44, seed));
  expect(a).not.toEqual(b);
});

test('a heap is as wide on the left as on the right of its top, and always has one', () => {
  for (const slopes of [1, 2, 5, 8, 21]) {
    const places = placesOf((slopes * (slopes + 1)) / 2);
    const base = places.filter(({ row }) => row === 0).map(({ along }) => along);
    expect(Math.abs(Math.max(...base) + Math.min(...base))).toBeLessThanOrEqual(1);
    expect(places.filter(({ row }) => row === slopes - 1)).toHaveLength(1);
  }
});
