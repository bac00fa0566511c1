import ListTree from '@lucide/svelte/icons/list-tree';
import ScanSearch from '@lucide/svelte/icons/scan-search';
import type { Command } from '../commands/command';
import type { Desk } from '../commands/desk';
import { flushTyping } from '../plan/typing';
import type { Item } from '../plan/types';
import { KEYS } from './keys';

/** What the lens can be asked for: about the line in hand, how to get there, and about the whole plan. */
export function lensCommands(desk: Desk): readonly Command[] {
  const { lens, mirror, hand, sheets } = desk;
  const held = () => mirror.item(hand.id);
  return [
    {
      id: 'lens.repairs',
      label: 'lens.do.repairs',
      group: 'item',
      keys: [KEYS.repairs],
      when: 'always',
      enabled: () => {
        const item = held();
        return item !== undefined && lens.asks(item) !== undefined;
      },
      run: () => repair(desk),
    },
    {
      id: 'lens.hows',
      label: 'lens.do.hows',
      group: 'item',
      icon: ListTree,
      keys: [KEYS.hows],
      when: 'always',
      enabled: () => canHaveHows(held()),
      run: () => {
        const { id } = hand;
        void flushTyping().then(() => (sheets.open = { what: 'hows', id }));
      },
    },
    {
      id: 'lens.review',
      label: 'lens.do.review',
      group: 'view',
      icon: ScanSearch,
      when: 'always',
      enabled: () => lens.whole.asks.length > 0,
      run: () => {
        void flushTyping().then(() => (sheets.open = { what: 'review' }));
      },
    },
  ];
}

function canHaveHows(item: Item | undefined): boolean {
  return item !== undefined && item.kind !== 'idea';
}

/** Opens the repairs at the chip of the line in hand; where there is none, at the line. */
function repair({ sheets, hand }: Desk): void {
  const { id } = hand;
  const named = (name: string) =>
    [...document.querySelectorAll<HTMLElement>(`[data-${name}]`)].find(
      (one) => one.dataset[name] === id,
    );
  const chip = named('lens');
  if (chip) return chip.click();
  const at = named('row') ?? named('card') ?? named('node') ?? named('box');
  if (at) sheets.open = { what: 'repairs', id, at, back: () => hand.find(id) };
}
