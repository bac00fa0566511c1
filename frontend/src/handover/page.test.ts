import { beforeEach, describe, expect, test } from 'vitest';
import { BridgeError } from '../bridge/errors';
import {
  book,
  bridge,
  called,
  click,
  inTheHouse,
  named,
  press,
  program,
  rest,
  start,
  write,
} from '../house';
import { changes, client, item } from '../plan/sample';
import type { CameBack, Difference, Line } from './types';
import { cameWords, fieldWords, kindWords, linesOf, valueWords } from './words';

inTheHouse();

const beside = changes({
  ...book,
  clients: [client('Ada Marlow', { id: 'c2', own: false, alias: 'A.' }), client('Me')],
});

const line = (field: string, over: Partial<Line> = {}): Line => ({
  field,
  ours: '',
  theirs: '',
  before: '',
  ...over,
});

const differing = (id: string, over: Partial<Difference> = {}): Difference => ({
  id,
  kind: 'step',
  title: 'Write chapter 12',
  path: ['A book of mine', 'A manuscript'],
  lines: [line('title', { ours: 'Write it', theirs: 'Type it', before: 'Write chapter 12' })],
  ...over,
});

const back: CameBack = {
  name: 'Ada.cairn',
  came: {
    token: '7',
    new: 2,
    changed: 1,
    removed: 0,
    differences: [
      differing('d1'),
      differing('d2', {
        lines: [line('state', { ours: 'done', theirs: 'parked', before: 'todo' })],
      }),
      differing('d3', { lines: [line('gone', { ours: 'gone', theirs: 'kept' })] }),
    ],
  },
};

const run = async (id: string) => {
  program.commands.get(`handover.${id}`)?.run();
  await rest();
};
const dialog = () => document.querySelector('[role=dialog]');
const notice = () => document.querySelector('.notice')?.textContent ?? '';
const radios = () => [...document.querySelectorAll<HTMLInputElement>('[role=dialog] input')];
const chosen = () => radios().map(({ checked }) => checked);

async function choose(radio: HTMLInputElement | undefined): Promise<void> {
  radio?.click();
  await rest();
}

describe('a client', () => {
  beforeEach(() => start({}, beside));

  test('leaves after one was told what goes along and what stays, and the folder is shown', async () => {
    await run('leave');
    const said = dialog()?.textContent;
    for (const words of [
      'Hand over A.',
      'all plans, with what lies in their trash',
      'private notes, your reflections, contact and the marks of moments',
      'The vault is not encrypted',
    ])
      expect(said).toContain(words);
    expect(called('handOver')).toEqual([]);
    bridge.handover.to = '/home/me/Ada.cairn';
    await click('Choose where…');
    expect(called('handOver')).toEqual([['handOver', 'A.']]);
    expect(dialog()).toBeNull();
    expect(notice()).toContain('A. was handed over as Ada.cairn.');
    await click('Show in folder', '.notice button');
    expect(called('showHandedOver')).toHaveLength(1);
  });

  test('stays in sight when one turns away or it is refused', async () => {
    await run('leave');
    await click('Choose where…');
    expect(dialog()).not.toBeNull();
    bridge.refuse = new BridgeError('conflict', 'error.handover_readonly');
    await click('Choose where…');
    expect(dialog()).not.toBeNull();
    expect(notice()).toContain('could not be written there');
    await click('Cancel');
    expect(dialog()).toBeNull();
  });
});

describe('what came back', () => {
  beforeEach(async () => {
    await start({}, beside);
    bridge.handover.back = back;
  });

  test('is told with what both changed, side by side and as it was; yours stands', async () => {
    await run('back');
    const said = dialog()?.textContent;
    for (const words of [
      'Take back Ada.cairn',
      '2 things are new, 1 is changed. One undo takes it all out again.',
      '3 things were changed by both of you',
      'step, in A book of mine › A manuscript',
      'Type it',
      'Before: Write chapter 12',
      'parked',
      'taken away',
    ])
      expect(said).toContain(words);
    expect(chosen()).toEqual([true, false, true, false, true, false]);
    expect(document.querySelectorAll('[role=dialog] fieldset')).toHaveLength(3);
    expect(called('takeBack')).toEqual([]);
  });

  test('comes in as it was chosen, as one step that is offered to be taken back', async () => {
    bridge.handover.brings = ({ items }) => void items.push(item('n', { title: 'From Ada' }));
    await run('back');
    await choose(radios()[3]);
    await click('Take back', '[role=dialog] button');
    expect(called('takeBack')).toEqual([['takeBack', { token: '7', theirs: ['d2'] }]]);
    expect(dialog()).toBeNull();
    expect(notice()).toContain(
      'From Ada.cairn: 2 things are new, 1 is changed, 1 is as they have it.',
    );
    expect(program.desk?.mirror.item('n')?.title).toBe('From Ada');
    await click('Undo', '.notice button');
    expect(program.desk?.mirror.item('n')).toBeUndefined();
  });

  test('of which nothing was chosen leaves all as it is, and that is said', async () => {
    bridge.handover.back = { ...back, came: { ...back.came, new: 0, changed: 0 } };
    await run('back');
    expect(dialog()?.textContent).toContain('Nothing new but what both of you changed.');
    await click('Take back', '[role=dialog] button');
    expect(called('takeBack')[0]?.[1]).toEqual({ token: '7', theirs: [] });
    expect(notice()).toContain('All stays as you have it');
  });

  test('is one choice of two for each difference, which a reader hears with its name', async () => {
    await run('back');
    const [first] = document.querySelectorAll('[role=dialog] fieldset');
    expect(first?.querySelector('legend')?.textContent).toContain('Write chapter 12');
    const two = [...(first?.querySelectorAll('input') ?? [])];
    expect(two.map(({ type }) => type)).toEqual(['radio', 'radio']);
    expect(two[0]?.name).toBe(two[1]?.name);
    expect(two.map(({ labels }) => labels?.[0]?.textContent?.trim().slice(0, 6))).toEqual([
      'Yours ',
      'Theirs',
    ]);
    expect(new Set(radios().map(({ name }) => name)).size).toBe(3);
  });

  test('tells of several lines each as it was', async () => {
    const dates = [line('due', { before: '2091-05-13' }), line('start', { before: '2091-05-12' })];
    bridge.handover.back = {
      ...back,
      came: { ...back.came, differences: [differing('d', { lines: dates })] },
    };
    await run('back');
    expect(dialog()?.textContent).toContain('Before, Due: 13 May 2091');
    expect(dialog()?.textContent).toContain('Before, Begins: 12 May 2091');
  });

  test('is chosen for all at once, either way', async () => {
    await run('back');
    await click('Theirs for all');
    expect(chosen()).toEqual([false, true, false, true, false, true]);
    await choose(radios()[0]);
    await click('Take back', '[role=dialog] button');
    expect(called('takeBack')[0]?.[1]).toEqual({ token: '7', theirs: ['d2', 'd3'] });
    await run('back');
    await click('Theirs for all');
    await click('Yours for all');
    expect(chosen()).toEqual([true, false, true, false, true, false]);
  });

  test('is let go when one turns away', async () => {
    await run('back');
    await click('Cancel');
    await run('back');
    await click('Close', '[role=dialog] button');
    expect(called('forgetReturn')).toHaveLength(2);
    expect(called('takeBack')).toEqual([]);
  });

  test('that does not go together stays in sight', async () => {
    await run('back');
    bridge.refuse = new BridgeError('conflict', 'error.return_tangled', { title: 'A manuscript' });
    await click('Take back', '[role=dialog] button');
    expect(dialog()).not.toBeNull();
    expect(notice()).toContain('“A manuscript” would stand where it cannot be');
  });

  test('with nothing in it is told at once, and one that is refused opens nothing', async () => {
    bridge.handover.back = { ...back, came: { ...back.came, new: 0, changed: 0, differences: [] } };
    await run('back');
    expect(dialog()).toBeNull();
    expect(notice()).toContain('Nothing was changed in Ada.cairn.');
    expect(called('forgetReturn')).toHaveLength(1);
    bridge.refuse = new BridgeError('not_found', 'error.return_unknown');
    await run('back');
    expect(dialog()).toBeNull();
    expect(notice()).toContain('was not handed over from here');
  });
});

describe('the commands', () => {
  test('are not there for somebody alone', async () => {
    await start();
    expect(program.commands.get('handover.leave')).toBeUndefined();
    expect(program.commands.get('handover.back')).toBeUndefined();
  });

  test('rest while one’s own plans are open', async () => {
    await start({}, changes({ ...beside, clients: beside.clients.toReversed() }));
    expect(program.commands.get('handover.leave')?.enabled()).toBe(false);
    expect(program.commands.get('handover.back')?.enabled()).toBe(false);
  });

  test('are not there while somebody looks on', async () => {
    await start({ shared: true }, beside);
    expect(program.commands.get('handover.leave')).toBeUndefined();
  });

  test('are run by key, from the palette', async () => {
    await start({}, beside);
    await press(document.body, 'k', { ctrlKey: true });
    const field = document.querySelector<HTMLInputElement>('[role=dialog] input')!;
    await write(field, '> hand over');
    await press(field, 'Enter');
    expect(dialog()?.textContent).toContain('Hand over A.');
    expect(named('Choose where…')).toBeTruthy();
  });
});

describe('words', () => {
  beforeEach(() => start({}, beside));

  test.each([
    [{ new: 1, changed: 0, removed: 0 }, '1 thing is new'],
    [{ new: 0, changed: 3, removed: 1 }, '3 are changed, 1 is gone'],
    [{ new: 0, changed: 0, removed: 0 }, ''],
  ])('%o is said as "%s"', (counts, words) => {
    expect(cameWords({ ...back.came, ...counts })).toBe(words);
  });

  test.each([
    ['step', 'due', '2091-05-13', '13 May 2091'],
    ['step', 'due', '', 'nothing'],
    ['step', 'estimate_min', '90', '1 h 30'],
    ['step', 'estimate_min', '0', 'nothing'],
    ['step', 'below', '', 'at the top'],
    ['step', 'behind', 'Write', 'behind “Write”'],
    ['step', 'behind', '', 'first'],
    ['step', 'draft', '1', 'yes'],
    ['step', 'kind', 'goal', 'goal'],
    ['step', 'due_kind', 'soft', 'about then'],
    ['step', 'trashed_at', 'gone', 'in the trash'],
    ['barrier', 'likely', 'high', 'likely'],
    ['value', 'core', 'true', 'yes'],
    ['aim', 'statement', 'A book of mine', 'A book of mine'],
  ])('of a %s, %s %s is said as "%s"', (kind, field, value, words) => {
    expect(valueWords(kind, field, value)).toBe(words);
  });

  test('name what differs, and leave out what nobody can read', () => {
    expect(['goal', 'client', 'barrier', 'vision_board', 'unheard of'].map(kindWords)).toEqual([
      'goal',
      'who they are',
      'barrier',
      'vision board',
      'something',
    ]);
    expect(fieldWords('barrier', 'what')).toBe('What');
    expect(fieldWords('gap', 'sort')).toBe('It is');
    expect(fieldWords('promise', 'on')).toBe('');
    const promise = differing('p', { lines: [line('at'), line('on', { ours: '2091-05-13' })] });
    expect(linesOf(promise).map(({ field }) => field)).toEqual(['on']);
    expect(linesOf(differing('p', { lines: [line('x')] })).map(({ field }) => field)).toEqual(['']);
  });
});
