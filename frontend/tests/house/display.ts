import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A screen that nobody looks at; it picks its own free number. */
export async function openDisplay(): Promise<{ name: string; close(): void }> {
  const screen = ['-screen', '0', '1400x900x24', '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', ['-displayfd', '3', ...screen], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = (await once(server.stdio[3]!, 'data')) as [Buffer];
  return { name: `:${number.toString().trim()}`, close: () => server.kill() };
}
