import { beforeEach, describe, expect, test } from 'vitest';
import { BridgeError } from '../bridge/errors';
import { bridge, called, click, inTheHouse, named, program, rest, start, write } from '../house';
import type { BackupFile } from '../plan/vault';
import { planWords, sizeWords } from './words';

inTheHouse();
// What is called for opens as quickly as in the program.
await import('./RestoreDialog.svelte');
await import('../settings/SettingsDialog.svelte');

const file = (at: string, over: Partial<BackupFile> = {}): BackupFile => ({
  name: `vault ${at}.cairn`,
  at,
  size: 3_500_000,
  sealed: false,
  ...over,
});
const newest = file('2026-03-13T12:00:00Z');
const oldest = file('2026-03-01T12:00:00Z', { sealed: true });

const run = async (id: string) => {
  program.commands.get(`backup.${id}`)?.run();
  await rest();
};
const dialog = () => document.querySelector('[role=dialog]');
const said = () => dialog()?.textContent?.replace(/\s+/g, ' ') ?? '';
const notice = () => document.querySelector('.notice')?.textContent ?? '';
const radios = () => [
  ...document.querySelectorAll<HTMLInputElement>('[role=dialog] fieldset input'),
];

async function settings(): Promise<void> {
  program.settings.open = true;
  await rest();
  await rest();
}

describe('the settings', () => {
  beforeEach(() => start());

  test('tell how it stands, and make one now', async () => {
    await settings();
    expect(said()).toContain('There is none yet.');
    expect(said()).toContain('Backups are not encrypted, just as the vault is not.');
    expect(named<HTMLButtonElement>('Restore a backup…').disabled).toBe(true);
    await click('Back up now');
    expect(called('backUpNow')).toHaveLength(1);
    expect(said()).toContain('1 backup, 4 kB of 1 GB.');
    expect(notice()).toContain('The backup is made and checked.');
  });

  test('say when the last one was not made, and that refusal in a sentence', async () => {
    bridge.backups.state = { ...bridge.backups.state, failed: true };
    bridge.refuse = new BridgeError('conflict', 'error.backup_readonly');
    await settings();
    expect(said()).toContain('The last backup could not be made.');
    await click('Back up now');
    expect(notice()).toContain('its disk is full');
    await click('Back up now');
    expect(called('backUpNow')).toHaveLength(2);
  });

  test('encrypt with words that are offered, which can be shown again', async () => {
    await settings();
    await click('Encrypt backups…');
    const field = document.querySelector<HTMLInputElement>('[role=dialog] form input')!;
    expect(field.value).toBe('stone-river-lamp');
    expect(said(), 'all of it can be read').toContain('stone-river-lamp');
    expect(said()).toContain('Write it down');
    await click('Encrypt from now on');
    expect(called('setBackupPassphrase')).toEqual([['setBackupPassphrase', 'stone-river-lamp']]);
    expect(said()).toContain('Backups are encrypted. The vault itself is not');
    expect(said()).not.toContain('stone-river-lamp');
    await click('Show the passphrase');
    expect(said()).toContain('stone-river-lamp');
    await click('Hide the passphrase');
    expect(said()).not.toContain('stone-river-lamp');
    await click('Stop encrypting');
    expect(called('setBackupPassphrase').at(-1)).toEqual(['setBackupPassphrase', '']);
  });

  test('encrypt with words of one’s own, and keep the form where they are refused', async () => {
    await settings();
    await click('Encrypt backups…');
    const field = () => document.querySelector<HTMLInputElement>('[role=dialog] form input')!;
    await write(field(), ' my own words ');
    bridge.refuse = new BridgeError('invalid', 'error.passphrase_short', { min: '8' });
    await click('Encrypt from now on');
    expect(notice()).toContain('8 characters or more');
    expect(field().value).toBe(' my own words ');
    await click('Encrypt from now on');
    expect(called('setBackupPassphrase').at(-1)).toEqual(['setBackupPassphrase', 'my own words']);
  });

  test('take a second place, say what keeps backups from it, and let it go', async () => {
    await settings();
    bridge.backups.second = '/media/stick';
    await click('Choose a second place…');
    expect(said()).toContain('/media/stick');
    bridge.backups.state = { ...bridge.backups.state, away: 'absent' };
    await click('1 GB');
    await program.backups.look();
    await rest();
    expect(said()).toContain('It is not there at the moment.');
    await click('No second place');
    expect(said()).not.toContain('/media/stick');
  });

  test('ask for a passphrase where there are clients', async () => {
    bridge.backups.state = { ...bridge.backups.state, clients: true };
    await settings();
    expect(said()).toContain('are not encrypted, and stay on this computer');
  });
});

describe('a backup', () => {
  beforeEach(async () => {
    await start();
    bridge.backups.files = [newest, oldest];
    bridge.backups.secret = 'river stone';
    bridge.backups.inside = {
      plans: [
        { client: '', name: 'Publish a book', items: 12, goals: 2, steps: 7, done: 3 },
        { client: 'A.', name: 'My studio', items: 1, goals: 0, steps: 0, done: 0 },
      ],
      changed: '2026-03-13T11:00:00Z',
    };
  });

  test('is looked into before it is restored, and what was there is named', async () => {
    await run('restore');
    expect(radios().map(({ checked }) => checked)).toEqual([true, false]);
    expect(document.activeElement).toBe(radios()[0]);
    for (const words of [
      'Publish a book',
      '12 items: 2 goals, 7 steps, 3 done',
      'My studio, of A.',
      '3.3 MB',
      'encrypted',
      'What is there now is backed up first',
    ])
      expect(said()).toContain(words);
    expect(called('restoreBackup')).toEqual([]);
    bridge.backups.restored = { saved: '2026-03-13T12:30:00Z' };
    const before = program.desk;
    await click('Restore this backup');
    expect(called('restoreBackup')).toEqual([['restoreBackup', newest.name, '']]);
    expect(dialog()).toBeNull();
    expect(program.desk).not.toBe(before);
    expect(notice()).toContain('What was there before is the backup of');
  });

  test('that is encrypted with another passphrase asks for it', async () => {
    await run('restore');
    radios()[1]?.click();
    await rest();
    expect(named<HTMLButtonElement>('Restore this backup').disabled).toBe(true);
    const secret = document.querySelector<HTMLInputElement>('input[type=password]')!;
    await write(secret, 'wrong');
    await click('Look inside');
    expect(said()).toContain('This passphrase does not open the backup.');
    await write(document.querySelector<HTMLInputElement>('input[type=password]')!, 'river stone');
    await click('Look inside');
    expect(said()).toContain('Publish a book');
    await click('Restore this backup');
    expect(called('restoreBackup')).toEqual([['restoreBackup', oldest.name, 'river stone']]);
  });

  test('that is refused stays in sight, and changes nothing', async () => {
    await run('restore');
    bridge.refuse = new BridgeError('conflict', 'error.backup_damaged');
    const before = program.desk;
    await click('Restore this backup');
    expect(dialog()).not.toBeNull();
    expect(program.desk).toBe(before);
    expect(notice()).toContain('This backup is damaged');
    await click('Cancel');
    expect(dialog()).toBeNull();
  });

  test('is none where there is none', async () => {
    bridge.backups.files = [];
    await run('restore');
    expect(said()).toContain('There is no backup of this vault yet.');
  });
});

describe('the vault', () => {
  test('is checked, and one sentence says what was found', async () => {
    await start();
    bridge.backups.checked = { rows: 12_345, backup: '2026-03-13T12:00:00Z', spoilt: 1 };
    await run('check');
    expect(notice()).toContain('Your vault is whole: 12,345 rows read, no fault found.');
    expect(notice()).toContain('1 newer backup is damaged.');
    bridge.refuse = new BridgeError('conflict', 'error.check_damaged');
    await run('check');
    expect(notice()).toContain('The vault is damaged.');
  });

  test('that is damaged offers the newest good backup, and that is looked into first', async () => {
    await start({ stage: 'problem', problem: 'damaged', backup: newest });
    bridge.backups.files = [newest];
    expect(document.body.textContent).toContain('The newest good backup was made');
    await click('Look at it and restore…');
    await rest();
    expect(called('lookInBackup')).toEqual([['lookInBackup', newest.name, '']]);
    expect(said()).toContain('The file that cannot be opened is kept beside it.');
    bridge.openingNow = { ...bridge.openingNow, stage: 'plan', problem: '' };
    bridge.backups.restored = { aside: 'vault before.cairn' };
    await click('Restore this backup');
    expect(program.desk).not.toBeNull();
    expect(notice()).toContain('lies beside it as vault before.cairn');
  });

  test('that is lost without a backup offers none', async () => {
    await start({ stage: 'problem', problem: 'damaged' });
    expect(document.body.textContent).not.toContain('newest good backup');
    expect(program.commands.get('backup.restore')?.enabled()).toBe(false);
  });

  test('is nobody’s business who looks on', async () => {
    await start({ shared: true });
    expect(program.commands.get('backup.restore')?.enabled()).toBe(false);
    await settings();
    expect(said()).not.toContain('Back up now');
  });
});

describe('words', () => {
  beforeEach(() => start());

  test.each([
    [10, '1 kB'],
    [34_000, '33 kB'],
    [3_500_000, '3.3 MB'],
    [250 * 1024 * 1024, '250 MB'],
    [1000 * 1024 * 1024, '1 GB'],
    [20_000 * 1024 * 1024, '20 GB'],
  ])('%i bytes are %s', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });

  test('a plan without goals is only counted', () => {
    expect(planWords({ client: '', name: '', items: 1, goals: 0, steps: 0, done: 0 })).toBe(
      '1 item',
    );
  });
});
