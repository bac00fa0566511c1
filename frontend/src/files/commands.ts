import Info from '@lucide/svelte/icons/info';
import type { Command } from '../commands/command';
import type { RecentVault } from '../plan/vault';
import type { Files } from './files';

/** Open, a new vault, a copy of the one that is open, and what helps. */
export function fileCommands(files: Files, isOpen: () => boolean): Command[] {
  return [
    { ...file('open', () => files.choose()), keys: ['Mod+O'], when: 'always' },
    file('new', () => files.create()),
    {
      ...file('copy', () => files.copy()),
      keys: ['Mod+Shift+S'],
      when: 'always',
      enabled: isOpen,
    },
    { ...file('log', () => files.log()), group: 'help' },
    {
      ...file('open', () => files.about()),
      id: 'frame.about',
      label: 'about.open',
      icon: Info,
      group: 'help',
    },
  ];
}

/** A command for each vault that was opened lately. */
export function recentCommands(files: Files, recent: readonly RecentVault[]): Command[] {
  return recent.map((vault, i) => ({
    id: `file.recent.${String(i)}`,
    label: hasTwin(vault, recent) ? 'files.recent.in' : 'files.recent',
    group: 'file',
    params: () => ({ name: vault.name, folder: vault.folder }),
    enabled: () => true,
    run: () => files.open(vault.path),
  }));
}

function file(id: 'open' | 'new' | 'copy' | 'log', run: () => void): Command {
  return { id: `file.${id}`, label: `files.${id}`, group: 'file', enabled: () => true, run };
}

/** Two vaults of one name are told apart by their folders. */
function hasTwin(vault: RecentVault, recent: readonly RecentVault[]): boolean {
  return recent.some((other) => other !== vault && other.name === vault.name);
}
