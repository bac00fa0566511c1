import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** All styles of the page but the tokens, by file. */
const sheets = Object.entries(
  import.meta.glob<string>(['../**/*.svelte', '../**/*.css', '!../styles/tokens.css'], {
    eager: true,
    query: '?raw',
    import: 'default',
  }),
).map(([name, text]) => [name, withoutComments(stylesOf(name, text))] as const);

function stylesOf(name: string, text: string): string {
  if (name.endsWith('.css')) return text;
  return /<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? '';
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '');
}

/** Each declaration that a rule finds, with its file. */
function found(rule: RegExp): string[] {
  return sheets.flatMap(([name, text]) =>
    [...text.matchAll(rule)].map((match) => `${name}: ${match[0].trim()}`),
  );
}

const NAMED = 'white|black|red|green|blue|gray|grey|silver|orange|yellow|purple|brown|pink';

describe('outside the tokens there are', () => {
  test('styles to look at', () => {
    expect(sheets.length).toBeGreaterThan(20);
  });

  test('no raw colours; the words of the system stand in for forced colours', () => {
    expect(
      found(/#[0-9a-f]{3,8}\b(?=[^{]*;)|\b(?:oklch|oklab|rgba?|hsla?|lab|lch|color)\(/gi),
    ).toEqual([]);
    expect(found(new RegExp(`:[^;{}]*\\b(?:${NAMED})\\b[^;{}]*;`, 'gi'))).toEqual([]);
  });

  test('no sizes of type but those of the scale (and shares of it, in em)', () => {
    expect(
      found(/font-size:\s*[\d.]+(?:px|rem|pt|%)/g).filter((one) => !one.includes('100%')),
    ).toEqual([]);
    expect(found(/\bfont:[^;]*[\d.]+(?:px|rem|pt)/g)).toEqual([]);
  });

  test('no weights of type but those of the tokens', () => {
    expect(found(/font-weight:\s*\d+/g).filter((one) => !/\b200 900|200 800/.test(one))).toEqual(
      [],
    );
  });

  test('no durations', () => {
    expect(found(/[\s,(][\d.]+m?s\b(?=[^{}]*;)/g)).toEqual([]);
  });

  test('no z-levels without a name', () => {
    expect(found(/z-index:\s*-?\d+/g)).toEqual([]);
  });

  test('no scale tokens: components read roles', () => {
    expect(found(/var\(--(?:paper|stone|night|fir|lichen|rust)-\d/g)).toEqual([]);
  });

  test('no sides that turn wrong where one reads from the right', () => {
    expect(found(/\b(?:margin|padding|border)-(?:left|right)\b/g)).toEqual([]);
    expect(found(/text-align:\s*(?:left|right)/g)).toEqual([]);
  });
});

test('every token that is read is there', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  const made = new Set([...tokens.matchAll(/(--[a-z0-9-]+)\s*:/g)].map((match) => match[1]));
  const own = new Set(found(/--[a-z0-9-]+(?=\s*:)/g).map((one) => one.split(': ')[1]));
  const read = found(/var\(\s*--[a-z0-9-]+/g).map((one) => one.split('(')[1]?.trim() ?? '');
  // set on elements through the CSSOM, the last one by bits-ui
  const set = new Set(['--a', '--d', '--full', '--bits-floating-available-height']);
  const missing = read.filter((name) => !made.has(name) && !own.has(name) && !set.has(name));
  expect([...new Set(missing)]).toEqual([]);
});
