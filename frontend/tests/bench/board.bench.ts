import { test } from 'vitest';
import { openBrowser } from '../house/browser';
import { Boards } from './boards';
import { clientOf } from './cards';
import { Contest } from './contest';
import { table, type Series } from './table';

// Boards of several makers with the same 10,000 cards in six columns, in one
// browser, turn and turn about; only ratios inside one run count.
// `npm run bench:board` prints the table.

const COUNT = 10_000;
const ROUNDS = 5;

/** Ours, the prototype that it is measured by, and boards that keep all cards in the document. */
const MAKES: Record<string, string> = {
  cairn: 'Cairn',
  prototype: 'prototype',
  sortable: 'SortableJS',
  dnd: 'svelte-dnd-action',
};

test(`${String(COUNT)} cards`, async () => {
  const boards = await Boards.open(clientOf(COUNT));
  const browser = await openBrowser();
  try {
    const contests = Object.keys(MAKES).map((name) => new Contest(name));
    for (let round = 0; round < ROUNDS; round++)
      for (const contest of contests) await contest.round(browser, boards.url);
    process.stdout.write(`\n${table(compared(contests))}\n`);
  } finally {
    await browser.close();
    boards.close();
  }
});

/** A row for each measure: all boards, ours against the prototype, and the best of the others against ours. */
function compared(contests: readonly Contest[]): string[][] {
  const [ours, prototype, ...others] = contests;
  if (!ours || !prototype) return [];
  const row = (
    name: string,
    of: (contest: Contest) => Series,
    share = 0.5,
    show = (series: Series) => String(series),
  ): string[] => {
    const at = (contest: Contest) => of(contest).at(share);
    const best = Math.min(...others.map(at));
    return [
      name,
      ...contests.map((contest) => show(of(contest))),
      ratio(at(ours), at(prototype)),
      ratio(best, at(ours)),
    ];
  };
  const p95 = (series: Series) => series.at(0.95).toFixed(1);
  return [
    [
      '',
      ...contests.map(({ name }) => MAKES[name] ?? name),
      'Cairn : prototype',
      'best other : Cairn',
    ],
    row('first card painted, ms', (one) => one.first),
    row('move to paint, ms', (one) => one.move),
    row('move, processor ms', (one) => one.moveWork),
    row('scroll 150 px a frame, p95 ms', (one) => one.scroll, 0.95, p95),
    row('scroll, processor ms a frame', (one) => one.scrollWork),
    row('drag with the mouse, p95 ms a frame', (one) => one.drag, 0.95, p95),
    row('page memory, MB', (one) => one.memory),
    row('elements', (one) => one.elements),
  ];
}

function ratio(a: number, b: number): string {
  return `${(a / b).toFixed(2)} ×`;
}
