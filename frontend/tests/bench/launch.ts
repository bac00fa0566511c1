import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import type { Display, Part } from '../house/display';
import type { Home } from '../house/home';
import { Series } from './table';

const run = promisify(execFile);

/**
 * Where the first rows of the outline stand, and the button of the empty
 * window: of one colour until they are drawn. The window stands in the middle
 * of a screen of 1400 × 900.
 */
const WORDS: Part = { left: 330, top: 210, width: 400, height: 260 };
/** A line across the screen: of one colour, that of the screen itself, until a window stands on it. */
const ACROSS: Part = { left: 0, top: 60, width: 1400, height: 1 };
const ALL: Part = { left: 0, top: 0, width: 1400, height: 900 };
/** Letters have edges in many shades. */
const SHADES = 8;

/** A program that is started again and again. */
export class Launch {
  /** From exec until the window stands there, still empty, in ms. */
  readonly window = new Series();
  /** From exec until its first words are on the screen, in ms. */
  readonly usable = new Series();
  /** The processor time of all its processes until then, in ms: unlike the time on the clock it hardly grows on a busy machine. */
  readonly work = new Series();

  constructor(
    readonly program: string,
    readonly title: string,
    readonly home: Home,
    /** A key that changes what is seen. */
    readonly key = 'Down',
  ) {}

  /** Forgets the rounds so far. */
  forget(): void {
    for (const series of [this.window, this.usable, this.work]) series.values.length = 0;
  }

  /** Starts it, waits until it can be used, makes sure that it can, and ends it. */
  async round(display: Display): Promise<void> {
    const before = performance.now();
    const child = spawn(this.program, [], {
      cwd: this.home.path,
      env: { ...this.home.env, DISPLAY: display.name },
      stdio: 'ignore',
    });
    const ended = once(child, 'exit');
    try {
      await until(() => display.colours(ACROSS) > 1);
      this.window.add(performance.now() - before);
      await until(() => display.colours(WORDS) >= SHADES);
      this.usable.add(performance.now() - before);
      this.work.add(workOf(child.pid ?? 0));
      await this.#takesKeys(display);
    } finally {
      child.kill();
      await ended;
      await until(() => display.colours(ACROSS) === 1);
    }
  }

  /** A window that only looks ready would not answer to a key. */
  async #takesKeys(display: Display): Promise<void> {
    const tool = (...args: string[]) =>
      run('xdotool', args, { env: { DISPLAY: display.name, PATH: process.env['PATH'] } });
    const { stdout } = await tool('search', '--sync', '--onlyvisible', '--name', this.title);
    await tool('windowfocus', '--sync', stdout.trim().split('\n')[0] ?? '');
    const before = display.pixels(ALL);
    await tool('key', this.key);
    await until(() => !display.pixels(ALL).equals(before));
  }
}

/** So often is the screen looked at, in ms: whoever looked all the time would take a core from the program. */
const LOOK = 8;

async function until(holds: () => boolean): Promise<void> {
  for (const end = performance.now() + 60_000; !holds(); await pause(LOOK))
    if (performance.now() > end) throw new Error('the window never got there');
}

/** One tick of the kernel's clock for processor time, in ms. */
const TICK = 10;

/** The processor time that a process and all below it have taken, in ms. */
function workOf(pid: number): number {
  const path = `/proc/${String(pid)}`;
  // Behind the name, which may hold anything: state is the first field, times are the 12th and 13th.
  const fields = readFileSync(`${path}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  const own = (Number(fields[11]) + Number(fields[12])) * TICK;
  const threads = readdirSync(`${path}/task`);
  const children = threads.flatMap((thread) =>
    readFileSync(`${path}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
  );
  return children.reduce((sum, child) => sum + workOf(Number(child)), own);
}
