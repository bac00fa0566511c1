import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A place on the network that nobody may ever ask; it remembers who did. */
export class Outside {
  readonly url: string;
  readonly #asked = new Set<string>();
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  }

  static async open(): Promise<Outside> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const outside = new Outside(server);
    server.on('request', (request, response) => {
      outside.#asked.add((request.url ?? '').slice(1));
      response.setHeader('Access-Control-Allow-Origin', '*').end();
    });
    server.on('upgrade', (request, socket) => {
      outside.#asked.add((request.url ?? '').slice(1));
      socket.destroy();
    });
    return outside;
  }

  /** What was asked for, in order of the alphabet. */
  get asked(): string[] {
    return [...this.#asked].sort();
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
