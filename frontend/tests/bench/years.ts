import { balancesOf } from '../../src/measure/balance';
import { deedsOf } from '../../src/measure/deeds';
import { courseOver } from '../../src/measure/felt';
import { heatOf } from '../../src/measure/heat';
import { tenYears } from '../../src/measure/house';
import { kpisOf } from '../../src/measure/kpis';
import { partsOf } from '../../src/measure/window';
import { marksOf } from '../../src/outlook/feels';
import { inPlan } from '../../src/plan/reach';
import { alignmentIn } from '../../src/plan/sight';
import { stuckIn } from '../../src/plan/stuck';

const NOW = '2026-02-28';
const YEARS = { from: '2016-03-01', to: NOW };
const YEAR = { from: '2025-03-01', to: NOW };

/** All measures of ten years with so many done steps, by the name that the table gives them. */
export function sumsOf(count: number): Record<string, () => unknown> {
  const mirror = tenYears(count);
  const within = inPlan('p1');
  return {
    'all action KPIs of ten years': () => kpisOf(mirror, YEARS, NOW, within),
    'all action KPIs of one year': () => kpisOf(mirror, YEAR, NOW, within),
    'heat map of ten years': () => heatOf(deedsOf(mirror, within), mirror, YEARS, within),
    'stuck, no next action': () => stuckIn(mirror, 'p1', NOW),
    alignment: () => alignmentIn(mirror, within),
    'clarity over the months of ten years': () => {
      const months = partsOf(YEARS, 'month');
      return courseOver(marksOf(mirror.said.list('rated', 'v1'), 'clarity'), months);
    },
    'balance of ten visions over ten years': () => balancesOf(mirror, 'p1', YEARS, NOW),
  };
}
