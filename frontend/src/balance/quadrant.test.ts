import { describe, expect, test } from 'vitest';
import { seeded } from '../plan/sample';
import { meet, placed, SIDE, stoneBox, whyNot, type Lying } from './quadrant';

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
  }));
}

describe('on the quadrant', () => {
  test('no stone covers another, no name covers anything, and all is inside', () => {
    for (let seed = 0; seed < 200; seed++) {
      const all = placed(many(seed));
      const stones = all.map(({ x, y }) => stoneBox(x, y));
      const names = all.flatMap(({ name }) => name?.box ?? []);
      const boxes = [...stones, ...names];
      boxes.forEach((box, i) => {
        expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
        expect(Math.max(box.right, box.foot)).toBeLessThanOrEqual(SIDE);
        for (const other of boxes.slice(i + 1)) expect(meet(box, other)).toBe(false);
      });
    }
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
