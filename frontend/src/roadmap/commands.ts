import MapIcon from '@lucide/svelte/icons/map';
import type { Command } from '../commands/command';
import type { Desk } from '../commands/desk';
import { flushTyping } from '../plan/typing';

/** Shows the plan on one page, to be printed or sent (R22). */
export function roadmapCommand({ sheets, mirror }: Desk): Command {
  return {
    id: 'plan.roadmap',
    label: 'roadmap.command',
    group: 'file',
    icon: MapIcon,
    when: 'always',
    enabled: () => mirror.plan !== undefined,
    run: () => {
      void flushTyping().then(() => (sheets.open = { what: 'roadmap' }));
    },
  };
}
