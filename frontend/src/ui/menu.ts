import type { Command, Icon } from '../commands/command';
import { ariaKeys, showKeys } from '../commands/keys';
import { shortName } from '../commands/names';
import type { Kind, State } from '../plan/types';

/** What is drawn before the words of a line: a kind, a stone, a life area's dot or an icon. */
export type Sign =
  | { readonly kind: Kind }
  | { readonly state: State; readonly seed?: string }
  | { readonly hue: string }
  | { readonly icon: Icon };

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
  readonly mark?: Sign | undefined;
  /** A line that leads to a next menu; then it is not run itself. */
  readonly next?: Groups;
  run(): void;
}

/** A menu is lines in groups; a rule is drawn between groups. */
export type Groups = readonly (readonly Entry[])[];

/** A command as a line of a menu, in the short words that its place explains. */
export function entryOf(command: Command): Entry {
  return {
    id: command.id,
    label: shortName(command),
    keys: command.keys?.[0],
    disabled: !command.enabled(),
    run: () => command.run(),
  };
}

/** A line that leads to a next menu. */
export function nextMenu(id: string, label: string, next: Groups): Entry {
  return { id, label, next, run: () => undefined };
}

/** The chord of an entry, for the eye and for aria-keyshortcuts. */
export function chord(entry: Entry): { shown: string; aria: string } | undefined {
  return entry.keys ? { shown: showKeys(entry.keys), aria: ariaKeys(entry.keys) } : undefined;
}

/** The one chosen of a choice; '' while none is. */
export function chosenOf(group: readonly Entry[]): string {
  return group.find((entry) => entry.chosen)?.id ?? '';
}

/** Whether a menu needs a column for ticks before its lines. */
export function hasTicks(groups: Groups): boolean {
  return groups.some((group) => group.some(({ chosen, on }) => (chosen ?? on) !== undefined));
}
