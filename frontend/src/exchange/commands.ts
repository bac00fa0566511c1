import FileInput from '@lucide/svelte/icons/file-input';
import FileOutput from '@lucide/svelte/icons/file-output';
import type { Command } from '../commands/command';
import type { Desk } from '../commands/desk';
import type { Item } from '../plan/types';
import { flushTyping } from '../plan/typing';
import { t } from '../text/text';
import type { Format } from './types';
import { tellOf } from './written';

/** What a plan goes out as, in the order of the menu: those first that carry the most. */
const FORMATS: readonly Format[] = ['mm', 'opml', 'canvas', 'md', 'txt', 'csv', 'ics'];

/** Brings a file of another program in, and takes out what is shown: the branch in focus, or else the plan. */
export function exchangeCommands(desk: Desk): Command[] {
  return [importCommand(desk), ...FORMATS.map((format) => exportCommand(desk, format))];
}

function importCommand(desk: Desk): Command {
  return {
    id: 'exchange.import',
    label: 'exchange.import',
    group: 'file',
    icon: FileInput,
    when: 'always',
    enabled: () => desk.mirror.plan !== undefined,
    run: () => void flushTyping().then(() => choose(desk)),
  };
}

function exportCommand(desk: Desk, format: Format): Command {
  const { mirror } = desk;
  return {
    id: `exchange.export.${format}`,
    label: `exchange.${format}`,
    group: 'file',
    icon: FileOutput,
    when: 'always',
    params: () => {
      const title = branchOf(desk)?.title;
      if (title === undefined) return { what: t('exchange.plan'), scope: t('exchange.plan') };
      return { what: t('exchange.branch', { title }), scope: t('exchange.branch.short') };
    },
    enabled: () => mirror.plan !== undefined,
    run: () => void flushTyping().then(() => take(desk, format)),
  };
}

/** The item in focus, if the plan shown has it. */
function branchOf({ hand, mirror }: Desk): Item | undefined {
  const item = mirror.item(hand.branch);
  return item?.planId === mirror.planId ? item : undefined;
}

async function take(desk: Desk, format: Format): Promise<void> {
  const branch = branchOf(desk);
  const planId = desk.mirror.planId;
  const path = await desk.edits.exportPlan({ planId, branch: branch?.id ?? '', format });
  const words = branch ? 'exchange.exported.branch' : 'exchange.exported';
  tellOf(desk, words, branch && { title: branch.title })(path);
}

async function choose({ edits, sheets }: Desk): Promise<void> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const preview = await edits.chooseImport(timeZone);
  if (preview) sheets.open = { what: 'import', preview };
}
