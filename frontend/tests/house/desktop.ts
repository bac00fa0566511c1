import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import type { Display } from './display';
import type { Home } from './home';

const run = promisify(execFile);

/** A place on the screen. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

type Words = [string, string, string, string];

/** The program as people get it, in a window on a display, with a hand on the keyboard. */
export class Desktop {
  readonly #process: ChildProcess;
  readonly #display: Display;
  readonly #trace: string;

  private constructor(child: ChildProcess, display: Display, trace: string) {
    this.#process = child;
    this.#display = display;
    this.#trace = trace;
  }

  /** Starts it (or another program) under strace, which notes every connection that it or a child makes. */
  static start(home: Home, display: Display, program = [inject('product')]): Desktop {
    const trace = join(home.path, 'connections');
    const watch = ['-f', '--seccomp-bpf', '-e', 'trace=connect', '-o', trace, '-A'];
    const child = spawn('strace', [...watch, ...program], {
      cwd: home.path,
      env: { ...home.env, DISPLAY: display.name },
      stdio: 'ignore',
    });
    return new Desktop(child, display, trace);
  }

  /** Waits for the window and gives the keyboard to it. */
  async window(): Promise<string> {
    const id = await this.until(async () => (await this.windows())[0]);
    await this.#do('windowfocus', '--sync', id);
    return id;
  }

  /** The windows of the program that can be seen. */
  async windows(): Promise<string[]> {
    const found = await this.#do('search', '--onlyvisible', '--name', '^Cairn$').catch(() => '');
    return found.split('\n').filter((id) => id !== '');
  }

  async type(text: string): Promise<void> {
    await this.#do('type', '--delay', '12', text);
  }

  async press(...keys: string[]): Promise<void> {
    await this.#do('key', ...keys);
  }

  /** Where a window stands. */
  async place(id: string): Promise<Box> {
    const said = await this.#do('getwindowgeometry', '--shell', id);
    const number = (name: string) => Number(new RegExp(`^${name}=(-?\\d+)$`, 'm').exec(said)?.[1]);
    return { x: number('X'), y: number('Y'), width: number('WIDTH'), height: number('HEIGHT') };
  }

  /** Takes a window somewhere else, as a hand on its frame does. */
  async move(id: string, to: Box): Promise<void> {
    const [x, y, width, height] = [to.x, to.y, to.width, to.height].map(String) as Words;
    await this.#do('windowsize', '--sync', id, width, height);
    await this.#do('windowmove', '--sync', id, x, y);
  }

  /** Clicks on a point of the screen. */
  async click(x: number, y: number): Promise<void> {
    await this.#do('mousemove', '--sync', String(x), String(y));
    await this.#do('click', '1');
  }

  /** The windows that are drawn over the program's own: its open menus. */
  async menus(): Promise<string[]> {
    const own = await this.windows();
    const found = await this.#do('search', '--onlyvisible', '--class', '.').catch(() => '');
    return found.split('\n').filter((id) => id !== '' && !own.includes(id));
  }

  async hide(id: string): Promise<void> {
    await this.#do('windowunmap', '--sync', id);
  }

  /** Ends the program, and strace with it, as a battery does that falls out. */
  async kill(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const gone = once(this.#process, 'exit');
    const pid = String(this.#process.pid);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    for (const child of children) process.kill(Number(child), 'SIGKILL');
    await gone;
  }

  /** The code that it ended with by itself. */
  async ended(): Promise<number> {
    if (this.#process.exitCode !== null) return this.#process.exitCode;
    const [code] = (await once(this.#process, 'exit')) as [number];
    return code;
  }

  /** The connections to anywhere but this machine's own sockets in the file system. */
  get connections(): string[] {
    return readFileSync(this.#trace, 'utf8')
      .split('\n')
      .filter((line) => /AF_INET6?\b/.test(line));
  }

  /** Waits until what is asked for is there. */
  async until<T>(ask: () => Promise<T | undefined | false>): Promise<T> {
    for (const end = Date.now() + 40_000; Date.now() < end; await pause(50)) {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
    }
    throw new Error('the window never got there');
  }

  async #do(...args: string[]): Promise<string> {
    const { stdout } = await run('xdotool', args, {
      env: { DISPLAY: this.#display.name, PATH: process.env['PATH'] },
    });
    return stdout;
  }
}
