import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';
import { NOBODY, type Home } from './home';
import { within } from './within';

export interface Start {
  args?: string[];
  /** Runs it as a user without rights; everything in the home must be theirs. */
  asNobody?: boolean;
}

/**
 * The running program with its browser bridge: real Go, real file. Restarted
 * on the same home it answers at the same address.
 */
export class App {
  readonly home: Home;
  readonly url: string;
  readonly #port: number;
  #process: ChildProcess | undefined;
  /** All that was said on the terminal. */
  #log = '';

  private constructor(home: Home, port: number) {
    this.home = home;
    this.#port = port;
    this.url = `http://127.0.0.1:${String(port)}`;
  }

  static async start(home: Home, start: Start = {}): Promise<App> {
    const app = new App(home, await freePort());
    await app.run(start);
    return app;
  }

  /** What the program has said on the terminal; WebKit and Wails say things of their own. */
  get log(): string[] {
    const others = /^$|^Overriding existing handler for signal|^Ctrl\+C detected|wails: Websocket /;
    return this.#log.split('\n').filter((line) => !others.test(line));
  }

  /** Starts it (again) and comes back when it answers. */
  async run({ args = [], asNobody = false }: Start = {}): Promise<void> {
    const child = spawn(inject('bridge'), args, {
      cwd: this.home.path,
      env: {
        ...this.home.env,
        DISPLAY: inject('display'),
        devserver: `127.0.0.1:${String(this.#port)}`,
        assetdir: inject('page'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(asNobody ? { uid: NOBODY, gid: NOBODY } : {}),
    });
    child.stdout.on('data', (said: Buffer) => (this.#log += said.toString()));
    child.stderr.on('data', (said: Buffer) => (this.#log += said.toString()));
    this.#process = child;
    await this.#answers(child);
  }

  /** Starts it a second time in the same home, with a file, and tells how that ended. */
  async again(file: string): Promise<number> {
    const child = spawn(inject('bridge'), [file], {
      env: { ...this.home.env, DISPLAY: inject('display') },
      stdio: 'ignore',
    });
    const [code] = (await once(child, 'exit')) as [number];
    return code;
  }

  /** What was said so far was expected. */
  forget(): void {
    this.#log = '';
  }

  /** Ends it as a battery does that falls out. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Asks it to end. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** Ends it and answers with where it stood. */
  async dump(): Promise<string> {
    await this.#end('SIGQUIT');
    return this.#log;
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    try {
      await within(20_000, 'the program ends', gone);
    } catch (late) {
      child.kill('SIGQUIT'); // Go says where it stands, and ends
      await within(5_000, 'the program says where it stands', gone).catch(() => child.kill(9));
      throw new Error(this.#log, { cause: late });
    }
  }

  async #answers(child: ChildProcess): Promise<void> {
    for (const end = Date.now() + 40_000; Date.now() < end; await pause(30)) {
      if (child.exitCode !== null) throw new Error(`the program ended: ${this.#log}`);
      const there = await fetch(`${this.url}/begin.json`).catch(() => undefined);
      if (there?.ok) return;
    }
    throw new Error(`the program does not answer: ${this.#log}`);
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
