import GitBranch from '@lucide/svelte/icons/git-branch';
import type { Command } from '../commands/command';
import type { Desk } from '../commands/desk';
import { flushTyping } from '../plan/typing';

/** Adapts the plan shown, and compares it with what it was (R95). */
export function adaptCommand({ sheets, mirror }: Desk): Command {
  return {
    id: 'adapt.plan',
    label: 'adapt.command',
    group: 'item',
    icon: GitBranch,
    when: 'always',
    enabled: () => mirror.plan !== undefined,
    run: () => {
      void flushTyping().then(() => (sheets.open = { what: 'adapt' }));
    },
  };
}
