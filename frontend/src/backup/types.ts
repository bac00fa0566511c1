import type { Opening } from '../plan/types';
import type { BackupFile } from '../plan/vault';

/** How it stands with the backups of the open vault; in Go app/backups.go. Instants are RFC 3339, '' = none yet. */
export interface BackupState {
  folder: string;
  count: number;
  /** In bytes. */
  used: number;
  budgetMB: number;
  last: string;
  /** The last try was not made. */
  failed: boolean;
  /** Others than the owner have plans in the vault. */
  clients: boolean;
  /** They are encrypted from now on. */
  sealed: boolean;
  /** The folder that gets them too; '' = none. */
  second: string;
  /** Why the last one is not there too; '' = it is. */
  away: '' | 'absent' | 'failed' | 'unsealed';
}

/** What a backup holds. */
export interface BackupInside {
  plans: BackupPlan[];
  /** When something was planned last; '' = never. */
  changed: string;
}

/** A plan in a backup; client = '' is the owner of the vault. */
export interface BackupPlan {
  client: string;
  name: string;
  items: number;
  goals: number;
  steps: number;
  /** So many of the steps. */
  done: number;
}

/** What was found whole; backup = when the newest good one was made, spoilt = so many newer ones are not. */
export interface Checked {
  rows: number;
  backup: string;
  spoilt: number;
}

/** How things stand after a backup was brought back; what was there is in a backup of that instant, or lies aside under that name. */
export interface Restored {
  opening: Opening;
  saved: string;
  aside: string;
}

/** The part of the bridge for backups; in Go app/backups.go and app/restore.go. */
export interface BackupBridge {
  backupState(): Promise<BackupState>;
  backUpNow(): Promise<BackupState>;
  /** Be the vault open or not, the newest one first. */
  listBackups(): Promise<BackupFile[]>;
  /** An empty passphrase means the one of the open vault. */
  lookInBackup(name: string, passphrase: string): Promise<BackupInside>;
  restoreBackup(name: string, passphrase: string): Promise<Restored>;
  checkVault(): Promise<Checked>;
  /** '' = no longer encrypted. */
  setBackupPassphrase(passphrase: string): Promise<BackupState>;
  /** One of words that is offered and not yet used. */
  newBackupPassphrase(): Promise<string>;
  backupPassphrase(): Promise<string>;
  setBackupBudget(megabytes: number): Promise<BackupState>;
  /** Asks for a folder; nothing changes when the person turns away. */
  chooseSecondPlace(): Promise<BackupState>;
  dropSecondPlace(): Promise<BackupState>;
  showBackups(): Promise<void>;
}
