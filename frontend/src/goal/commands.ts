import Target from '@lucide/svelte/icons/target';
import type { Command } from '../commands/command';
import type { Desk } from '../commands/desk';
import { flushTyping } from '../plan/typing';

/** The keys that think a goal through. */
const KEYS = 'Mod+Shift+E';

/**
 * Thinks the goal in hand through (R25). An idea becomes a goal first (R34): its
 * own words stay its title, and what they come to mean is said beside them.
 */
export function goalCommand({ mirror, hand, sheets, edits }: Desk): Command {
  const kind = () => mirror.item(hand.id)?.kind;
  return {
    id: 'goal.build',
    get label() {
      return kind() === 'idea' ? ('goal.shape' as const) : ('goal.build' as const);
    },
    icon: Target,
    group: 'item',
    keys: [KEYS],
    when: 'always',
    enabled: () => kind() === 'goal' || kind() === 'idea',
    run: () => void think(),
  };

  async function think(): Promise<void> {
    const { id } = hand;
    await flushTyping();
    if (mirror.item(id)?.kind === 'idea') await edits.raiseItem(id, 'goal');
    if (mirror.item(id)?.kind === 'goal') sheets.open = { what: 'goal', id, letter: null };
  }
}
