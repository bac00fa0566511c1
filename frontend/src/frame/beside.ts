import type { Component } from 'svelte';
import type { Desk } from '../commands/desk';
import type { Side } from './sides.svelte';

/** What draws a side. */
export type Panel = Component<{
  desk: Desk;
  onclose: () => void;
  /** Shows the details of what is selected. */
  onshow: () => void;
}>;

const FETCH: Record<Side, () => Promise<{ default: Panel }>> = {
  details: () => import('../details/Details.svelte'),
  ideas: () => import('../ideas/Ideas.svelte'),
  trash: () => import('../trash/TrashList.svelte'),
  search: () => import('../search/SearchPanel.svelte'),
};

/** Fetches what draws a side: the first view of a plan needs none. */
export async function panelOf(side: Side): Promise<Panel> {
  return (await FETCH[side]()).default;
}
