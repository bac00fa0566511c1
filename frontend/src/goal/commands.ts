import Target from '@lucide/svelte/icons/target';
import type { Command } from '../commands/command';
import type { Desk } from '../commands/desk';
import { flushTyping } from '../plan/typing';

/** The keys that think a goal through. */
const KEYS = 'Mod+Shift+E';

/** Thinks the goal in hand through (R25). */
export function goalCommand({ mirror, hand, sheets }: Desk): Command {
  return {
    id: 'goal.build',
    label: 'goal.build',
    icon: Target,
    group: 'item',
    keys: [KEYS],
    when: 'always',
    enabled: () => mirror.item(hand.id)?.kind === 'goal',
    run: () => {
      const { id } = hand;
      void flushTyping().then(() => (sheets.open = { what: 'goal', id, letter: null }));
    },
  };
}
