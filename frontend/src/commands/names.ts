import { knows, say } from '../text/text';
import type { Command } from './command';

// What a command is called. Its label must read well alone: "Filter the outline".
// Beside it the catalogue may have more:
//   label.short  where the place says the rest, as on a button of a bar: "Filter"
//   label.of     while it would take up a {step}: "Undo: Move step"
//   label.also   what people call it besides: "backup"
//   label.about  of the one active item, named by its {title}: "Show “{title}” alone"

/** The name that stands alone: in the palette, a tooltip. */
export function fullName(command: Command): string {
  return say(command.label, command.params?.() ?? {});
}

/** The name whatever it would take up now: in the sheet of shortcuts. */
export function plainName(command: Command): string {
  const key = command.label.replace(/\.of$/, '');
  return say(key, command.params?.() ?? {});
}

/** The name on a button or in a menu. */
export function shortName(command: Command): string {
  const key = `${command.label}.short`;
  return knows(key) ? say(key, command.params?.() ?? {}) : fullName(command);
}

/** All that it answers to when somebody seeks it. */
export function soughtName(command: Command): string {
  const key = `${command.names ?? command.label}.also`;
  return knows(key) ? `${fullName(command)} ${say(key)}` : fullName(command);
}

/** The name of what it would do to an item of this title; null when it is not about one item. */
export function nameOf(command: Command, title: string): string | null {
  const key = `${command.label}.about`;
  return knows(key) ? say(key, { title }) : null;
}
