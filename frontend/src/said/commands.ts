import Gem from '@lucide/svelte/icons/gem';
import type { Command } from '../commands/command';
import type { Desk } from '../commands/desk';
import { flushTyping } from '../plan/typing';

/** Opens the values, people and resources of the client. */
export function clientCommand({ sheets }: Desk): Command {
  return {
    id: 'said.client',
    label: 'said.client',
    group: 'item',
    icon: Gem,
    when: 'always',
    enabled: () => true,
    run: () => {
      void flushTyping().then(() => (sheets.open = { what: 'client' }));
    },
  };
}
