import { over } from '../ui/over';
import { panelOf } from './beside';
import { SIDES } from './sides.svelte';
import { VIEWS } from './views';

/**
 * What is not needed before somebody calls for it, and so no part of the first
 * view. The program fetches it as soon as it has drawn itself: whoever opens the
 * palette and types at once types into the palette.
 */
export const later = {
  over,
  palette: () => onSheet(import('../palette/Palette.svelte')),
  move: () => onSheet(import('../ui/MoveTo.svelte')),
  opened: () => onSheet(import('./Opened.svelte')),
  shortcuts: () => onSheet(import('../shortcuts/Shortcuts.svelte')),
};

/** With the sheet that it stands on: then its field is there as soon as it is. */
async function onSheet<T>(fetched: Promise<T>): Promise<T> {
  await over();
  return fetched;
}

/** Fetches all of it, and what draws the sides and the views that are not open. */
export async function fetchLater(): Promise<void> {
  const loading = Object.values(later).map((load): Promise<unknown> => load());
  for (const side of SIDES) loading.push(panelOf(side));
  for (const view of VIEWS) loading.push(view.load());
  await Promise.all(loading);
}
