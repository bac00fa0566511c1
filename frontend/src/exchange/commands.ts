import FileInput from '@lucide/svelte/icons/file-input';
import FileOutput from '@lucide/svelte/icons/file-output';
import type { Command } from '../commands/command';
import type { Desk } from '../commands/desk';
import { flushTyping } from '../plan/typing';
import { tellOf } from './written';

/** Brings a calendar or a table in, and takes the plan shown out as either. */
export function exchangeCommands(desk: Desk): Command[] {
  const { edits } = desk;
  return [
    { ...file(desk, 'import', () => choose(desk)), icon: FileInput },
    {
      ...file(desk, 'calendar', (planId) =>
        edits.exportCalendar(planId).then(tellOf(desk, 'exchange.exported')),
      ),
    },
    {
      ...file(desk, 'table', (planId) =>
        edits.exportTable(planId).then(tellOf(desk, 'exchange.exported')),
      ),
    },
  ];
}

function file(
  { mirror }: Desk,
  id: 'import' | 'calendar' | 'table',
  run: (planId: string) => Promise<void>,
): Command {
  return {
    id: `exchange.${id}`,
    label: `exchange.${id}`,
    group: 'file',
    icon: FileOutput,
    when: 'always',
    enabled: () => mirror.plan !== undefined,
    run: () => void flushTyping().then(() => run(mirror.planId)),
  };
}

async function choose({ edits, sheets }: Desk): Promise<void> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const preview = await edits.chooseImport(timeZone);
  if (preview) sheets.open = { what: 'import', preview };
}
