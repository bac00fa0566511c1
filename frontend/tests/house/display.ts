import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A screen that nobody looks at, but that can be read. */
export interface Display {
  readonly name: string;
  /** How many different colours stand on it, or in a part of it. */
  colours(part?: Part): number;
  /** The pixels of a part of it. */
  pixels(part: Part): Buffer;
  /** Waits until what stands on it has come to rest; a caret may blink. */
  rests(): Promise<void>;
  close(): void;
}

/** A part of a screen, in px from its corner. */
export interface Part {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Opens a screen on the first number that is free. */
export async function openDisplay(size = '1400x900'): Promise<Display> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-screen-'));
  const screen = ['-screen', '0', `${size}x24`, '-fbdir', folder, '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', ['-displayfd', '3', ...screen], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = (await once(server.stdio[3]!, 'data')) as [Buffer];
  const file = join(folder, 'Xvfb_screen0');
  const picture = (): Buffer => readFileSync(file);
  return {
    name: `:${number.toString().trim()}`,
    colours: (part) => distinct(part ? pixelsIn(file, part) : pixelsOf(picture())),
    pixels: (part) => pixelsIn(file, part),
    rests: () => rests(picture),
    close: () => {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The pixels of a picture in the format of xwd: a header that begins with its
 * own length, a table of colours, then four bytes a pixel.
 */
function pixelsOf(picture: Buffer): Buffer {
  return picture.subarray(pixelsAt(picture));
}

/** Those of a part, without reading the rest: quick enough to be asked for every few milliseconds. */
function pixelsIn(file: string, { left, top, width, height }: Part): Buffer {
  const screen = openSync(file, 'r');
  const read = (bytes: number, at: number): Buffer => {
    const buffer = Buffer.alloc(bytes);
    readSync(screen, buffer, 0, bytes, at);
    return buffer;
  };
  const header = read(100, 0);
  const line = header.readUInt32BE(48);
  const first = pixelsAt(header) + top * line + left * 4;
  const lines = Array.from({ length: height }, (_, y) => read(width * 4, first + y * line));
  closeSync(screen);
  return Buffer.concat(lines);
}

function pixelsAt(header: Buffer): number {
  return header.readUInt32BE(0) + 12 * header.readUInt32BE(76);
}

/** How many colours there are among pixels. */
function distinct(pixels: Buffer): number {
  const seen = new Set<number>();
  for (let at = 0; at + 4 <= pixels.length; at += 4) seen.add(pixels.readUInt32LE(at));
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
