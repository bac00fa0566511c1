import type { BackupFile } from '../plan/vault';
import { t, tn } from '../text/text';
import type { Notices } from '../ui/notices.svelte';
import type { BackupBridge, BackupInside, BackupState, Restored } from './types';
import { momentWords } from './words';

/** What backups need of the program around them. */
interface Around {
  readonly bridge: BackupBridge;
  readonly notices: Notices;
  /** Does something after all that was typed is saved; what is refused is told. */
  through<Out>(what: () => Promise<Out>): Promise<Out | undefined>;
  /** Another vault lies in the place of this one now. */
  entered(restored: Restored): Promise<void>;
}

/** The backups of the vault: how it stands with them, and what can be done. */
export class Backups {
  /** undefined until it was asked for, and while no vault is open. */
  state = $state.raw<BackupState>();
  /** True while one is made, brought back or the vault is checked. */
  busy = $state(false);
  /** The backup to begin with while one is chosen, '' = the newest; null while none is. */
  choosing = $state<string | null>(null);
  readonly #around: Around;

  constructor(around: Around) {
    this.#around = around;
  }

  /** Asks how it stands. */
  async look(): Promise<void> {
    this.state = await this.#around.bridge.backupState().catch(() => undefined);
  }

  /** Makes one now. */
  async now(): Promise<void> {
    if (await this.#change((bridge) => bridge.backUpNow()))
      this.#around.notices.tell(t('backup.made'));
  }

  /** Reads the whole vault, and says in one sentence what was found. */
  async check(): Promise<void> {
    const found = await this.#alone((bridge) => bridge.checkVault());
    if (!found) return;
    const whole = tn('backup.whole', found.rows);
    const newest =
      found.backup === ''
        ? t('backup.whole.none')
        : t('backup.whole.newest', { when: momentWords(found.backup) });
    const spoilt = found.spoilt > 0 ? tn('backup.whole.spoilt', found.spoilt) : '';
    this.#around.notices.tell([whole, newest, spoilt].filter(Boolean).join(' '));
  }

  async list(): Promise<BackupFile[]> {
    return (await this.#around.through(() => this.#around.bridge.listBackups())) ?? [];
  }

  /** What is in one; a refusal is thrown, as it may only want a passphrase. */
  inside(name: string, passphrase: string): Promise<BackupInside> {
    return this.#around.bridge.lookInBackup(name, passphrase);
  }

  /** Brings one back; true when it is there. */
  async restore(name: string, passphrase: string): Promise<boolean> {
    const { bridge, notices } = this.#around;
    const restored = await this.#alone(() => bridge.restoreBackup(name, passphrase));
    if (!restored) return false;
    this.choosing = null;
    await this.#around.entered(restored);
    const { saved, aside } = restored;
    if (saved) notices.tell(t('backup.restored', { when: momentWords(saved) }));
    else
      notices.tell(aside ? t('backup.restored.aside', { name: aside }) : t('backup.restored.lost'));
    return true;
  }

  /** Encrypts them from now on, or with '' no longer does; true when that is so. */
  seal(passphrase: string): Promise<boolean> {
    return this.#change((bridge) => bridge.setBackupPassphrase(passphrase));
  }
  async words(): Promise<string> {
    return (await this.#around.through(() => this.#around.bridge.newBackupPassphrase())) ?? '';
  }
  async passphrase(): Promise<string> {
    return (await this.#around.through(() => this.#around.bridge.backupPassphrase())) ?? '';
  }
  async budget(megabytes: number): Promise<void> {
    await this.#change((bridge) => bridge.setBackupBudget(megabytes));
  }
  async chooseSecond(): Promise<void> {
    await this.#change((bridge) => bridge.chooseSecondPlace());
  }
  async dropSecond(): Promise<void> {
    await this.#change((bridge) => bridge.dropSecondPlace());
  }
  async show(): Promise<void> {
    await this.#around.through(() => this.#around.bridge.showBackups());
  }

  async #change(what: (bridge: BackupBridge) => Promise<BackupState>): Promise<boolean> {
    const state = await this.#alone(what);
    if (state) this.state = state;
    else await this.look();
    return state !== undefined;
  }

  async #alone<Out>(what: (bridge: BackupBridge) => Promise<Out>): Promise<Out | undefined> {
    if (this.busy) return undefined;
    this.busy = true;
    try {
      return await this.#around.through(() => what(this.#around.bridge));
    } finally {
      this.busy = false;
    }
  }
}
