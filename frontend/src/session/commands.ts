import MessageCircle from '@lucide/svelte/icons/message-circle-question-mark';
import type { Command } from '../commands/command';
import type { Desk } from '../commands/desk';
import { flushTyping } from '../plan/typing';

/** A session is begun, or goes on; and how one leads them. */
export function sessionCommands({ mirror, sheets }: Desk): Command[] {
  return [
    {
      id: 'plan.session',
      label: 'session.command',
      group: 'item',
      icon: MessageCircle,
      keys: ['Mod+Shift+A'],
      when: 'always',
      enabled: () => mirror.plan !== undefined,
      run: () => void flushTyping().then(() => (sheets.open = { what: 'sessions' })),
    },
    {
      id: 'plan.decks',
      label: 'session.decks.command',
      group: 'item',
      enabled: () => mirror.plan !== undefined,
      run: () => void flushTyping().then(() => (sheets.open = { what: 'decks' })),
    },
  ];
}
