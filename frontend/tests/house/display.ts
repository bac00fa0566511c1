import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A screen that nobody looks at, but that can be read. */
export interface Display {
  readonly name: string;
  /** How many different colours stand on it. */
  colours(): number;
  /** Waits until what stands on it has come to rest; a caret may blink. */
  rests(): Promise<void>;
  close(): void;
}

/** Opens a screen on the first number that is free. */
export async function openDisplay(size = '1400x900'): Promise<Display> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-screen-'));
  const screen = ['-screen', '0', `${size}x24`, '-fbdir', folder, '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', ['-displayfd', '3', ...screen], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = (await once(server.stdio[3]!, 'data')) as [Buffer];
  const picture = (): Buffer => readFileSync(join(folder, 'Xvfb_screen0'));
  return {
    name: `:${number.toString().trim()}`,
    colours: () => colours(picture()),
    rests: () => rests(picture),
    close: () => {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Counts the colours of a picture in the format of xwd: a header that begins
 * with its own length, a table of colours, then four bytes a pixel.
 */
function colours(picture: Buffer): number {
  const header = picture.readUInt32BE(0);
  const table = 12 * picture.readUInt32BE(76);
  const seen = new Set<number>();
  for (let at = header + table; at + 4 <= picture.length; at += 4)
    seen.add(picture.readUInt32LE(at));
  return seen.size;
}

async function rests(picture: () => Buffer): Promise<void> {
  let before = picture();
  for (let same = 0; same < 4;) {
    await pause(100);
    const now = picture();
    same = now.equals(before) ? same + 1 : 0;
    before = now;
  }
}
