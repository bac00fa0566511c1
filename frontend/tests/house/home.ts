import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The user that owns nothing here; permissions hold for it even in a test run by root. */
export const NOBODY = 65534;

/** A throw-away home folder: all that a start of the program may write to. */
export class Home {
  readonly path = mkdtempSync(join(tmpdir(), 'cairn-home-'));
  /** The vault's folder and the vault, where they are when nobody says otherwise. */
  readonly folder = join(this.path, 'data', 'cairn');
  readonly vault = join(this.folder, 'vault.cairn');

  constructor() {
    for (const name of ['data', 'state', 'config', 'cache', 'run', 'tools']) {
      mkdirSync(join(this.path, name), { mode: 0o700 });
    }
    const opener = join(this.path, 'tools', 'xdg-open');
    writeFileSync(opener, `#!/bin/sh\necho "$1" >> '${this.path}/opened'\n`, { mode: 0o755 });
  }

  get env(): NodeJS.ProcessEnv {
    return {
      PATH: `${join(this.path, 'tools')}:${process.env['PATH'] ?? ''}`,
      LANG: 'C.UTF-8',
      HOME: this.path,
      XDG_DATA_HOME: join(this.path, 'data'),
      XDG_STATE_HOME: join(this.path, 'state'),
      XDG_CONFIG_HOME: join(this.path, 'config'),
      XDG_CACHE_HOME: join(this.path, 'cache'),
      XDG_RUNTIME_DIR: join(this.path, 'run'),
      TMPDIR: this.path,
      CAIRN_ANSWER: join(this.path, 'answer'),
      NO_AT_BRIDGE: '1',
      GSETTINGS_BACKEND: 'memory',
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    };
  }

  /** Answers the next dialogs of the system with this path; '' turns away. */
  answer(path: string): void {
    writeFileSync(join(this.path, 'answer'), path);
  }

  /** What the program has written down for whoever has to find a fault. */
  get log(): string {
    return readFileSync(join(this.path, 'state', 'cairn', 'cairn.log'), 'utf8');
  }

  /** The addresses that the system was asked to open; here it only notes them. */
  get opened(): string[] {
    const file = join(this.path, 'opened');
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  }

  /**
   * Name and fingerprint of the vault and every file beside it, but its lock,
   * which comes and goes, and the preferences, which are no part of a vault.
   */
  fingerprints(): Record<string, string> {
    const files = readdirSync(this.folder).filter(
      (name) => statSync(join(this.folder, name)).isFile() && !/\.lock$|^preferences/.test(name),
    );
    return Object.fromEntries(
      files.sort().map((name) => [name, fingerprint(join(this.folder, name))]),
    );
  }

  /** Lays a vault in its place. */
  put(vault: Buffer): void {
    mkdirSync(this.folder, { mode: 0o700 });
    writeFileSync(this.vault, vault, { mode: 0o600 });
  }

  /** True when these words stand in the vault or in what is on its way there. */
  vaultSays(words: string): boolean {
    return ['', '-wal'].some((tail) => {
      const file = this.vault + tail;
      return existsSync(file) && readFileSync(file).includes(words);
    });
  }

  /** The files of this home that hold these words, in whatever letters, but the vault with what is on its way there. */
  holding(words: string): string[] {
    const low = words.toLowerCase();
    return readdirSync(this.path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .filter((file) => !file.startsWith(this.vault))
      .filter((file) => readFileSync(file, 'latin1').toLowerCase().includes(low));
  }

  /** As holding, but not in the backups either, which are the vault as it was. */
  outside(words: string): string[] {
    const backups = join(this.folder, 'backups');
    return this.holding(words).filter((file) => !file.startsWith(backups));
  }

  /** True when these words stand in what this computer remembers of its user. */
  remembers(words: string): boolean {
    const file = join(this.folder, 'preferences.json');
    return existsSync(file) && readFileSync(file).includes(words);
  }

  /** Hands everything over to NOBODY. */
  giveAway(): void {
    execFileSync('chown', ['-R', `${String(NOBODY)}:${String(NOBODY)}`, this.path]);
  }

  /** Clears it away. WebKit's own processes outlive the program by a moment, and write on. */
  async remove(): Promise<void> {
    for (let left = 100; ; left--) {
      try {
        rmSync(this.path, { recursive: true, force: true });
        return;
      } catch (error) {
        if (left === 0) throw error;
        await pause(50);
      }
    }
  }
}

function fingerprint(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
