import Info from '@lucide/svelte/icons/info';
import type { Command } from '../commands/command';
import type { RecentVault } from '../plan/vault';
import type { Files } from './files';

/** Whether a vault is open, and whether somebody looks on, who may see no other. */
interface Standing {
  open(): boolean;
  shared(): boolean;
}

/** Open, a new vault, a copy of the one that is open, and what helps. */
export function fileCommands(files: Files, is: Standing): Command[] {
  const alone = () => !is.shared();
  return [
    { ...file('open', () => files.choose()), keys: ['Mod+O'], when: 'always', enabled: alone },
    { ...file('new', () => files.create()), enabled: alone },
    {
      ...file('copy', () => files.copy()),
      keys: ['Mod+Shift+S'],
      when: 'always',
      enabled: () => is.open() && alone(),
    },
    { ...file('everything', () => files.everything()), enabled: () => is.open() && alone() },
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

function file(id: 'open' | 'new' | 'copy' | 'everything' | 'log', run: () => void): Command {
  return { id: `file.${id}`, label: `files.${id}`, group: 'file', enabled: () => true, run };
}

/** Two vaults of one name are told apart by their folders. */
function hasTwin(vault: RecentVault, recent: readonly RecentVault[]): boolean {
  return recent.some((other) => other !== vault && other.name === vault.name);
}
