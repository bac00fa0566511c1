import CirclePlus from '@lucide/svelte/icons/circle-plus';
import Pin from '@lucide/svelte/icons/pin';
import Sun from '@lucide/svelte/icons/sun';
import type { Command } from '../commands/command';
import type { Desk } from '../commands/desk';
import { isStep } from '../plan/ready';
import { flushTyping } from '../plan/typing';

/** What can be said of the steps in hand for the day, in any view. */
export function todayCommands({ mirror, hand, edits, now, sheets }: Desk): Command[] {
  const steps = () => hand.ids.flatMap((id) => mirror.item(id) ?? []).filter(isStep);
  const ids = () => steps().map(({ id }) => id);
  const chosen = () =>
    steps().length > 0 && ids().every((id) => mirror.said.once('pick', id).on === now.day);
  const pinned = () => mirror.said.once('pick', hand.id).pinned === true;

  function pick(): void {
    void flushTyping().then(() => edits.pick(ids(), chosen() ? '' : now.day));
  }

  function pin(): void {
    const { id } = hand;
    const body = { pinned: pinned() ? null : (true as const) };
    void flushTyping().then(() =>
      edits.setAspect({ id: '', itemId: id, kind: 'pick', body, edit: '' }),
    );
  }

  return [
    {
      id: 'today.capture',
      label: 'today.capture.command',
      group: 'item',
      icon: CirclePlus,
      keys: ['Mod+Shift+N'],
      when: 'always',
      enabled: () => mirror.plan !== undefined,
      run: () => (sheets.open = { what: 'capture' }),
    },
    {
      id: 'today.pick',
      label: 'today.pick',
      group: 'item',
      icon: Sun,
      keys: ['Mod+Shift+T'],
      when: 'always',
      enabled: () => steps().length > 0,
      checked: chosen,
      run: pick,
    },
    {
      id: 'today.pin',
      label: 'today.pin',
      group: 'item',
      icon: Pin,
      when: 'always',
      enabled: () => steps().length === 1,
      checked: pinned,
      run: pin,
    },
  ];
}
