import type { Key } from '../text/text';

/**
 * Where a command's keys work. always: anywhere, also while typing; edit: only
 * while typing in a row; row (the default): not while typing anywhere.
 */
export type When = 'always' | 'edit' | 'row';

/**
 * A thing the program can do, once: menu, button and shortcut read the same
 * object. keys are written "Mod+Shift+K"; Mod is Ctrl, on a Mac Cmd.
 */
export interface Command {
  readonly id: string;
  readonly label: Key;
  readonly keys?: readonly string[];
  readonly when?: When;
  /** What the label's {holes} are filled with, if it has any. */
  params?(): Record<string, string>;
  enabled(): boolean;
  run(): void;
}
