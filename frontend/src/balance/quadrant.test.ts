import { describe, expect, test } from 'vitest';
import { seeded } from '../plan/sample';
import {
  DIVIDE,
  HIGH,
  linesOf,
  meet,
  placed,
  stoneBox,
  WIDE,
  whyNot,
  type Lying,
} from './quadrant';

const NAMES = ['A book of mine', 'Legs', 'ein sehr langes Wort'.repeat(4), 'كتاب لي', '一本書'];

/** Some visions by chance, some of them at one place. */
function many(seed: number): Lying[] {
  const random = seeded(seed);
  const tenth = () => Math.floor(random() * 11) / 10;
  return Array.from({ length: 1 + Math.floor(random() * 14) }, (_, i) => ({
    id: String(i),
    name: NAMES[Math.floor(random() * NAMES.length)] ?? '',
    balance: {
      feels: random() < 0.1 ? null : tenth(),
      moves: random() < 0.1 ? null : tenth(),
    },
    before: random() < 0.5 ? { feels: tenth(), moves: tenth() } : undefined,
  }));
}

describe('on the quadrant', () => {
  test('no stone covers another, no name covers anything, and all is inside', () => {
    for (let seed = 0; seed < 200; seed++) {
      const all = placed(many(seed), [], 'before');
      const stones = all.map(({ x, y }) => stoneBox(x, y));
      const names = all.flatMap(({ name, trail }) =>
        [name, trail?.word].flatMap((one) => one?.box ?? []),
      );
      const boxes = [...stones, ...names];
      boxes.forEach((box, i) => {
        expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(WIDE);
        expect(box.foot).toBeLessThanOrEqual(HIGH);
        for (const other of boxes.slice(i + 1)) expect(meet(box, other)).toBe(false);
      });
      for (const { left, right, top, foot } of names) {
        expect(left < DIVIDE.x && right > DIVIDE.x, 'across the upright').toBe(false);
        expect(top < DIVIDE.y && foot > DIVIDE.y, 'across the level').toBe(false);
      }
    }
  });

  test('a name stands whole on two lines rather than cut on one', () => {
    expect(linesOf('A book of mine, out in the world')).toEqual([
      ['A book of mine,', 'out in the world'],
    ]);
    expect(linesOf('Legs for the ridge')).toEqual([
      ['Legs for the ridge'],
      ['Legs for', 'the ridge'],
    ]);
    expect(linesOf('word '.repeat(30))[0]?.at(-1)).toMatch(/…$/);
  });

  test('a trail leads from where it lay before; where it lies still there is none', () => {
    const balance = { feels: 0.8, moves: 0.7 };
    const trailOf = (before: Lying['before']) =>
      placed([{ id: 'v', name: 'V', balance, before }], [], 'before')[0]?.trail;
    expect(trailOf({ feels: 0.4, moves: 0.2 })?.word?.lines).toEqual(['before']);
    expect(trailOf({ feels: 0.8, moves: 0.72 })).toBeNull();
    expect(trailOf({ feels: null, moves: 0.2 })).toBeNull();
    expect(trailOf(undefined)).toBeNull();
  });

  test('each vision that can be placed is, where it belongs, and the others say why not', () => {
    const all = many(3);
    const ids = all.filter(({ balance }) => whyNot(balance) === null).map(({ id }) => id);
    expect(placed(all).map(({ id }) => id)).toEqual(ids);
    const one = (feels: number | null, moves: number | null) => ({ feels, moves });
    expect(whyNot(one(null, 0.5))).toBe('unrated');
    expect(whyNot(one(0.5, null))).toBe('still');
    expect(whyNot(one(null, null))).toBe('silent');
    const [stone] = placed([{ id: 'v', name: 'V', balance: one(1, 0) }]);
    expect(stone).toMatchObject({ x: 13, y: 10 });
  });
});
