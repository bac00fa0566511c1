import { describe, expect, test, vi } from 'vitest';
import { BridgeError } from '../bridge/errors';
import {
  book,
  bridge,
  called,
  click,
  inTheHouse,
  leave,
  named,
  press,
  program,
  rest,
  start,
} from '../house';

inTheHouse();
await import('./Safe.svelte'); // it comes as quickly as in the program

const PLAN_WORDS = ['Publish a book', 'A book of mine', 'Write chapter 12'];
const drawn = () => document.documentElement.textContent;

/** A start that draws nothing of the plan. */
async function safely(over: Parameters<typeof start>[0] = {}): Promise<void> {
  await start({ stage: 'safe', size: 3_400_000, path: '/home/ada/vault.cairn', ...over });
  await rest();
}

describe('a start that draws nothing of the plan', () => {
  test('says what stands where, asks for no client, and shows none of its words', async () => {
    await safely();
    expect(document.querySelector('h1')?.textContent).toBe('Nothing of your plan is drawn here.');
    expect(drawn()).toContain('/home/ada/vault.cairn');
    expect(drawn()).toContain('3.2 MB');
    expect(drawn()).toContain('There is none yet.');
    for (const words of PLAN_WORDS) expect(drawn()).not.toContain(words);
    expect(document.title).toBe('Cairn');
    expect(program.desk).toBeNull();
  });

  test('saves, looks and goes back by the commands of everywhere else', async () => {
    await safely();
    await click('Back up now');
    expect(drawn()).toContain('13 Mar 2026');
    bridge.copyTo = '/stick/plans.cairn';
    await click('Save a copy…');
    await click('Export everything…');
    await click('Check my vault');
    await click('Show my file');
    await click('Show the log');
    expect(bridge.calls.map(([name]) => name)).toEqual([
      'backUpNow',
      'saveCopy',
      'saveEverything',
      'checkVault',
      'showFolder',
      'showLog',
    ]);
    await press(document.body, 's', { ctrlKey: true, shiftKey: true });
    expect(called('saveCopy')).toHaveLength(2);
    await click('Restore a backup…');
    await vi.waitFor(() => expect(document.querySelector('dialog, [role=dialog]')).not.toBeNull());
    expect(drawn()).toContain('Restore a backup');
  });

  test('tells whoever looks on no more than elsewhere', async () => {
    await safely({ shared: true });
    const shut = [...document.querySelectorAll<HTMLButtonElement>('main button')].filter(
      (one) => one.disabled,
    );
    expect(shut.map((one) => one.textContent.trim())).toEqual([
      'Save a copy…',
      'Export everything…',
      'Restore a backup…',
      'Show my file',
    ]);
    expect(drawn()).not.toContain('Last backup');
  });

  test('draws the plan as usual when one wants it', async () => {
    await safely();
    await click('Open it as usual');
    expect(called('asUsual')).toHaveLength(1);
    expect(document.querySelector('[role="tree"]')).not.toBeNull();
    expect(document.title).toBe('Publish a book · Cairn');
  });

  test('is offered after something broke, and takes the plan out of the page', async () => {
    await start();
    bridge.refuse = new BridgeError('internal', 'error.panic');
    await program.desk?.edits.setState(['s'], 'done');
    await rest();
    await click('Begin again without drawing the plan');
    expect(called('safely')).toHaveLength(1);
    expect(named('Open it as usual')).not.toBeNull();
    for (const words of PLAN_WORDS) expect(drawn()).not.toContain(words);
    expect(document.title).toBe('Cairn');
  });

  test('is not offered where no vault is open', async () => {
    await start({ stage: 'first' });
    program.broke(new Error('lost'));
    await rest();
    expect(document.querySelector('h1')?.textContent).toBe('Something in Cairn broke.');
    expect(drawn()).not.toContain('without drawing');
  });
});

describe('that the page stands', () => {
  const moment = () => new Promise((resolve) => setTimeout(resolve, 1_300));

  test('is said once the plan is drawn, or a start screen', async () => {
    await start({}, book);
    expect(bridge.stood).toBe(0);
    await moment();
    expect(bridge.stood).toBe(1);
    await leave();
    await start({ stage: 'first' });
    await moment();
    expect(bridge.stood).toBe(1);
  });

  test('is not said of a page that draws nothing, before the plan is drawn', async () => {
    await safely();
    await moment();
    expect(bridge.stood).toBe(0);
    await click('Open it as usual');
    await moment();
    expect(bridge.stood).toBe(1);
  });

  test('is not said of one that broke', async () => {
    await start();
    program.broke(new Error('lost'));
    await moment();
    expect(bridge.stood).toBe(0);
  });
});
