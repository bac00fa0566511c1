import { test } from 'vitest';
import { Boards } from './boards';
import { InChromium, InWebKit, MOVES, type Visitor } from './gallery';
import type { Frames } from './frames';
import { table } from './table';
import { photos, wall } from './walls';

// Our vision board and those that others make, with the same 500 pictures, turn
// and turn about, each in a browser of its own, beside a page with nothing on
// it; only ratios inside one run count. `npm run bench:vision` prints the
// tables with their bars.

const COUNT = 500;
const ROUNDS = 3;
const NAMES = ['cairn', 'konva', 'leafer', 'nothing'] as const;
/** A frame of WebKitGTK without hardware may take so long, in ms; of Chromium's this share may be lost. */
const SLOW = 34;
const LOST = 0.05;
/** Panning may cost the browser this share of what it costs with konva. */
const CHEAPER = 3;

type All<One> = Readonly<Record<(typeof NAMES)[number], One>>;

test('in Chromium', async () => {
  const all = await met((name) => new InChromium(name));
  const rows = [
    row(
      'hung and at rest, ms',
      figures(all, ({ first }) => first.at(0.5)),
    ),
  ];
  for (const move of MOVES) {
    const of = (tell: (frames: Frames) => number) => figures(all, ({ moves }) => tell(moves[move]));
    rows.push(
      row(
        `${move}, p95 ms a frame`,
        of(({ took }) => took.at(0.95)),
      ),
    );
    rows.push(
      lost(
        move,
        of(({ dropped }) => dropped),
      ),
    );
    rows.push(
      row(
        `${move}, main thread, ms a frame`,
        of(({ page }) => page.at(0.5)),
      ),
    );
    rows.push(
      cost(
        move,
        of(({ browser }) => browser.at(0.5)),
      ),
    );
  }
  rows.push(
    row(
      'page memory, MB',
      figures(all, ({ heap }) => heap.at(0.5)),
    ),
  );
  print('500 pictures, Chromium', rows);
});

test('in WebKitGTK', async () => {
  const all = await met((name) => new InWebKit(name));
  const rows = [
    row(
      'hung and at rest, ms',
      figures(all, ({ first }) => first.at(0.5)),
    ),
  ];
  for (const move of MOVES) {
    const p95 = figures(all, ({ moves }) => moves[move].took.at(0.95));
    const bar = move === 'zoom' ? [] : [`≤ ${String(SLOW)} ms`, yes(p95.cairn <= SLOW)];
    rows.push(row(`${move}, p95 ms a frame`, p95, ...bar));
  }
  print('500 pictures, WebKitGTK without hardware', rows);
});

/** All of them after their rounds; every second round begins with the last. */
async function met<One extends Visitor>(make: (name: string) => One): Promise<All<One>> {
  const boards = await Boards.open(wall(COUNT), 'walls.ts', await photos(COUNT));
  const all = Object.fromEntries(NAMES.map((name) => [name, make(name)])) as All<One>;
  const order = NAMES.map((name) => all[name]);
  try {
    for (let round = 0; round < ROUNDS; round++)
      for (const one of round % 2 === 0 ? order : order.toReversed()) await one.round(boards.url);
  } finally {
    boards.close();
  }
  return all;
}

function figures<One>(all: All<One>, tell: (one: One) => number): All<number> {
  return Object.fromEntries(NAMES.map((name) => [name, tell(all[name])])) as All<number>;
}

function row(name: string, all: All<number>, bar = '', isMet = ''): string[] {
  const ratio = (all.konva / all.cairn).toFixed(2);
  return [name, ...NAMES.map((one) => figure(all[one])), `${ratio} ×`, bar, isMet];
}

/** Zooming has no bar; dragging and panning may lose this share more than an empty page. */
function lost(move: string, all: All<number>): string[] {
  const told = NAMES.map((name) => `${(all[name] * 100).toFixed(1)} %`);
  const bar = `≤ ${String(LOST * 100)} % more`;
  const judged = move === 'zoom' ? ['', ''] : [bar, yes(all.cairn - all.nothing <= LOST)];
  return [`${move}, frames lost`, ...told, '', ...judged];
}

function cost(move: string, all: All<number>): string[] {
  const name = `${move}, whole browser, ms a frame`;
  if (!move.endsWith('pan')) return row(name, all);
  return row(name, all, `≥ ${String(CHEAPER)} ×`, yes(all.konva / all.cairn >= CHEAPER));
}

/** A figure; nothing for what was not asked for. */
function figure(value: number): string {
  return Number.isNaN(value) ? '' : value.toFixed(1);
}

function yes(isMet: boolean): string {
  return isMet ? 'met' : 'missed';
}

function print(title: string, rows: string[][]): void {
  const head = [title, 'Cairn', 'konva', 'leafer', 'empty page', 'konva : Cairn', 'bar', ''];
  process.stdout.write(`\n${table([head, ...rows])}\n`);
}
