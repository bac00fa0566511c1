import { GROUPS, type Command } from '../commands/command';
import { shortName } from '../commands/names';
import type { MenuEntry } from './types';

/** Commands as lines of the window's menus, in the order of the menus. */
export function menuOf(commands: readonly Command[]): MenuEntry[] {
  return GROUPS.flatMap((group) => commands.filter((one) => one.group === group).map(entryOf));
}

function entryOf(command: Command): MenuEntry {
  return {
    group: command.group,
    id: command.id,
    label: shortName(command),
    keys: command.keys?.[0] ?? '',
    anywhere: command.when === 'always' || command.when === 'even there',
    check: command.checked !== undefined,
    on: command.checked?.() ?? false,
    enabled: command.enabled(),
  };
}

/** How long the commands rest before the menus are told, in ms. */
const REST = 80;

/** Tells the window what its menus hold: the newest state once things have come to rest, and nothing twice. */
export class Menus {
  readonly #send: (entries: MenuEntry[]) => Promise<void>;
  #told = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(send: (entries: MenuEntry[]) => Promise<void>) {
    this.#send = send;
  }

  offer(entries: MenuEntry[]): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(entries), REST);
  }

  #tell(entries: MenuEntry[]): void {
    const told = JSON.stringify(entries);
    if (told === this.#told) return;
    this.#told = told;
    void this.#send(entries);
  }
}
