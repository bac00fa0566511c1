import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDisplay } from './display';

declare module 'vitest' {
  interface ProvidedContext {
    display: string;
    bridge: string;
    product: string;
    page: string;
  }
}

const frontend = join(import.meta.dirname, '../..');
const root = join(frontend, '..');

/**
 * Builds the page and both programs from the sources as they are: the bridge,
 * which answers a browser, and the product, which is what people get. The Go
 * cache makes the second time quick.
 */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-built-'));
  chmodSync(folder, 0o755);
  run('npx', ['vite', 'build', '--logLevel', 'warn'], frontend);
  project.provide('page', join(frontend, 'dist'));
  project.provide('bridge', build(folder, 'bridge', 'dev,webkit2_41'));
  project.provide('product', build(folder, 'product', 'desktop,production,webkit2_41'));
  const display = await openDisplay();
  project.provide('display', display.name);
  return () => {
    display.close();
    rmSync(folder, { recursive: true, force: true });
  };
}

function build(folder: string, name: string, tags: string): string {
  const binary = join(folder, name);
  run('go', ['build', '-tags', tags, '-o', binary, '.'], root);
  return binary;
}

/** Runs a command outside the test: a page built under NODE_ENV=test is not the one people get. */
function run(command: string, args: string[], cwd: string): void {
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync(command, args, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
}
