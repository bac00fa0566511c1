import PackageOpen from '@lucide/svelte/icons/package-open';
import PackageCheck from '@lucide/svelte/icons/package-check';
import type { Command } from '../commands/command';
import type { Desk } from '../commands/desk';
import { flushTyping } from '../plan/typing';
import { t } from '../text/text';

/** Lets a client leave in a vault of their own, and takes back what comes; there only for whoever sits beside others, alone. */
export function handOverCommands(desk: Desk): Command[] {
  if (!desk.coaches || desk.shared) return [];
  return [leaveCommand(desk), takeBackCommand(desk)];
}

/** True for somebody else than the owner of the vault. */
const isClient = ({ mirror }: Desk) => mirror.client?.own === false;

function leaveCommand(desk: Desk): Command {
  return {
    id: 'handover.leave',
    label: 'handover.leave',
    group: 'file',
    icon: PackageOpen,
    when: 'always',
    enabled: () => isClient(desk),
    run: () => void flushTyping().then(() => (desk.sheets.open = { what: 'handover' })),
  };
}

function takeBackCommand(desk: Desk): Command {
  return {
    id: 'handover.back',
    label: 'handover.back',
    group: 'file',
    icon: PackageCheck,
    when: 'always',
    enabled: () => isClient(desk),
    run: () => void flushTyping().then(() => look(desk)),
  };
}

/** Opens what came back; where nothing is new in it, that is said at once. */
async function look({ edits, sheets, notices }: Desk): Promise<void> {
  const back = await edits.coach.handover.look();
  if (!back) return;
  const { came, name } = back;
  if (came.new + came.changed + came.removed + came.differences.length > 0) {
    sheets.open = { what: 'takeback', back };
    return;
  }
  await edits.coach.handover.forget();
  notices.tell(t('handover.same', { name }));
}
