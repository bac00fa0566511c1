import { describe, expect, test } from 'vitest';
import { layerOf, type Edge } from './layers';
import { layOut, WAYS, type Box, type Drawing, type Layout } from './layout';

const GAPS = { along: 60, across: 20, pass: 12 };

/** A die that always falls the same way. */
function dice(seed: number): (sides: number) => number {
  let now = seed * 2654435761 + 1;
  return (sides) => {
    now = (Math.imul(now ^ (now >>> 15), 1 | now) + 0x6d2b79f5) | 0;
    return ((now ^ (now >>> 14)) >>> 0) % sides;
  };
}

/** A flow of any shape: mostly chains, some branches, some long arrows, a few boxes on the rim. */
function drawing(seed: number, count: number): Drawing {
  const roll = dice(seed);
  const boxes = Array.from({ length: count }, (_, i): Box => {
    const height = 40 + roll(3) * 20;
    return { id: String(i), width: 160 + roll(3) * 20, height, port: height / (1 + roll(3)) };
  });
  const edges: Edge[] = [];
  for (let i = 1; i < count; i++) {
    if (roll(9) > 0) edges.push({ from: String(Math.max(0, i - 1 - roll(3))), to: String(i) });
    if (roll(8) === 0) edges.push({ from: String(roll(i)), to: String(i) });
  }
  const unique = new Map(edges.map((edge) => [`${edge.from} ${edge.to}`, edge]));
  const led = new Set(edges.map(({ to }) => to));
  const rim = new Set(boxes.map(({ id }) => id).filter((id) => !led.has(id) && roll(2) === 0));
  return { boxes, edges: [...unique.values()], rim };
}

/** A number of points on an arrow's course, swings included. */
function along({ points }: Layout['courses'][number], way: 'right' | 'down') {
  return points.slice(1).flatMap((to, i) => {
    const from = points[i]!;
    return [0.02, 0.25, 0.5, 0.75, 0.98].map((s) => {
      const swing = s * s * (3 - 2 * s);
      const [main, other] = way === 'right' ? ([s, swing] as const) : ([swing, s] as const);
      return { x: from.x + (to.x - from.x) * main, y: from.y + (to.y - from.y) * other };
    });
  });
}

describe.each(WAYS)('a flow that goes %s', (way) => {
  test.each(Array.from({ length: 40 }, (_, i) => i))(
    'has a place for each box and a course for each arrow (%i)',
    (seed) => {
      const given = drawing(seed, 5 + seed * 2);
      const laid = layOut(given, way, GAPS);
      expect(laid.boxes.map(({ id }) => id).sort()).toEqual(given.boxes.map(({ id }) => id).sort());
      expect(laid.courses).toHaveLength(given.edges.length);
      expect(layOut(given, way, GAPS)).toEqual(laid);
      const main = (one: { x: number; y: number }) => (way === 'right' ? one.x : one.y);
      for (const { points } of laid.courses)
        for (let i = 1; i < points.length; i++)
          expect(main(points[i]!)).toBeGreaterThanOrEqual(main(points[i - 1]!));
      for (const { from, to } of laid.courses) {
        const [a, b] = [from, to].map((id) => laid.boxes.find((one) => one.id === id)!);
        expect(b!.layer).toBeGreaterThan(a!.layer);
      }
    },
  );

  test.each(Array.from({ length: 40 }, (_, i) => i))('nothing lies over a box (%i)', (seed) => {
    const laid = layOut(drawing(seed, 4 + seed), way, GAPS);
    laid.boxes.forEach((a, i) =>
      laid.boxes.slice(i + 1).forEach((b) => {
        const apart =
          a.x + a.width <= b.x ||
          b.x + b.width <= a.x ||
          a.y + a.height <= b.y ||
          b.y + b.height <= a.y;
        expect(apart, `${a.id} and ${b.id}`).toBe(true);
      }),
    );
    for (const course of laid.courses)
      for (const { x, y } of along(course, way))
        for (const box of laid.boxes) {
          const inside =
            x > box.x + 1 &&
            x < box.x + box.width - 1 &&
            y > box.y + 1 &&
            y < box.y + box.height - 1;
          expect(inside, `${course.from}–${course.to} over ${box.id}`).toBe(false);
        }
  });
});

describe('a flow', () => {
  const chain = (count: number, more: Edge[] = []): Drawing => ({
    boxes: Array.from({ length: count }, (_, i) => ({
      id: String(i),
      width: 100,
      height: 40,
      port: 20,
    })),
    edges: [
      ...Array.from({ length: count - 1 }, (_, i) => ({ from: String(i), to: String(i + 1) })),
      ...more,
    ],
  });

  test('that is a chain is one straight line', () => {
    const { boxes, courses, width, height } = layOut(chain(6), 'right', GAPS);
    expect(new Set(boxes.map(({ y }) => y))).toEqual(new Set([0]));
    expect(courses.flatMap(({ points }) => points.map(({ y }) => y))).toEqual(
      Array.from({ length: 15 }, () => 20),
    );
    expect([width, height]).toEqual([6 * 100 + 5 * 60, 40]);
  });

  test('whose chains branch off is straight in each of them', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const boxes = ids.map((id, i) => ({ id, width: 100, height: 40 + 20 * (i % 2), port: 20 }));
    const edges = ['ab', 'bc', 'cd', 'be', 'ef', 'fg', 'gh', 'ag'].map((pair) => ({
      from: pair[0]!,
      to: pair[1]!,
    }));
    const { courses } = layOut({ boxes, edges }, 'right', GAPS);
    const bent = courses.filter(({ points }) => new Set(points.map(({ y }) => y)).size > 1);
    expect(bent.map(({ from, to }) => from + to).sort()).toEqual(['ab', 'ag', 'bc', 'be', 'fg']);
  });

  test('has its branches beside each other, around what they come from', () => {
    const boxes = ['a', 'b', 'c', 'd'].map((id) => ({ id, width: 100, height: 40, port: 20 }));
    const edges = ['b', 'c'].flatMap((id) => [
      { from: 'a', to: id },
      { from: id, to: 'd' },
    ]);
    const at = new Map(
      layOut({ boxes, edges }, 'right', GAPS).boxes.map(({ id, x, y }) => [id, [x, y]]),
    );
    expect(Object.fromEntries(at)).toEqual({ a: [0, 30], b: [160, 0], c: [160, 60], d: [320, 30] });
  });

  test('keeps its order where no arrow asks for another', () => {
    const boxes = ['a', 'b', 'c', 'd'].map((id) => ({ id, width: 100, height: 40, port: 20 }));
    const edges = ['b', 'c', 'd'].map((to) => ({ from: 'a', to }));
    const laid = layOut({ boxes, edges }, 'down', GAPS).boxes;
    expect(laid.filter(({ layer }) => layer === 1).map(({ id }) => id)).toEqual(['b', 'c', 'd']);
  });

  test('uncrosses arrows by parting what they join', () => {
    const boxes = ['a', 'b', 'c', 'd'].map((id) => ({ id, width: 100, height: 40, port: 20 }));
    const edges = [
      { from: 'a', to: 'd' },
      { from: 'b', to: 'c' },
    ];
    const laid = layOut({ boxes, edges }, 'right', GAPS);
    const y = (id: string) => laid.boxes.find((one) => one.id === id)!.y;
    expect(y('a') < y('b')).toBe(y('d') < y('c'));
  });

  test('with a circle in it is laid out all the same', () => {
    const ring = chain(3, [{ from: '2', to: '0' }]);
    expect(layOut(ring, 'right', GAPS).boxes).toHaveLength(3);
  });

  test('has what stands on its rim right before the first that waits for it', () => {
    const edges = [...chain(3).edges, { from: 'x', to: '2' }, { from: 'z', to: '0' }];
    const layers = layerOf(['0', '1', '2', 'x', 'z'], edges, new Set(['x', 'z']));
    expect(Object.fromEntries(layers)).toEqual({ z: 0, '0': 1, '1': 2, x: 2, '2': 3 });
  });

  test('a step more changes nothing before it', () => {
    const before = layOut(chain(30), 'right', GAPS).boxes;
    const then = layOut(chain(31), 'right', GAPS).boxes;
    expect(then.slice(0, 30)).toEqual(before);
  });

  test('of nothing is nothing', () => {
    expect(layOut({ boxes: [], edges: [] }, 'right', GAPS)).toEqual({
      boxes: [],
      courses: [],
      width: 0,
      height: 0,
    });
  });

  test('of 2,000 steps is there at once', () => {
    const given = drawing(7, 2000);
    const took = Array.from({ length: 5 }, () => {
      const began = performance.now();
      layOut(given, 'right', GAPS);
      return performance.now() - began;
    });
    // It takes about 30 ms where nothing else runs; a growth with the square would take seconds.
    expect(Math.min(...took)).toBeLessThan(200);
  });
});
