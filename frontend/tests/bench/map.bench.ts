import { test } from 'vitest';
import { Boards } from './boards';
import type { Frames } from './frames';
import { InChromium, InWebKit, MOVES, type Surveyor } from './surveyor';
import { table } from './table';
import { grown } from './trees';

// Our mind map and mind-elixir's with the same trees, all unfolded, turn and
// turn about, each in a browser of its own, beside a page with nothing on it;
// only ratios inside one run count. `npm run bench:map` prints the tables, with
// the bars that are set for 10,000 items.

const ROUNDS = 3;
const MANY = 10_000;
const COUNTS = [1_000, MANY];
/** A frame of WebKitGTK without hardware may take so long, in ms; of Chromium's this share may be lost. */
const SLOW = 34;
const LOST = 0.05;
/** What an edit may cost our own scripts, in ms. */
const OWN = 2;

/** Ours, the one that it is measured by, and an empty page. */
interface All<One> {
  readonly ours: One;
  readonly other: One;
  readonly nothing: One;
}

for (const count of COUNTS)
  test(`${String(count)} items in Chromium`, async () => {
    const all = await met(count, (name) => new InChromium(name));
    print(`${String(count)} items, Chromium`, count === MANY, [
      times(
        'first node painted, ms',
        figures(all, ({ first }) => first.at(0.5)),
        10,
      ),
      times(
        'edit to paint, ms',
        figures(all, ({ edit }) => edit.at(0.5)),
        30,
      ),
      row(
        'edit, main thread, ms',
        figures(all, ({ editWork }) => editWork.at(0.5)),
      ),
      most(
        'edit, before its frame, ms',
        figures(all, ({ editOwn }) => editOwn.at(0.5)),
        OWN,
      ),
      ...MOVES.flatMap((move) => movedRows(move, all)),
      row(
        'page memory, MB',
        figures(all, ({ memory }) => memory.at(0.5)),
      ),
      row(
        'elements',
        figures(all, ({ elements }) => elements.at(0.5)),
      ),
    ]);
  });

for (const count of COUNTS)
  test(`${String(count)} items in WebKitGTK`, async () => {
    const all = await met(count, (name) => new InWebKit(name));
    print(`${String(count)} items, WebKitGTK without hardware`, count === MANY, [
      times(
        'first node painted, ms',
        figures(all, ({ first }) => first.at(0.5)),
        20,
      ),
      times(
        'edit to paint, ms',
        figures(all, ({ edit }) => edit.at(0.5)),
        20,
      ),
      ...MOVES.map((move) => {
        const p95 = figures(all, ({ moves }) => moves[move].took.at(0.95));
        return most(`${move}, p95 ms a frame`, p95, SLOW);
      }),
    ]);
  });

/** All of them after their rounds; every second round begins with the last. */
async function met<One extends Surveyor>(
  count: number,
  make: (name: string) => One,
): Promise<All<One>> {
  const boards = await Boards.open(grown(count), 'maps.ts');
  const [ours, other, nothing] = [make('cairn'), make('elixir'), make('nothing')];
  const order = [ours, other, nothing];
  try {
    for (let round = 0; round < ROUNDS; round++)
      for (const one of round % 2 === 0 ? order : order.toReversed()) await one.round(boards.url);
  } finally {
    boards.close();
  }
  return { ours, other, nothing };
}

/** Frames in time, what is lost of them beside an empty page, and what they cost the processors. */
function movedRows(move: (typeof MOVES)[number], all: All<InChromium>): string[][] {
  const of = (tell: (frames: Frames) => number) => figures(all, ({ moves }) => tell(moves[move]));
  const browser = of((frames) => frames.browser.at(0.5));
  const name = `${move}, whole browser, ms a frame`;
  return [
    row(
      `${move}, p95 ms a frame`,
      of(({ took }) => took.at(0.95)),
    ),
    lost(
      `${move}, frames lost`,
      of(({ dropped }) => dropped),
    ),
    row(
      `${move}, main thread, ms a frame`,
      of(({ page }) => page.at(0.5)),
    ),
    move === 'pan' ? row(name, browser) : times(name, browser, 3),
  ];
}

function figures<One>(all: All<One>, tell: (one: One) => number): All<number> {
  return { ours: tell(all.ours), other: tell(all.other), nothing: tell(all.nothing) };
}

/** A line of the table: what was measured, and the bar with whether it is met. */
function row(name: string, { ours, other, nothing }: All<number>, bar = '', isMet = ''): string[] {
  const told = [ours, other, nothing].map((value) => figure(value));
  return [name, ...told, `${(other / ours).toFixed(2)} ×`, bar, isMet];
}

/** The other one has to take so many times as much. */
function times(name: string, all: All<number>, least: number): string[] {
  return row(name, all, `≥ ${String(least)} ×`, yes(all.other / all.ours >= least));
}

/** It may be so much, and no more. */
function most(name: string, all: All<number>, limit: number): string[] {
  return row(name, all, `≤ ${String(limit)} ms`, yes(all.ours <= limit));
}

function lost(name: string, { ours, other, nothing }: All<number>): string[] {
  const told = [ours, other, nothing].map((share) => `${(share * 100).toFixed(1)} %`);
  return [name, ...told, '', `≤ ${String(LOST * 100)} % more`, yes(ours - nothing <= LOST)];
}

/** A figure; nothing for what was not asked for. */
function figure(value: number): string {
  return Number.isNaN(value) ? '' : value.toFixed(1);
}

function yes(isMet: boolean): string {
  return isMet ? 'met' : 'missed';
}

/** The bars are for many items: with few the columns that speak of them are left out. */
function print(title: string, barred: boolean, rows: string[][]): void {
  const head = [title, 'Cairn', 'mind-elixir', 'empty page', 'mind-elixir : Cairn', 'bar', ''];
  const shown = [head, ...rows].map((cells) => (barred ? cells : cells.slice(0, -2)));
  process.stdout.write(`\n${table(shown)}\n`);
}
