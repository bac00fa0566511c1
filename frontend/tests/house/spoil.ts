import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Home } from './home';

// Where the header of an SQLite file says who wrote it, and for which version.
const USER_VERSION = 60;
const APPLICATION_ID = 68;
const PAGE = 4096;

/** What can be wrong with a vault: each spoils the good one in a home, some until it is let go. */
export const spoilt = {
  damaged: (home) => {
    change(home, (bytes) => bytes.fill(0x5a, PAGE + 100, bytes.length - 100));
  },
  foreign: (home) => {
    change(home, (bytes) => bytes.writeUInt32BE(1, APPLICATION_ID));
  },
  newer: (home) => {
    change(home, (bytes) => bytes.writeUInt32BE(99, USER_VERSION));
  },
  empty: (home) => {
    writeFileSync(home.vault, '');
  },
  missing: (home) => {
    rmSync(home.vault);
  },
  readonly: (home) => {
    chmodSync(home.vault, 0o400);
  },
  denied: (home) => {
    chmodSync(home.vault, 0);
  },
  locked: async (home) => {
    const holder = spawn('flock', [`${home.vault}.lock`, 'sh', '-c', 'echo held; read _'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    await once(holder.stdout, 'data');
    return async () => {
      const gone = once(holder, 'exit');
      holder.stdin.end();
      await gone;
    };
  },
} satisfies Record<string, (home: Home) => unknown>;

export type Problem = keyof typeof spoilt;

/** A vault whose first page was lost: nothing in it says any more where a table begins. */
export function behead(home: Home): void {
  change(home, (bytes) => bytes.fill(0, 0, PAGE));
}

/** A picture under the name of a vault. */
export function putPicture(home: Home): void {
  mkdirSync(home.folder, { recursive: true, mode: 0o700 });
  writeFileSync(
    home.vault,
    Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(500)]),
  );
}

function change(home: Home, how: (bytes: Buffer) => unknown): void {
  const bytes = readFileSync(home.vault);
  how(bytes);
  writeFileSync(home.vault, bytes);
}
