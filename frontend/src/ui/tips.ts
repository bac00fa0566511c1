import { Tooltip } from 'bits-ui';

/** What a tooltip says: a name and, where there are any, the keys that do the same. */
export interface Tip {
  readonly label: string;
  readonly keys?: string | undefined;
}

/** All buttons share one tooltip, which Tips.svelte draws: a button costs a listener, not a layer. */
export const tips = Tooltip.createTether<Tip>();
