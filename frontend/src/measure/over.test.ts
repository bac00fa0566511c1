import { describe, expect, test } from 'vitest';
import { inPlan } from '../plan/reach';
import { deedsOf } from './deeds';
import { Chance } from './house';
import { kpisOf, kpisOver } from './kpis';
import { occasionsIn, occasionsOf } from './occasions';
import { partsOf, type Part } from './window';

const SPAN = { from: '2024-02-20', days: 420, steps: 300 };
const NOW = '2025-03-10';
const WINDOW = { from: '2024-02-25', to: '2025-04-02' };
const PARTS: readonly Part[] = ['week', 'month'];

describe.each([1, 2, 3, 4, 5, 6, 7, 8])('in the history of chance %i', (seed) => {
  const mirror = new Chance(seed).history(SPAN);

  test.each(PARTS)('the KPIs of each %s are those that it has by itself', (part) => {
    const parts = partsOf(WINDOW, part);
    for (const within of [undefined, inPlan('p1')]) {
      const alone = parts.map((one) => kpisOf(mirror, one, NOW, within));
      const deeds = deedsOf(mirror, within);
      const occasions = occasionsIn(mirror, NOW);
      expect(kpisOver(deeds, occasions, parts, NOW, within)).toEqual(alone);
    }
  });

  test('the days of routines are the same, gone through once or for each window', () => {
    const reads = occasionsIn(mirror, NOW);
    for (const part of partsOf(WINDOW, 'month')) {
      expect(reads(part)).toEqual(occasionsOf(mirror, part, NOW));
      expect(reads(part, inPlan('p2'))).toEqual(occasionsOf(mirror, part, NOW, inPlan('p2')));
    }
  });
});
