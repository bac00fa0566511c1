import type { Component } from 'svelte';
import type { Key } from '../text/text';

/**
 * Where a command's keys work. always: anywhere, also while typing; edit: only
 * while typing in a row; row (the default): not while typing anywhere; even there:
 * over a menu or a dialog, too.
 */
export type When = 'even there' | 'always' | 'edit' | 'row';

/** The menu that a command stands in, in the order of the menu bar. */
export const GROUPS = ['file', 'edit', 'item', 'view', 'help'] as const;
export type Group = (typeof GROUPS)[number];

/** A picture of lucide's, imported singly. */
export type Icon = Component<{ class?: string }>;

/**
 * A thing the program can do, once: menu, button, palette and shortcut read the
 * same object. keys are written "Mod+Shift+K"; Mod is Ctrl, on a Mac Cmd, and
 * Ctrl is only there. A plain sign such as "?" answers only where one does not type.
 */
export interface Command {
  readonly id: string;
  /** Says what happens where it stands alone; names.ts tells what else the catalogue may say. */
  readonly label: Key;
  /** The text key of what it leads to, where one label serves several: what people call that besides, they seek it by. */
  readonly names?: string;
  readonly icon?: Icon;
  readonly group: Group;
  readonly keys?: readonly string[];
  readonly when?: When;
  /** What the label's {holes} are filled with, if it has any. */
  params?(): Record<string, string>;
  enabled(): boolean;
  /** For one of a choice, or what is on or off: whether it is so now. */
  checked?(): boolean;
  run(): void;
}
