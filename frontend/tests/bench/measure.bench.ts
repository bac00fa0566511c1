import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { test } from 'vitest';
import { Series, table } from './table';
import type * as Years from './years';

// What the measures of ten years cost, with 100,000 done steps, built as the page
// is. The aim is all KPIs of a plan within 50 ms. `npm run bench:measure` prints the
// table; TZ=… tells it for another zone.

const COUNT = 100_000;
const WARM = 5;
const ROUNDS = 25;

test(`${String(COUNT)} done steps`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-years-'));
  try {
    const { sumsOf } = await built(folder);
    const rows = Object.entries(sumsOf(COUNT)).map(([name, sum]) => [name, String(timed(sum))]);
    process.stdout.write(`\n${table([['', 'ms'], ...rows])}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** The first rounds warm up and are not told. */
function timed(sum: () => unknown): Series {
  const series = new Series();
  for (let round = -WARM; round < ROUNDS; round++) {
    const begun = performance.now();
    sum();
    if (round >= 0) series.add(performance.now() - begun);
  }
  return series;
}

/** As the sources stand, modules would ask each other for every call; in the page they are one. */
async function built(folder: string): Promise<typeof Years> {
  process.env['NODE_ENV'] = 'production'; // under that of a test Svelte makes code that checks itself
  const entry = join(import.meta.dirname, 'years.ts');
  await build({
    mode: 'production',
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [svelte()],
    build: {
      target: 'es2022',
      outDir: folder,
      lib: { entry, formats: ['es'], fileName: () => 'years.mjs' },
    },
  });
  return (await import(/* @vite-ignore */ join(folder, 'years.mjs'))) as typeof Years;
}
