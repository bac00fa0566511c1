// @vitest-environment node
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

const eslint = new ESLint();

/** The rules that a file with these lines at this place would break. */
async function broken(file: string, lines: string): Promise<string[]> {
  const [result] = await eslint.lintText(lines, { filePath: 'src/' + file });
  return (result?.messages ?? []).map((message) => message.ruleId ?? 'does not parse');
}

const use = (path: string) => `import * as it from '${path}';\nexport const x = it;\n`;

describe('between the folders stand walls', { timeout: 60_000 }, () => {
  test.each([
    ['ideas/new.ts', '../outline/view.svelte'],
    ['mindmap/new.ts', '../outline/view.svelte'],
    ['tree/new.ts', '../mindmap/view.svelte'],
    ['outline/new.ts', '../details/prose'],
    ['trash/new.ts', '../bridge/errors'],
    ['outline/new.ts', '../bridge/wails'],
    ['details/new.ts', '../frame/names'],
    ['plan/new.ts', '../outline/view.svelte'],
    ['ui/new.ts', '../details/tags'],
    ['gesture/new.ts', '../plan/types'],
    ['settings/new.ts', '../bridge/wails'],
    ['desktop/new.ts', '../settings/commands'],
    ['plan/new.ts', '../../wailsjs/go/app/Items'],
    ['details/new.ts', '../../wailsjs/go/app/Items'],
    ['new.ts', '../wailsjs/go/app/Items'],
  ])('%s may not import %s', async (file, path) => {
    expect(await broken(file, use(path))).toContain('import-x/no-restricted-paths');
  });

  test.each([
    ['ideas/new.ts', '../plan/types'],
    ['details/new.ts', '../ui/menu'],
    ['frame/new.ts', '../outline/view.svelte'],
    ['bridge/new.ts', '../../wailsjs/go/app/Items'],
  ])('%s may import %s', async (file, path) => {
    expect(await broken(file, use(path))).toEqual([]);
  });

  test('a circle is refused', async () => {
    expect(await broken('plan/types.ts', use('./progress'))).toContain('import-x/no-cycle');
  });

  test('the program never contains what was made for tests', async () => {
    expect(await broken('frame/new.ts', use('../bridge/fake'))).toContain('no-restricted-imports');
    expect(await broken('frame/new.ts', use('../plan/sample'))).toContain('no-restricted-imports');
  });
});

describe('in the page', { timeout: 60_000 }, () => {
  test('nothing but the bridge asks the network stack', async () => {
    expect(await broken('plan/new.ts', "export const x = fetch('/x');\n")).toEqual([
      'no-restricted-globals',
    ]);
  });

  test('text never becomes markup, and no style stands in an attribute', async () => {
    expect(await broken('ui/New.svelte', '{@html "x"}\n')).toContain('svelte/no-at-html-tags');
    expect(await broken('ui/New.svelte', '<p style="color: red">x</p>\n')).toContain(
      'no-restricted-syntax',
    );
  });
});

/** What each file of the page imports (types apart), by path from src. */
const imports = new Map(
  Object.entries(
    import.meta.glob<string>(['./**/*.ts', './**/*.svelte', '!./**/*.test.ts'], {
      eager: true,
      query: '?raw',
      import: 'default',
    }),
  ).map(([file, text]) => [file, importsOf(file, text)]),
);

function importsOf(file: string, text: string): string[] {
  const found = [...text.matchAll(/^\s*import (?!type\b)[^;]*?from '(\.[^']+)';/gm)];
  return found.map(([, path = '']) => new URL(path, 'file:///' + file).pathname.replace('/', './'));
}

/** A way from a file back to itself, or null. */
function circle(from: string): string[] | null {
  const seen = new Set<string>();
  const ways = [[from]];
  for (let way = ways.pop(); way; way = ways.pop()) {
    for (const next of filesOf(way.at(-1) ?? '')) {
      if (next === from) return [...way, next];
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return null;
}

function filesOf(file: string): string[] {
  return (imports.get(file) ?? []).flatMap((path) =>
    [path, path + '.ts'].filter((one) => imports.has(one)),
  );
}

test('no file of the page, component or not, imports itself round about', () => {
  expect(filesOf('./App.svelte')).toContain('./frame/Frame.svelte');
  expect(filesOf('./frame/Frame.svelte')).toContain('./frame/sides.svelte.ts');
  expect([...imports.keys()].map(circle).filter((way) => way !== null)).toEqual([]);
});
