import CalendarSync from '@lucide/svelte/icons/calendar-sync';
import type { Command } from '../commands/command';
import type { Desk } from '../commands/desk';
import { ZOOM_NAMES } from './scale';
import type { View } from './view.svelte';

interface Ways {
  today(): void;
  life(): void;
}

/** What can be done on a timeline beside its bars. */
export function timelineCommands({ mirror }: Desk, view: View, ways: Ways): Command[] {
  const there = () => mirror.plan !== undefined;
  return [
    {
      id: 'timeline.today',
      label: 'timeline.today',
      group: 'view',
      keys: ['T'],
      enabled: there,
      run: () => ways.today(),
    },
    {
      id: 'timeline.nearer',
      label: 'timeline.nearer',
      group: 'view',
      keys: ['+'],
      enabled: () => view.zoom !== ZOOM_NAMES[0],
      run: () => view.nearer(1),
    },
    {
      id: 'timeline.farther',
      label: 'timeline.farther',
      group: 'view',
      keys: ['-'],
      enabled: () => view.zoom !== ZOOM_NAMES.at(-1),
      run: () => view.nearer(-1),
    },
    {
      id: 'timeline.life',
      label: 'timeline.life',
      icon: CalendarSync,
      group: 'item',
      enabled: () => there() && view.rows.some(({ span }) => span !== null),
      run: () => ways.life(),
    },
  ];
}
