import { createSubscriber } from 'svelte/reactivity';
import type { Command, When } from './command';
import { matchesKeys } from './keys';

/**
 * Where the hand is when a key goes down. apart: in a menu or a dialog, where
 * hardly a command answers until it is closed.
 */
export type Where = 'row' | 'edit' | 'field' | 'apart';

/**
 * All commands that can be run now, by id and by key. Two commands that would
 * answer the same key in the same place are a mistake and refused.
 */
export class Commands {
  readonly #all = new Map<string, Command>();
  #changed: () => void = () => undefined;
  readonly #listen = createSubscriber((update) => {
    this.#changed = update;
  });

  /** Adds commands and gives the way to take them back. */
  add(commands: readonly Command[]): () => void {
    for (const command of commands) {
      this.#refuseDouble(command);
      this.#all.set(command.id, command);
    }
    this.#changed();
    return () => {
      commands.forEach((command) => this.#all.delete(command.id));
      this.#changed();
    };
  }

  /** All of them; an effect that asks runs again when some come or go. */
  all(): Command[] {
    this.#listen();
    return [...this.#all.values()];
  }

  /** The command with this id, when it is there now; an effect that asks runs again, too. */
  get(id: string): Command | undefined {
    this.#listen();
    return this.#all.get(id);
  }

  /** Runs the enabled command of a key and tells whether there was one. */
  press(event: KeyboardEvent, where: Where): boolean {
    const command = this.of(event, where);
    if (!command) return false;
    event.preventDefault();
    command.run();
    return true;
  }

  /** The enabled command that a key would run there. */
  of(event: KeyboardEvent, where: Where): Command | undefined {
    const command = [...this.#all.values()].find((one) => answers(one, event, where));
    return command?.enabled() ? command : undefined;
  }

  #refuseDouble(command: Command): void {
    if (this.#all.has(command.id)) throw new Error('command twice: ' + command.id);
    const double = [...this.#all.values()].find((other) => collide(other, command));
    if (double) throw new Error(`one key for ${double.id} and ${command.id}`);
  }
}

function answers(command: Command, event: KeyboardEvent, where: Where): boolean {
  return (command.keys ?? []).some(
    (keys) => places(keys, command.when).includes(where) && matchesKeys(event, keys),
  );
}

function collide(a: Command, b: Command): boolean {
  const together = (keys: string) =>
    places(keys, a.when).some((place) => places(keys, b.when).includes(place));
  return (a.keys ?? []).some((keys) => (b.keys ?? []).includes(keys) && together(keys));
}

/** Where a chord answers: a plain sign is left to whoever types. */
function places(keys: string, when: When = 'row'): readonly Where[] {
  if (keys.length === 1) return ['row'];
  switch (when) {
    case 'even there':
      return ['row', 'edit', 'field', 'apart'];
    case 'always':
      return ['row', 'edit', 'field'];
    case 'edit':
      return ['edit'];
    case 'row':
      return ['row'];
  }
}
