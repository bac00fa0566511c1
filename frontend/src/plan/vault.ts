/** A vault that was opened lately; folder as a person writes it, with ~ for their own. */
export interface RecentVault {
  path: string;
  name: string;
  folder: string;
}

/**
 * What the open vault stands on: '' is firm ground, or one that its owner
 * knows about; synced is a folder that the program called name copies.
 */
export interface Ground {
  kind: '' | 'network' | 'synced';
  name: string;
}

/** One backup of the vault; at = RFC 3339, size in bytes. */
export interface BackupFile {
  name: string;
  at: string;
  size: number;
  sealed: boolean;
}

/** What Go has to say that the page does not know yet; each piece comes once. */
export interface News {
  /** A file that the system handed over, to be opened; '' = none. */
  file: string;
  /** The run before this one ended unexpectedly. */
  cutOff: boolean;
  /** The private notes were locked, as nobody was there. */
  locked: boolean;
}

/** What came back from a damaged vault, and where it is now. */
export interface Salvaged {
  path: string;
  plans: number;
  items: number;
  pictures: number;
  /** Rows that the vault still spoke of, and that did not come back. */
  lost: number;
  /** Pages of the damaged vault, and those of which nothing could be made. */
  pages: number;
  unread: number;
}

/** One thing by others that the program is made of, under its own licence. */
export interface Part {
  name: string;
  version: string;
  /** The SPDX name, "MIT"; two are joined by " AND ". */
  licence: string;
  /** Which of the texts it is. */
  text: number;
}

/** All parts in the order of their names, and the texts of their licences, each once. */
export interface Licences {
  parts: Part[];
  texts: string[];
}
