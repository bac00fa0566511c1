import MessageCircle from '@lucide/svelte/icons/message-circle-question-mark';
import type { Command } from '../commands/command';
import type { Desk } from '../commands/desk';
import { flushTyping } from '../plan/typing';

/** A session is begun, or goes on. */
export function sessionCommand({ mirror, sheets }: Desk): Command {
  return {
    id: 'plan.session',
    label: 'session.command',
    group: 'item',
    icon: MessageCircle,
    keys: ['Mod+Shift+A'],
    when: 'always',
    enabled: () => mirror.plan !== undefined,
    run: () => void flushTyping().then(() => (sheets.open = { what: 'sessions' })),
  };
}
