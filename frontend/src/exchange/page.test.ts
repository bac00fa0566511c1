import { beforeEach, describe, expect, test } from 'vitest';
import { BridgeError } from '../bridge/errors';
import { fullName, shortName } from '../commands/names';
import { later } from '../frame/later';
import { VIEWS } from '../frame/views';
import { bridge, called, click, inTheHouse, press, program, rest, start } from '../house';
import type { Preview, PreviewLine } from './types';
import { whenWords } from './words';

inTheHouse();

// What opens over the page is there as quickly as in the program.
await Promise.all(
  [...Object.values(later), ...VIEWS.map(({ load }) => load)].map((load) => load()),
);

const line = (title: string, over: Partial<PreviewLine> = {}): PreviewLine => ({
  depth: 0,
  kind: 'step',
  title,
  state: 'todo',
  start: '',
  due: '',
  time: '',
  repeats: false,
  ...over,
});

const boat: Preview = {
  token: '1',
  name: 'boat.ics',
  count: 3,
  lines: [line('Moor the boat'), line('Buy rope', { depth: 1, due: '2091-05-13' })],
  remarks: [{ key: 'import.rule', title: 'Bail out', value: 'FREQ=HOURLY' }],
  more: 2,
};

const run = async (id: string) => {
  program.commands.get(`exchange.${id}`)?.run();
  await rest();
};
const dialog = () => document.querySelector('[role=dialog]');
const notice = () => document.querySelector('.notice')?.textContent;

beforeEach(async () => {
  await start();
  bridge.fileNow = boat;
});

describe('a chosen file', () => {
  test('is shown before anything is written: what comes, what was not understood', async () => {
    await run('import');
    const [zone] = called('chooseImport').map(([, given]) => given);
    expect(zone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
    const said = dialog()?.textContent;
    for (const words of [
      'Bring in boat.ics',
      '3 items come in, at the end of “Publish a book”',
      'Buy rope',
      'due 13 May 2091',
      'and 1 more',
      '“Bail out” comes without its repetition',
      'and 2 more things',
    ])
      expect(said).toContain(words);
    expect(dialog()?.querySelectorAll('li[aria-level="2"]')).toHaveLength(1);
    expect(called('importFile')).toEqual([]);
  });

  test('comes in with one button, and is taken back as one step', async () => {
    await run('import');
    await click('Bring in');
    expect(called('importFile')).toEqual([['importFile', '1', 'p1']]);
    expect(dialog()).toBeNull();
    expect(program.desk?.mirror.children('')).toHaveLength(4);
    await press(document.body, 'z', { ctrlKey: true });
    expect(program.desk?.mirror.children('')).toHaveLength(2);
  });

  test('is let go when one turns away', async () => {
    await run('import');
    await click('Cancel');
    expect(dialog()).toBeNull();
    await run('import');
    await click('Close', '[role=dialog] button');
    expect(called('forgetImport')).toHaveLength(2);
    expect(called('importFile')).toEqual([]);
  });

  test('that is refused opens nothing, and says why', async () => {
    bridge.refuse = new BridgeError('invalid', 'error.calendar_broken');
    await run('import');
    expect(dialog()).toBeNull();
    expect(notice()).toContain('This is not a calendar that can be read');
  });

  test('that is none opens nothing', async () => {
    bridge.fileNow = { ...boat, token: '' };
    await run('import');
    expect(dialog()).toBeNull();
  });

  test('that does not come in stays in sight', async () => {
    await run('import');
    bridge.refuse = new BridgeError('not_found', 'error.import_gone');
    await click('Bring in');
    expect(dialog()).not.toBeNull();
    expect(notice()).toContain('no longer at hand');
  });
});

describe('the plan goes out', () => {
  const FILES = [
    ['mm', '/home/me/boat.mm', 'boat.mm'],
    ['opml', '/home/me/boat.opml', 'boat.opml'],
    ['canvas', '/home/me/boat.canvas', 'boat.canvas'],
    ['md', '/home/me/boat.md', 'boat.md'],
    ['txt', '/home/me/boat.txt', 'boat.txt'],
    ['csv', 'C:\\me\\boat.csv', 'boat.csv'],
    ['ics', '/home/me/boat.ics', 'boat.ics'],
  ] as const;

  test.each(FILES)('as .%s, and its folder is shown', async (format, path, name) => {
    bridge.copyTo = path;
    await run(`export.${format}`);
    expect(called('exportPlan')).toEqual([['exportPlan', { planId: 'p1', branch: '', format }]]);
    expect(notice()).toContain(`The plan is exported as ${name}.`);
    await click('Show in folder', '.notice button');
    expect(called('showExport')).toHaveLength(1);
  });

  test('or only the branch in focus, and each name says so', async () => {
    const one = program.commands.get('exchange.export.mm')!;
    expect([fullName(one), shortName(one)]).toEqual([
      'Export the plan as mind map…',
      'Export the plan as mind map…',
    ]);
    const [id = ''] = program.desk?.mirror.children('') ?? [];
    program.desk!.hand.branch = id;
    bridge.copyTo = '/home/me/a.mm';
    const title = program.desk?.mirror.item(id)?.title ?? '';
    expect([fullName(one), shortName(one)]).toEqual([
      `Export “${title}” as mind map…`,
      'Export this branch as mind map…',
    ]);
    await run('export.mm');
    expect(called('exportPlan')).toEqual([
      ['exportPlan', { planId: 'p1', branch: id, format: 'mm' }],
    ]);
    expect(notice()).toContain(`“${title}” is exported as a.mm.`);
  });

  test('or nowhere, when one turns away or it is refused', async () => {
    await run('export.csv');
    expect(document.querySelector('.notice')).toBeNull();
    bridge.refuse = new BridgeError('conflict', 'error.export_failed');
    await run('export.csv');
    expect(notice()).toContain('could not be written there');
  });
});

test('what is broken in a file says where', async () => {
  bridge.refuse = new BridgeError('invalid', 'error.file_broken', { line: '3', column: '7' });
  await run('import');
  expect(notice()).toContain('broken in line 3, at character 7');
});

test.each([
  [{}, ''],
  [{ due: '2091-05-13' }, 'due 13 May 2091'],
  [{ start: '2091-05-01' }, 'from 1 May 2091'],
  [{ start: '2091-05-01', due: '2091-05-13' }, '1 May 2091 to 13 May 2091'],
  [{ due: '2091-05-13', time: '09:00' }, 'due 13 May 2091 at 09:00'],
  [{ repeats: true }, 'repeats'],
])('%o is said as "%s"', (over, words) => {
  expect(whenWords(line('a', over))).toBe(words);
});
