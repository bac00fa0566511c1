import type { Desk } from '../commands/desk';

/** Shows what an item is about, with its details open: one stays on the page. */
export function show({ hand, commands }: Desk, id: string): void {
  hand.pick([id]);
  const details = commands.get('frame.details');
  if (details?.checked?.() === false) details.run();
}
