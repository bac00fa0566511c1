import type { Backups } from '../backup/backups.svelte';
import type { Edits } from '../plan/edit.svelte';
import type { Hand } from '../plan/hand.svelte';
import type { Letter } from '../goal/letters';
import type { Lens } from '../lens/lens.svelte';
import type { Coming } from '../pictures/coming.svelte';
import type { Sealing } from '../plan/sealing.svelte';
import type { Mirror } from '../plan/mirror.svelte';
import type { Now } from '../text/now.svelte';
import type { Notices } from '../ui/notices.svelte';
import type { Closeup } from './closeup.svelte';
import type { Commands } from './commands';
import type { Sheets } from './sheets.svelte';

/** What every view is handed: the plan, the edits, the hand, the commands and the notices. */
export interface Desk {
  readonly mirror: Mirror;
  readonly edits: Edits;
  readonly hand: Hand;
  readonly commands: Commands;
  readonly notices: Notices;
  readonly lens: Lens;
  readonly sheets: Sheets;
  /** What a view tells of what it has picked. */
  readonly closeup: Closeup;
  readonly now: Now;
  /** Pictures on their way in. */
  readonly coming: Coming;
  /** The letters that a goal is asked for. */
  readonly letters: readonly Letter[];
  /** The backups of the vault. */
  readonly backups: Backups;
  /** The private notes: whether they are locked, and what changes that. */
  readonly seal: Sealing;
  /** Its owner sits beside others: there are clients, or there will be. */
  readonly coaches: boolean;
  /** Somebody looks on. */
  readonly shared: boolean;
  /** Says whether somebody looks on; the page then begins anew, and knows nothing from before. */
  share(on: boolean): Promise<void>;
}
