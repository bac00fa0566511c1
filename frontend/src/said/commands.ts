import Gem from '@lucide/svelte/icons/gem';
import Puzzle from '@lucide/svelte/icons/puzzle';
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

/** Asks what is missing for the item in hand (R67). */
export function gapsCommand({ sheets, mirror, hand }: Desk): Command {
  return {
    id: 'said.analysis',
    label: 'said.analysis',
    group: 'item',
    icon: Puzzle,
    when: 'always',
    enabled: () => {
      const kind = mirror.item(hand.id)?.kind;
      return kind !== undefined && kind !== 'idea';
    },
    run: () => {
      const { id } = hand;
      void flushTyping().then(() => (sheets.open = { what: 'gaps', id }));
    },
  };
}
