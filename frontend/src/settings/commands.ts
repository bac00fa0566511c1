import type { Command } from '../commands/command';
import { onMac } from '../commands/keys';
import type { Settings } from '../desktop/settings.svelte';
import { THEMES, type Theme } from '../desktop/types';
import { ZOOMS } from '../desktop/zoom';

/** What only the window can do. */
export interface Frame {
  fullScreen(): Promise<void>;
  /** Ends the program, after all that was done is saved. */
  quit(): void;
}

/** The commands of the window itself; they work on the start screens too. */
export function settingsCommands(settings: Settings, frame: Frame): Command[] {
  return [
    {
      ...plain('frame.settings', 'command.settings', () => (settings.open = true)),
      group: 'file',
      keys: ['Mod+,'],
    },
    ...(onMac() ? [] : [quit(settings, frame)]),
    ...THEMES.map((theme) => themeCommand(settings, theme)),
    {
      ...plain('view.larger', 'command.larger', () => settings.zoom(1)),
      keys: ['Mod+Plus', 'Mod+='],
      enabled: () => settings.look.zoom < (ZOOMS.at(-1) ?? 0),
    },
    {
      ...plain('view.smaller', 'command.smaller', () => settings.zoom(-1)),
      keys: ['Mod+-'],
      enabled: () => settings.look.zoom > ZOOMS[0],
    },
    {
      ...plain('view.usual', 'command.usual', () => settings.set({ zoom: 100 })),
      keys: ['Mod+0'],
      enabled: () => settings.look.zoom !== 100,
    },
    {
      ...plain('view.full', 'command.full', () => void frame.fullScreen()),
      keys: onMac() ? ['Ctrl+Mod+F'] : ['F11'],
      enabled: () => settings.window,
    },
  ];
}

/** On a Mac it stands in the menu of the program, which the system makes. */
function quit(settings: Settings, frame: Frame): Command {
  return {
    ...plain('frame.quit', 'command.quit', () => frame.quit()),
    group: 'file',
    keys: ['Mod+Q'],
    enabled: () => settings.window,
  };
}

function themeCommand(settings: Settings, theme: Theme): Command {
  return {
    ...plain(`view.theme.${theme}`, `command.theme.${theme}`, () => settings.set({ theme })),
    checked: () => settings.look.theme === theme,
  };
}

function plain(id: string, label: Command['label'], run: () => void): Command {
  return { id, label, group: 'view', when: 'always', enabled: () => true, run };
}
