import { svelte } from '@sveltejs/vite-plugin-svelte';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build } from 'vite';
import { icons } from '../../icons.ts';

const PEERS = join(import.meta.dirname, 'peers');

/** The page with all boards on it (peers/arena.ts), built as the program is, and served with a client for them. */
export class Boards {
  readonly #folder: string;
  readonly #server: Server;

  private constructor(folder: string, server: Server) {
    this.#folder = folder;
    this.#server = server;
  }

  /** arena is the script that they meet in; files are served beside it, by their paths. */
  static async open(
    client: unknown,
    arena = 'arena.ts',
    files: ReadonlyMap<string, Buffer> = new Map(),
  ): Promise<Boards> {
    const folder = mkdtempSync(join(tmpdir(), 'cairn-boards-'));
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: PEERS });
    await make(folder, arena);
    const server = serve(folder, JSON.stringify(client), files);
    await once(server, 'listening');
    return new Boards(folder, server);
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
    rmSync(this.#folder, { recursive: true });
  }
}

async function make(folder: string, arena: string): Promise<void> {
  process.env['NODE_ENV'] = 'production'; // under that of a test Svelte makes code that checks itself
  await build({
    mode: 'production',
    configFile: false,
    root: PEERS,
    logLevel: 'warn',
    plugins: [icons(), svelte()],
    resolve: { dedupe: ['svelte'] },
    build: {
      target: 'es2022',
      outDir: folder,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      rollupOptions: {
        input: join(PEERS, arena),
        output: { entryFileNames: 'arena.js' },
      },
    },
  });
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};
const PAGE =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Boards</title><body><div id="app"></div><script type="module" src="/arena.js"></script>';

function serve(folder: string, client: string, files: ReadonlyMap<string, Buffer>): Server {
  return createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = join(folder, path);
    if (path === '/') response.setHeader('Content-Type', 'text/html').end(PAGE);
    else if (path === '/client.json') response.end(client);
    else if (files.has(path)) {
      response.setHeader('Cache-Control', 'max-age=3600').setHeader('Content-Type', 'image/jpeg');
      response.end(files.get(path));
    } else if (!existsSync(file)) response.writeHead(404).end();
    else {
      const type = TYPES[extname(path)] ?? 'application/octet-stream';
      response.setHeader('Content-Type', type).end(readFileSync(file));
    }
  }).listen(0, '127.0.0.1');
}
