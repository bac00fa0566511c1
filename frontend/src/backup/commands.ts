import Archive from '@lucide/svelte/icons/archive';
import ArchiveRestore from '@lucide/svelte/icons/archive-restore';
import FolderOpen from '@lucide/svelte/icons/folder-open';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import type { Command } from '../commands/command';
import type { Backups } from './backups.svelte';

/** Whether a vault is open, whether a backup could take its place, and whether somebody looks on. */
interface Standing {
  open(): boolean;
  lost(): boolean;
  shared(): boolean;
}

/** A backup now, one brought back, and a look at the vault itself. */
export function backupCommands(backups: Backups, is: Standing, folder: () => void): Command[] {
  const open = () => is.open() && !backups.busy;
  return [
    { ...line('now', () => void backups.now()), icon: Archive, enabled: open },
    {
      ...line('restore', () => (backups.choosing = '')),
      icon: ArchiveRestore,
      enabled: () => (is.open() || is.lost()) && !is.shared() && !backups.busy,
    },
    { ...line('check', () => void backups.check()), icon: ShieldCheck, enabled: open },
    { ...line('show', folder), icon: FolderOpen, enabled: () => !is.shared() },
  ];
}

function line(id: 'now' | 'restore' | 'check' | 'show', run: () => void): Command {
  return {
    id: `backup.${id}`,
    label: `backup.${id}`,
    group: 'file',
    when: 'always',
    enabled: () => true,
    run,
  };
}
