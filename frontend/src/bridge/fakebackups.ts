import type { BackupBridge, BackupInside, BackupState, Checked, Restored } from '../backup/types';
import type { BackupFile } from '../plan/vault';
import type { Opening } from '../plan/types';
import { BridgeError } from './errors';

/** What the fake's backups need of the rest of it. */
interface FakeVault {
  opening(): Opening;
  /** Notes a call, and refuses it if that is wanted. */
  call(...call: [string, ...unknown[]]): void;
}

/** Backups in memory. */
export class FakeBackups implements BackupBridge {
  state: BackupState = {
    folder: '/backups',
    count: 0,
    used: 0,
    budgetMB: 1000,
    last: '',
    failed: false,
    clients: false,
    sealed: false,
    second: '',
    away: '',
  };
  files: BackupFile[] = [];
  inside: BackupInside = { plans: [], changed: '' };
  checked: Checked = { rows: 3, backup: '', spoilt: 0 };
  /** What opens those that are sealed. */
  secret = '';
  /** The passphrase of the open vault. */
  known = '';
  /** Where the second place is put; '' = the person turns away. */
  second = '';
  restored: Partial<Restored> = {};

  readonly #vault: FakeVault;

  constructor(vault: FakeVault) {
    this.#vault = vault;
  }

  backupState: BackupBridge['backupState'] = async () => this.state;
  backUpNow: BackupBridge['backUpNow'] = async () => {
    this.#vault.call('backUpNow');
    return this.#set({ count: this.state.count + 1, used: 4096, last: '2026-03-13T09:00:00Z' });
  };
  listBackups: BackupBridge['listBackups'] = async () => this.files;
  lookInBackup: BackupBridge['lookInBackup'] = async (name, passphrase) => {
    this.#vault.call('lookInBackup', name, passphrase);
    this.#open(name, passphrase);
    return this.inside;
  };
  restoreBackup: BackupBridge['restoreBackup'] = async (name, passphrase) => {
    this.#vault.call('restoreBackup', name, passphrase);
    this.#open(name, passphrase);
    return { opening: this.#vault.opening(), saved: '', aside: '', ...this.restored };
  };
  checkVault: BackupBridge['checkVault'] = async () => {
    this.#vault.call('checkVault');
    return this.checked;
  };
  setBackupPassphrase: BackupBridge['setBackupPassphrase'] = async (passphrase) => {
    this.#vault.call('setBackupPassphrase', passphrase);
    this.known = passphrase;
    return this.#set({ sealed: passphrase !== '' });
  };
  newBackupPassphrase: BackupBridge['newBackupPassphrase'] = async () => 'stone-river-lamp';
  backupPassphrase: BackupBridge['backupPassphrase'] = async () => this.known;
  setBackupBudget: BackupBridge['setBackupBudget'] = async (budgetMB) => {
    this.#vault.call('setBackupBudget', budgetMB);
    return this.#set({ budgetMB });
  };
  chooseSecondPlace: BackupBridge['chooseSecondPlace'] = async () =>
    this.#set({ second: this.second });
  dropSecondPlace: BackupBridge['dropSecondPlace'] = async () => this.#set({ second: '' });
  showBackups: BackupBridge['showBackups'] = async () => this.#vault.call('showBackups');

  #set(over: Partial<BackupState>): BackupState {
    this.state = { ...this.state, ...over };
    return this.state;
  }

  #open(name: string, passphrase: string): void {
    const file = this.files.find((one) => one.name === name);
    if (file?.sealed && (passphrase || this.known) !== this.secret)
      throw new BridgeError('invalid', 'error.backup_passphrase');
  }
}
