import ImageDown from '@lucide/svelte/icons/image-down';
import type { Command } from '../commands/command';
import type { Desk } from '../commands/desk';
import { flushTyping } from '../plan/typing';
import { laidIn } from './cairn';
import { picturedCairn } from './picture';

/** Shows the cairn of a plan on a sheet, to be kept as a picture. */
export function cairnCommand(desk: Desk, planId: () => string): Command {
  return {
    id: 'balance.cairn',
    label: 'balance.cairn',
    group: 'file',
    icon: ImageDown,
    when: 'always',
    enabled: () => laidIn(desk.mirror, planId(), desk.now.day).length > 0,
    run: () => {
      void flushTyping().then(() => {
        desk.sheets.open = { what: 'picture', of: picturedCairn(desk, planId()) };
      });
    },
  };
}
