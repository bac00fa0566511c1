import type { Subject } from '../plan/types';
import type { Salvaged } from '../plan/vault';

/** What the start screens can do; each leads on, or back to a start screen. */
export interface Doors {
  /** Makes the vault with one empty plan. */
  start(subject: Subject, name: string): void;
  /** Makes the vault with a sample plan. */
  startSample(key: string): void;
  /** Opens the vault at a path. */
  open(path: string): void;
  /** Asks for a file and opens it. */
  choose(): void;
  /** Goes on to a first start with a new vault next to the refused one. */
  beside(): void;
  /** Brings what can be read of a damaged vault into a new one, and tells what came back. */
  salvage(take: (brought: Salvaged) => void): void;
  /** Looks at the file again. */
  again(): void;
  /** Looks at the backups, beginning with one, to bring one back. */
  restore(name: string): void;
  /** Says whether they sit beside others. */
  coach(on: boolean): void;
  /** Shows the folder of the vault. */
  folder(): void;
  /** Draws again what is in the vault. */
  usual(): void;
}
