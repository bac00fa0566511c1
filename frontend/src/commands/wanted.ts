import type { Desk } from './desk';

/**
 * Answers somebody who asks to see an item, in a view that draws none: its details
 * tell of it, or the outline where it stands.
 */
export function showBeside(desk: Desk): void {
  const { wanted } = desk.hand;
  if (!wanted) return;
  desk.hand.found();
  if (!wanted.anywhere) return desk.hand.pick([wanted.id]);
  desk.commands.get('frame.view.outline')?.run();
  desk.hand.find(wanted.id);
}
