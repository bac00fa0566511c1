import type { Command } from '../commands/command';
import { ariaKeys, showKeys } from '../commands/keys';
import type { Kind, State } from '../plan/types';
import { t } from '../text/text';

/** One line of a menu. */
export interface Entry {
  readonly id: string;
  readonly label: string;
  /** The chord as written in a command; shown at the end of the line. */
  readonly keys?: string | undefined;
  /** Set for a line of a choice: true is the one chosen. */
  readonly chosen?: boolean;
  /** Set for a line that is on or off by itself. */
  readonly on?: boolean;
  readonly disabled?: boolean;
  /** A stone or kind drawn before the words. */
  readonly mark?: { kind: Kind } | { state: State } | { hue: string };
  run(): void;
}

/** A menu is lines in groups; a rule is drawn between groups. */
export type Groups = readonly (readonly Entry[])[];

/** A command as a line of a menu. */
export function entryOf(command: Command): Entry {
  return {
    id: command.id,
    label: t(command.label, command.params?.() ?? {}),
    keys: command.keys?.[0],
    disabled: !command.enabled(),
    run: () => command.run(),
  };
}

/** The chord of an entry, for the eye and for aria-keyshortcuts. */
export function chord(entry: Entry): { shown: string; aria: string } | undefined {
  return entry.keys ? { shown: showKeys(entry.keys), aria: ariaKeys(entry.keys) } : undefined;
}

/** What kind of line an entry is, for those who cannot see its tick. */
export function roleOf(entry: Entry): 'menuitem' | 'menuitemradio' | 'menuitemcheckbox' {
  if (entry.chosen !== undefined) return 'menuitemradio';
  return entry.on === undefined ? 'menuitem' : 'menuitemcheckbox';
}

/** The entry that a key leads to from the one that has the focus; -1 = none. */
export function step(entries: readonly Entry[], from: number, key: string): number {
  const able = entries.flatMap((entry, i) => (entry.disabled ? [] : [i]));
  switch (key) {
    case 'ArrowDown':
      return able.find((i) => i > from) ?? able[0] ?? -1;
    case 'ArrowUp':
      return able.findLast((i) => i < from) ?? able.at(-1) ?? -1;
    case 'Home':
    case 'PageUp':
      return able[0] ?? -1;
    case 'End':
    case 'PageDown':
      return able.at(-1) ?? -1;
    default:
      return key.length === 1 ? startingWith(entries, able, from, key) : -1;
  }
}

function startingWith(
  entries: readonly Entry[],
  able: readonly number[],
  from: number,
  letter: string,
): number {
  const hits = able.filter((i) => entries[i]?.label.toLowerCase().startsWith(letter.toLowerCase()));
  return hits.find((i) => i > from) ?? hits[0] ?? -1;
}

interface Box {
  width: number;
  height: number;
}

/** Where a menu's top left corner goes: below its anchor, turned or pushed back into the window. */
export function spot(
  anchor: { left: number; top: number; right: number; bottom: number },
  menu: Box,
  view: Box,
): { x: number; y: number } {
  const gap = 4;
  const below = anchor.bottom + gap;
  const above = anchor.top - gap - menu.height;
  const y = below + menu.height <= view.height || above < 0 ? below : above;
  const x = anchor.left + menu.width <= view.width ? anchor.left : anchor.right - menu.width;
  return {
    x: clamp(x, gap, view.width - menu.width - gap),
    y: clamp(y, gap, view.height - menu.height - gap),
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
