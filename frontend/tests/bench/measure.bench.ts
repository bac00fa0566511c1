import { occasionsOf } from '../../src/measure/occasions';
import { completionOf } from '../../src/measure/completion';
import { deadlinesOf } from '../../src/measure/deadlines';
import { milestonesOf } from '../../src/measure/milestones';
import { overrunIn } from '../../src/measure/overrun';
import { dayReader } from '../../src/measure/days';
import { expect, test } from 'vitest';
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
import { Series, table } from './table';

// What the measures of ten years cost, with 100,000 done steps: the aim is all KPIs
// of a plan within 50 ms. `npm run bench:measure` prints the table.

const COUNT = 100_000;
const ROUNDS = 15;
const NOW = '2026-03-01';
const YEARS = { from: '2016-03-01', to: NOW };

test(`${String(COUNT)} done steps`, { timeout: 120_000 }, () => {
  const mirror = tenYears(COUNT);
  const within = inPlan('p1');
  const kpis = () => kpisOf(mirror, YEARS, NOW, within);
  expect(kpis().done).toBeGreaterThan(COUNT);
  const sums: Record<string, () => unknown> = {
    'all action KPIs': kpis,
    'the same of one year': () => kpisOf(mirror, { from: '2025-03-02', to: NOW }, NOW, within),
    'heat map': () => heatOf(deedsOf(mirror, within), mirror, YEARS, within),
    'stuck, no next action': () => stuckIn(mirror, 'p1', NOW),
    alignment: () => alignmentIn(mirror, within),
    'clarity by months': () => {
      const months = partsOf(YEARS, 'month');
      return courseOver(marksOf(mirror.said.list('rated', 'v1'), 'clarity'), months);
    },
    'balance of ten visions': () => balancesOf(mirror, 'p1', YEARS, NOW),
  };
  const d = deedsOf(mirror, within);
  Object.assign(sums, {
    deeds: () => deedsOf(mirror, within), deedsAll: () => deedsOf(mirror),
    occasions: () => occasionsOf(mirror, YEARS, NOW, within),
    completion: () => completionOf(d, YEARS, NOW), deadlines: () => deadlinesOf(d, YEARS, NOW),
    milestones: () => milestonesOf(d, YEARS), overrun: () => overrunIn(d, YEARS),
    iter: () => { let n=0; for (const i of mirror.items.values()) n+=i.rank.length; return n; },
    days: () => { const r = dayReader(); let n=0; for (const x of d) n+= x.item.doneAt===''?0:r(x.item.doneAt); return n; },
  });
  const rows = Object.entries(sums).map(([name, sum]) => [name, String(timed(sum))]);
  process.stdout.write(`\n${table([['', 'ms'], ...rows])}\n`);
});

/** The first rounds warm up and are not told. */
function timed(sum: () => unknown): Series {
  const series = new Series();
  for (let round = -3; round < ROUNDS; round++) {
    const begun = performance.now();
    sum();
    if (round >= 0) series.add(performance.now() - begun);
  }
  return series;
}
