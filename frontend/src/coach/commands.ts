import Eye from '@lucide/svelte/icons/eye';
import Lock from '@lucide/svelte/icons/lock';
import type { Command } from '../commands/command';
import type { Desk } from '../commands/desk';
import { t } from '../text/text';

/** The command under which the shared view and the coach's panel change places. */
export const SHARE = 'coach.share';

/** What only whoever sits beside others can do; while somebody looks on, the way back alone. */
export function coachCommands(desk: Desk, newClient: Command): Command[] {
  if (desk.shared) return [shareCommand(desk)];
  return desk.coaches ? [newClient, shareCommand(desk), lockCommand(desk)] : [];
}

/** The shared view, and the way back (R115). */
function shareCommand(desk: Desk): Command {
  return {
    id: SHARE,
    label: desk.shared ? 'coach.share.off' : 'coach.share.on',
    group: 'view',
    icon: Eye,
    keys: ['F9'],
    when: 'even there',
    enabled: () => true,
    run: () => void desk.share(!desk.shared),
  };
}

/** Locks the private notes at once, wherever the hand is. */
function lockCommand({ seal, notices }: Desk): Command {
  return {
    id: 'coach.lock',
    label: 'coach.lock',
    group: 'file',
    icon: Lock,
    keys: ['Mod+Alt+L'],
    when: 'even there',
    enabled: () => seal.lock === 'unlocked',
    run: () => void seal.close().then(() => notices.tell(t('coach.lock.done'))),
  };
}
