import type { Bridge } from '../bridge/bridge';
import { Notices } from '../ui/notices.svelte';
import { Backups } from './backups.svelte';

/** Backups on a bridge, for a view that is drawn without the program around it. */
export function backupsOn(bridge: Bridge): Backups {
  return new Backups({
    bridge,
    notices: new Notices(),
    through: (what) => what(),
    entered: async () => undefined,
  });
}
