/** What can be done around the vault's file. What is typed is saved before each. */
export interface Files {
  /** Asks for a vault and opens it in the place of this one. */
  choose(): void;
  /** Opens the vault at a path in the place of this one. */
  open(path: string): void;
  /** Asks where, makes a new vault there and opens it. */
  create(): void;
  /** Asks where and writes the whole vault there. */
  copy(): void;
  /** Asks where and writes all that is in the vault there, for any program to read. */
  everything(): void;
  /** Opens the log in the system's own program for texts. */
  log(): void;
  /** Shows what the program is and what it stands on. */
  about(): void;
}
