import { describe, expect, test } from 'vitest';
import { arranged, WAYS, type Way } from './arrange';
import { collage } from './collage';
import type { Place } from './piece';
import { medianOf, type Arranged } from './proportions';

const named = (id: string, x: number, y: number, w: number, h: number, angle = 0) => ({
  id,
  x,
  y,
  w,
  h,
  angle,
});

describe('a board that arranges itself', () => {
  const pieces = Array.from({ length: 11 }, (_, i) =>
    named(String(i), i * 50, 900, 100 + 30 * i, 120, 10),
  );

  test.each(WAYS)('as a %s loses nothing, turns nothing, and lies around the point', (way) => {
    const laid = arranged(pieces, way, { x: 500, y: 400 });
    expect(laid.map(({ id }) => id).sort()).toEqual(pieces.map(({ id }) => id).sort());
    expect(laid.every(({ angle }) => angle === 0)).toBe(true);
    const left = Math.min(...laid.map(({ x }) => x));
    const right = Math.max(...laid.map(({ x, w }) => x + w));
    expect(Math.abs((left + right) / 2 - 500)).toBeLessThan(2);
  });

  test.each(WAYS)('as a %s lays nothing over anything else', (way) => {
    const laid = arranged(pieces, way, { x: 0, y: 0 });
    const over = laid.flatMap((a, i) =>
      laid
        .slice(i + 1)
        .filter(
          (b) =>
            a.x + 1 < b.x + b.w &&
            b.x + 1 < a.x + a.w &&
            a.y + 1 < b.y + b.h &&
            b.y + 1 < a.y + a.h,
        ),
    );
    expect(over).toEqual([]);
  });

  test('as a collage has rows of one width, and every picture its ratio', () => {
    const laid = collage(pieces);
    const tops = [...new Set(laid.map(({ y }) => y))];
    const ends = tops
      .slice(0, -1)
      .map((top) => Math.max(...laid.filter(({ y }) => y === top).map(({ x, w }) => x + w)));
    expect(ends.length).toBeGreaterThan(1);
    for (const end of ends) expect(end).toBeCloseTo(ends[0] ?? 0);
    for (const { id, w, h } of laid) {
      const own = pieces.find((one) => one.id === id);
      expect(w / h).toBeCloseTo((own?.w ?? 0) / (own?.h ?? 1));
    }
  });
});

/** Numbers that look random and are the same ones each time. */
function numbers(seed: number): (from: number, to: number) => number {
  let state = seed;
  return (from, to) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return from + (state / 2147483648) * (to - from);
  };
}

/** A board as people have them: pictures, some of them tied, words, cards that ask, and colours. */
function boardOf(seed: number): Arranged[] {
  const next = numbers(seed * 7919 + 1);
  const count = Math.round(next(2, 40));
  return Array.from({ length: count }, (_, i) => {
    const at = {
      id: String(i),
      x: next(0, 3000),
      y: next(0, 2000),
      angle: Math.round(next(-9, 9)),
    };
    const kind = next(0, 10);
    if (kind < 4) return { ...at, w: next(80, 700), h: next(80, 700) };
    if (kind < 6) return { ...at, w: next(80, 700), h: next(80, 700), size: 'large' };
    if (kind < 8) return { ...at, w: next(120, 420), h: next(30, 200), size: 'own' };
    return { ...at, w: 304, h: next(80, 290), size: 'own', beside: String(Math.floor(next(0, i))) };
  });
}

const SEEDS = Array.from({ length: 120 }, (_, i) => i);
const area = ({ w, h }: Place) => w * h;
const total = (all: readonly Place[]) => all.reduce((sum, one) => sum + area(one), 0);

function over(laid: readonly Arranged[]): string[] {
  return laid.flatMap((a, i) =>
    laid
      .slice(i + 1)
      .filter(
        (b) =>
          a.x + 1 < b.x + b.w && b.x + 1 < a.x + a.w && a.y + 1 < b.y + b.h && b.y + 1 < a.y + a.h,
      )
      .map((b) => `${a.id} ${b.id}`),
  );
}

describe.each(WAYS)('any board, arranged as a %s', (way: Way) => {
  const each = (look: (before: Arranged[], after: Arranged[], seed: number) => void) => {
    for (const seed of SEEDS) {
      const before = boardOf(seed);
      look(before, arranged(before, way, { x: 0, y: 0 }), seed);
    }
  };

  test('loses nothing, lays nothing over anything else, and lies around the point', () => {
    each((before, after, seed) => {
      expect(after.map(({ id }) => id).sort(), String(seed)).toEqual(
        before.map(({ id }) => id).sort(),
      );
      expect(over(after), String(seed)).toEqual([]);
      const left = Math.min(...after.map(({ x }) => x));
      const right = Math.max(...after.map(({ x, w }) => x + w));
      expect(Math.abs(left + right), String(seed)).toBeLessThan(4);
    });
  });

  test('leaves words, cards and colours their size, and pictures their ratio', () => {
    each((before, after) => {
      for (const one of before) {
        const laid = after.find(({ id }) => id === one.id)!;
        if (one.size === 'own') expect([laid.w, laid.h]).toEqual([one.w, one.h]);
        // Sides are whole numbers, so that small ones are a little off.
        else expect(Math.abs(laid.w * one.h - laid.h * one.w)).toBeLessThan(one.w + one.h);
      }
    });
  });

  test('has no picture that stands for something below the middle one of the others', () => {
    let seen = 0;
    each((_, after, seed) => {
      const large = after.filter(({ size }) => size === 'large').map(area);
      const free = after.filter(({ size }) => size === undefined).map(area);
      if (large.length === 0 || free.length === 0) return;
      seen++;
      expect(Math.min(...large) * 1.05, String(seed)).toBeGreaterThanOrEqual(medianOf(free));
    });
    expect(seen).toBeGreaterThan(50);
  });

  test('makes pictures neither tiny nor huge, however often it is arranged', () => {
    each((before, _, seed) => {
      const pictures = (all: readonly Arranged[]) => all.filter(({ size }) => size !== 'own');
      if (pictures(before).length < 2) return;
      let after = before;
      for (let i = 0; i < 6; i++) after = arranged(after, way, { x: 0, y: 0 });
      const share = total(pictures(after)) / total(pictures(before));
      expect(share, String(seed)).toBeGreaterThan(0.4);
      expect(share, String(seed)).toBeLessThan(2.5);
    });
  });

  test('lays what belongs beside a picture near to it', () => {
    const pieces: Arranged[] = [
      ...Array.from({ length: 12 }, (_, i) => named(String(i), 0, 0, 300, 200)),
      { ...named('asks', 0, 0, 304, 120), size: 'own', beside: '1' },
    ];
    const after = arranged(pieces, way, { x: 0, y: 0 });
    const at = (id: string) => after.find((one) => one.id === id)!;
    const far = (a: Place, b: Place) => Math.hypot(a.x - b.x, a.y - b.y);
    const nearer = after.filter(({ id }) => far(at(id), at('asks')) < far(at('1'), at('asks')));
    expect(nearer.length).toBeLessThan(6);
  });
});
