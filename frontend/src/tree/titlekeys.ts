import type { Command } from '../commands/command';
import { matchesKeys, onMac } from '../commands/keys';
import type { Sight } from './sight.svelte';
import type { Writing } from './writing';

/** Where titles are written. */
interface Writer {
  readonly view: Sight;
  readonly writing: Writing;
}

/** On a Mac these jump over a word. */
const JUMPS = ['Alt+ArrowLeft', 'Alt+ArrowRight'];

/**
 * What a key means in the title of a row; the commands are those that also
 * work while one writes. True when it is used up.
 */
export function keyInTitle(
  writer: Writer,
  commands: readonly Command[],
  event: KeyboardEvent,
): boolean {
  const { writing, view } = writer;
  if (composes(event) || !view.visit) return false;
  if (matchesKeys(event, 'Enter')) return done(() => writing.next());
  if (matchesKeys(event, 'Escape')) return done(() => leave(writer));
  if (matchesKeys(event, 'Backspace')) return writing.unwrite();
  if (matchesKeys(event, 'ArrowUp')) return walkOn(writer, event, -1);
  if (matchesKeys(event, 'ArrowDown')) return walkOn(writer, event, 1);
  const command = commands.find((one) => answers(one, event));
  return command ? done(() => command.run()) : false;
}

/** True while a method of input composes; WebKit says so of the key that ends it by its code alone. */
function composes(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

function leave({ view, writing }: Writer): void {
  writing.leave();
  view.reach();
}

/** An arrow at the first or last line of a title walks on into the next title. */
function walkOn({ view, writing }: Writer, event: KeyboardEvent, step: -1 | 1): boolean {
  const field = event.target as HTMLTextAreaElement;
  const next = view.rows[view.at(view.active) + step];
  if (!next || field.selectionStart !== field.selectionEnd) return false;
  const single = field.clientHeight < 1.9 * parseFloat(getComputedStyle(field).lineHeight);
  const atEnd = field.selectionStart === (step < 0 ? 0 : field.value.length);
  if (!single && !atEnd) return false;
  writing.begin(next.id, Math.min(field.selectionStart, titleLength(view, next.id)));
  return true;
}

function titleLength(view: Sight, id: string): number {
  return view.tree.item(id)?.title.length ?? 0;
}

function answers(command: Command, event: KeyboardEvent): boolean {
  const altGraph = event.getModifierState('AltGraph');
  const keys = (command.keys ?? []).filter((one) => !(onMac() && JUMPS.includes(one)));
  return !altGraph && keys.some((one) => matchesKeys(event, one));
}

function done(act: () => void): boolean {
  act();
  return true;
}
