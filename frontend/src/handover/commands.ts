import FolderInput from '@lucide/svelte/icons/folder-input';
import PackageOpen from '@lucide/svelte/icons/package-open';
import PackageCheck from '@lucide/svelte/icons/package-check';
import type { Command } from '../commands/command';
import type { Desk } from '../commands/desk';
import { flushTyping } from '../plan/typing';
import { t } from '../text/text';

/** Brings in a bundle; and, for whoever sits beside others, lets a client leave in a vault of their own and takes back what comes. Only for whoever is alone. */
export function handOverCommands(desk: Desk): Command[] {
  if (desk.shared) return [];
  if (!desk.coaches) return [bringInCommand(desk)];
  return [bringInCommand(desk), leaveCommand(desk), takeBackCommand(desk)];
}

function bringInCommand(desk: Desk): Command {
  return {
    id: 'handover.bundle',
    label: 'files.bring',
    group: 'file',
    icon: FolderInput,
    when: 'always',
    enabled: () => true,
    run: () => void flushTyping().then(() => lookIn(desk)),
  };
}

/** Opens a bundle; where all of it is here, that is said at once. */
async function lookIn({ edits, sheets, notices }: Desk): Promise<void> {
  const bundle = await edits.coach.handover.lookIn();
  if (!bundle) return;
  const { came, name } = bundle;
  if (came.new + came.changed + came.removed + came.differences.length > 0) {
    sheets.open = { what: 'bundle', bundle };
    return;
  }
  await edits.coach.handover.forgetBundle();
  notices.tell(t('handover.bundle.same', { name }));
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
