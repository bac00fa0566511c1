// @vitest-environment node
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { budget, firstView, type Chunk } from '../budget';

function chunk(fileName: string, over: Partial<Chunk> = {}): Chunk {
  return { fileName, isEntry: false, imports: [], code: `/* ${fileName} */`, ...over };
}

function weight(...chunks: Chunk[]): number {
  return chunks.reduce((sum, one) => sum + gzipSync(one.code, { level: 9 }).length, 0);
}

test('the first view weighs its entry and all that comes along, each once', () => {
  const entry = chunk('main', { isEntry: true, imports: ['a', 'b'] });
  const a = chunk('a', { imports: ['shared'] });
  const b = chunk('b', { imports: ['shared', 'main'] });
  const shared = chunk('shared');
  const later = chunk('later', { imports: ['shared'] });
  expect(firstView([later, shared, a, b, entry])).toBe(weight(entry, a, b, shared));
});

test('a build says what its first view weighs, and fails when that is too much', async () => {
  const code = Array.from({ length: 400 }, (_, i) => `window.x${String(i * 7919)} = ${String(i)};`);
  const said: string[] = [];
  const page = (limit: number) =>
    build({
      configFile: false,
      logLevel: 'silent',
      plugins: [
        budget(limit, (text) => said.push(text)),
        {
          name: 'page',
          resolveId: (id) => (id === 'page' ? id : null),
          load: (id) => (id === 'page' ? code.join('\n') : null),
        },
      ],
      build: { write: false, rollupOptions: { input: 'page' } },
    });
  await page(100);
  expect(said).toEqual([
    expect.stringMatching(/^first view: \d\.\d KB of script, gzipped \(at most 100\)$/),
  ]);
  await expect(page(1)).rejects.toThrow(/first view: \d\.\d KB of script, gzipped \(at most 1\)/);
});
