import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import HeartPulse from '@lucide/svelte/icons/heart-pulse';
import type { Command } from '../commands/command';
import type { Desk } from '../commands/desk';
import { flushTyping } from '../plan/typing';

/** One looks how it goes (R92): with the plan shown, or with the goal or vision in hand; and how often. */
export function checkinCommands({ sheets, mirror, hand }: Desk): Command[] {
  const planned = () => mirror.plan !== undefined;
  const inHand = () => {
    const kind = mirror.item(hand.id)?.kind;
    return kind === 'goal' || kind === 'vision';
  };
  return [
    {
      id: 'checkin.open',
      label: 'checkin.command',
      group: 'item',
      icon: HeartPulse,
      keys: ['Mod+Shift+I'],
      when: 'always',
      enabled: planned,
      run: () => {
        const of = { planId: mirror.planId };
        void flushTyping().then(() => (sheets.open = { what: 'checkin', of }));
      },
    },
    {
      id: 'checkin.item',
      label: 'checkin.goal',
      group: 'item',
      enabled: inHand,
      run: () => {
        const of = { itemId: hand.id };
        void flushTyping().then(() => (sheets.open = { what: 'checkin', of }));
      },
    },
    {
      id: 'checkin.rhythm',
      label: 'checkin.rhythm.command',
      group: 'item',
      icon: CalendarClock,
      enabled: planned,
      run: () => {
        void flushTyping().then(() => (sheets.open = { what: 'looks' }));
      },
    },
  ];
}
