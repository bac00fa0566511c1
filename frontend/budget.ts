import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** What the first view may load of script, in KB (1,000 bytes) after gzip. */
export const BUDGET_KB = 150;

/** A chunk of a build as far as its weight matters. */
export interface Chunk {
  readonly fileName: string;
  readonly isEntry: boolean;
  /** The chunks that are loaded with it, whether they are needed or not. */
  readonly imports: readonly string[];
  readonly code: string;
}

/**
 * The bytes of script, gzipped, that are loaded before anything is drawn: the
 * entries and all that they import statically. What is imported when it is
 * called for does not count.
 */
export function firstView(chunks: readonly Chunk[]): number {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const loaded = new Set(chunks.filter((chunk) => chunk.isEntry));
  for (const chunk of loaded)
    for (const name of chunk.imports) {
      const imported = byName.get(name);
      if (imported) loaded.add(imported);
    }
  return [...loaded].reduce((sum, chunk) => sum + gzipSync(chunk.code, { level: 9 }).length, 0);
}

/** Says after a build what the first view weighs, and fails one that is too heavy. */
export function budget(limit: number = BUDGET_KB, say: (text: string) => void = print): Plugin {
  return {
    name: 'budget',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const weight = firstView(chunks) / 1000;
      const text = `first view: ${weight.toFixed(1)} KB of script, gzipped (at most ${String(limit)})`;
      if (weight > limit) this.error(text);
      say(text);
    },
  };
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
