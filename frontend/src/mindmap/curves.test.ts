import { expect, it } from 'vitest';
import type { Box } from '../gesture/camera';
import { curvesOf } from './curves';

const boxes: Record<string, Box> = {
  high: { left: 0, top: 0, right: 100, foot: 20 },
  low: { left: 300, top: 400, right: 380, foot: 420 },
};
const boxOf = (id: string) => boxes[id];

it('leads from below one node to above another that lies lower', () => {
  const [curve] = curvesOf([{ from: 'high', to: 'low', kind: 'after' }], boxOf, '');
  expect(curve).toMatchObject({ x1: 50, y1: 20, x2: 340, y2: 400, held: false });
  expect(curve!.cy1).toBeGreaterThan(20);
  expect(curve!.cy2).toBeLessThan(400);
});

it('and the other way round', () => {
  const [curve] = curvesOf([{ from: 'low', to: 'high', kind: 'after' }], boxOf, 'high');
  expect(curve).toMatchObject({ y1: 400, y2: 20, held: true });
});

it('leaves out what leads nowhere, or from a node to itself', () => {
  const ties = [
    { from: 'high', to: 'gone', kind: 'serves' as const },
    { from: 'high', to: 'high', kind: 'after' as const },
  ];
  expect(curvesOf(ties, boxOf, '')).toEqual([]);
});

it('draws those first that the hand is at, and never so many that they hide the map', () => {
  const many = Array.from({ length: 900 }, () => ({
    from: 'high',
    to: 'low',
    kind: 'after' as const,
  }));
  boxes['mine'] = { left: 5, top: 50, right: 10, foot: 60 };
  const curves = curvesOf([...many, { from: 'mine', to: 'low', kind: 'after' }], boxOf, 'mine');
  expect(curves).toHaveLength(400);
  expect(curves[0]?.held).toBe(true);
});
