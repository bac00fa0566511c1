import History from '@lucide/svelte/icons/history';
import type { Command } from '../commands/command';
import type { Desk } from '../commands/desk';
import { flushTyping } from '../plan/typing';

/** Walks through the week of the plan shown: what was done, what stands still, what comes. */
export function reviewCommand({ sheets, mirror }: Desk): Command {
  return {
    id: 'review.week',
    label: 'review.command',
    group: 'item',
    icon: History,
    keys: ['Mod+Alt+W'],
    when: 'always',
    enabled: () => mirror.plan !== undefined,
    run: () => {
      void flushTyping().then(() => (sheets.open = { what: 'week' }));
    },
  };
}
