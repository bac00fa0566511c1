import Mail from '@lucide/svelte/icons/mail';
import type { Command } from '../commands/command';
import type { Desk } from '../commands/desk';
import { flushTyping } from '../plan/typing';

/** Tells the week of the plan shown to whoever holds one to it (R58). */
export function reportCommand({ sheets, mirror }: Desk): Command {
  return {
    id: 'report.week',
    label: 'report.command',
    group: 'item',
    icon: Mail,
    when: 'always',
    enabled: () => mirror.plan !== undefined,
    run: () => {
      void flushTyping().then(() => (sheets.open = { what: 'report' }));
    },
  };
}
