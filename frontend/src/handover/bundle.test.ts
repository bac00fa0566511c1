import { beforeEach, describe, expect, test } from 'vitest';
import { BridgeError } from '../bridge/errors';
import { book, bridge, called, click, inTheHouse, program, rest, start } from '../house';
import { changes, client, item } from '../plan/sample';
import type { CameIn, Incoming } from './types';
import { planWords } from './words';

inTheHouse();

const bundle = (over: Partial<Incoming> = {}): CameIn => ({
  name: 'everything.zip',
  came: {
    token: '7',
    new: 3,
    changed: 1,
    removed: 0,
    differences: [
      {
        id: 'd1',
        kind: 'step',
        title: 'Write chapter 12',
        path: ['A book of mine'],
        lines: [{ field: 'title', ours: 'Write it', theirs: 'Type it', before: 'Write' }],
      },
    ],
    clients: [
      {
        name: 'Me',
        known: true,
        plans: [
          { name: 'Publish a book', here: true, goals: 2, steps: 1, pictures: 0 },
          { name: 'A boat', here: false, goals: 0, steps: 12, pictures: 4 },
        ],
      },
    ],
    ...over,
  },
});

const run = async () => {
  program.commands.get('handover.bundle')?.run();
  await rest();
};
const dialog = () => document.querySelector('[role=dialog]');
const notice = () => document.querySelector('.notice')?.textContent ?? '';
const radios = () => [...document.querySelectorAll<HTMLInputElement>('[role=dialog] input')];

describe('a bundle', () => {
  beforeEach(async () => {
    await start();
    bridge.handover.bundle = bundle();
  });

  test('is told before anything is written: whose plans, how much, and what was changed in both', async () => {
    await run();
    const said = dialog()?.textContent;
    for (const words of [
      'Bring in everything.zip',
      '3 things are new, 1 is changed. One undo takes it all out again.',
      'Publish a book here already, 2 goals, 1 step',
      'A boat new here, 12 steps, 4 pictures',
      '1 thing was changed in both',
      'What is here stays, unless you choose the other.',
      'In the bundle',
      'Type it',
      'Before: Write',
    ])
      expect(said).toContain(words);
    expect(radios().map(({ checked }) => checked)).toEqual([true, false]);
    expect(called('bringIn')).toEqual([]);
  });

  test('comes in as it was chosen, as one step that is offered to be taken back', async () => {
    bridge.handover.brings = ({ items }) => void items.push(item('n', { title: 'From a script' }));
    await run();
    radios()[1]?.click();
    await rest();
    await click('Bring in', '[role=dialog] button');
    expect(called('bringIn')).toEqual([['bringIn', { token: '7', theirs: ['d1'] }]]);
    expect(dialog()).toBeNull();
    expect(notice()).toContain(
      'From everything.zip: 3 things are new, 1 is changed, 1 is as the bundle has it.',
    );
    expect(document.body.textContent).toContain('From a script');
    await click('Undo', '.notice button');
    expect(called('undo')).toHaveLength(1);
  });

  test('of several clients says who is new here, and that each has an undo', async () => {
    const { clients } = bundle().came;
    bridge.handover.bundle = bundle({
      clients: [...clients, { name: 'Ada Marlow', known: false, plans: [] }],
    });
    await run();
    expect(dialog()?.textContent).toContain('Ada Marlow, who is not here yet');
    expect(dialog()?.textContent).toContain('One undo for each client takes it out again.');
  });

  test('is let go when one turns away', async () => {
    await run();
    await click('Cancel');
    expect(dialog()).toBeNull();
    expect(called('forgetBundle')).toHaveLength(1);
    expect(called('bringIn')).toEqual([]);
  });

  test('with nothing new in it is told at once, and one that is refused opens nothing', async () => {
    bridge.handover.bundle = bundle({ new: 0, changed: 0, differences: [] });
    await run();
    expect(dialog()).toBeNull();
    expect(notice()).toContain('All that is in everything.zip is here already.');
    expect(called('forgetBundle')).toHaveLength(1);
    bridge.refuse = new BridgeError('invalid', 'error.bundle_none');
    await run();
    expect(dialog()).toBeNull();
    expect(notice()).toContain('There is no plan of Cairn in this file.');
  });

  test('stays in sight when something was changed meanwhile', async () => {
    await run();
    bridge.refuse = new BridgeError('conflict', 'error.bundle_meanwhile');
    await click('Bring in', '[role=dialog] button');
    expect(dialog()).not.toBeNull();
    expect(notice()).toContain('Please choose the bundle again.');
  });
});

test('the command is not there while somebody looks on', async () => {
  const beside = changes({ ...book, clients: [client('Me')] });
  await start({ shared: true }, beside);
  expect(program.commands.get('handover.bundle')).toBeUndefined();
});

test.each([
  [{ name: '', here: true, goals: 0, steps: 0, pictures: 0 }, 'here already'],
  [{ name: '', here: false, goals: 1, steps: 0, pictures: 1 }, 'new here, 1 goal, 1 picture'],
])('%o is said as "%s"', async (plan, words) => {
  await start();
  expect(planWords(plan)).toBe(words);
});
