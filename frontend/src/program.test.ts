import { describe, expect, test, vi } from 'vitest';
import { BridgeError } from './bridge/errors';
import { FakeBridge } from './bridge/fake';
import {
  book,
  bridge,
  called,
  click,
  enter,
  inTheHouse,
  leave,
  named,
  press,
  program,
  rest,
  show,
  start,
  write,
} from './house';
import { changes, columns } from './plan/sample';

inTheHouse();

describe('the first start', () => {
  test('makes an own plan with one press, and then shows it', async () => {
    await start({ stage: 'first' });
    bridge.openingNow = { ...bridge.openingNow, stage: 'plan' };
    await click('My pet');
    expect(called('start')).toEqual([['start', 'pet', 'My pet']]);
    expect(document.title).toBe('Publish a book · Cairn');
  });

  test('opens a sample, or a file that one has', async () => {
    await start({ stage: 'first' });
    for (const sample of document.querySelectorAll<HTMLElement>('.samples button')) sample.click();
    await click('Open a file I have');
    expect(bridge.calls).toEqual([
      ['startSample', 'book'],
      ['startSample', 'career'],
      ['startSample', 'dog'],
      ['chooseVault'],
    ]);
  });
});

describe('a start with a plan', () => {
  test('stands where it was, and asks Go for nothing else to be there', async () => {
    const on = new FakeBridge(changes({ ...book, columns: columns() }));
    await on.savePlace('p1', 'frame', '{"view":"board","branch":"","side":""}');
    const begun = await on.begin();
    on.begin = () => Promise.resolve(begun);
    on.places = () => new Promise(() => undefined);
    await enter(on);
    expect(document.querySelector('main section[aria-label="Board"] [data-card]')).not.toBeNull();
  });
});

describe('a vault with a problem', () => {
  test('gets its own sentence, its path, and what helps', async () => {
    await start({ stage: 'problem', problem: 'damaged', path: '/home/ada/vault.cairn' });
    expect(document.querySelector('h1')?.textContent).toBe('The vault is damaged.');
    expect(document.body.textContent).toContain('/home/ada/vault.cairn');
    await click('Try again');
    await click('Start a new vault beside it');
    await click('Show the folder');
    expect(bridge.calls.map(([name]) => name)).toEqual(['retry', 'startBeside', 'showFolder']);
  });

  test('brings back what can be read of a damaged one, tells what did not come, and opens it', async () => {
    await start({ stage: 'problem', problem: 'damaged' });
    await click('Bring back what can be read');
    const told = document.querySelector('[role="status"][aria-label="What came back"]');
    expect(told?.textContent).toContain('1 plan, 2 items and 0 pictures came back.');
    expect(told?.textContent).toContain('1 page of 9 could not be read. 3 entries were broken');
    expect(document.body.textContent).not.toContain('Bring back what can be read');
    await click('Open what came back');
    expect(called('openVault')).toEqual([['openVault', '/vault brought back.cairn']]);
  });

  test('never shows a plan, and offers the copies beside it', async () => {
    await start({ stage: 'problem', problem: 'newer', copies: ['/v.before-v2.cairn'] });
    expect(document.querySelector('[role="tree"]')).toBeNull();
    await click('Open this copy');
    expect(called('openVault')).toEqual([['openVault', '/v.before-v2.cairn']]);
  });
});

test('a program that does not answer is told plainly', async () => {
  const dumb = new FakeBridge(changes());
  vi.spyOn(dumb, 'opening').mockRejectedValue(new Error('gone'));
  await enter(dumb);
  expect(document.body.textContent).toContain('Cairn could not start.');
});

test('where the hand was is kept at once when the window hides', async () => {
  await start();
  await show('g');
  const save = vi.spyOn(bridge, 'savePlace');
  window.dispatchEvent(new Event('pagehide'));
  const kept = save.mock.calls.filter(([planId, view]) => planId === 'p1' && view === 'outline');
  expect(kept.map(([, , data]) => (JSON.parse(data) as { active: string }).active)).toEqual(['g']);
});

describe('around the file', () => {
  const run = async (id: string) => {
    program.commands
      .all()
      .find((command) => command.id === id)
      ?.run();
    await rest();
  };

  test('another vault lays the desk anew, after what is typed is saved in this one', async () => {
    await start();
    await show('s');
    const desk = program.desk;
    await write(named<HTMLTextAreaElement>('Title', 'textarea'), 'Write chapter 13');
    bridge.openingNow = { ...bridge.openingNow, path: '/garden.cairn' };
    await press(document.body, 'o', { ctrlKey: true });
    expect(bridge.calls.map(([name]) => name)).toEqual(['setTitle', 'chooseVault']);
    expect(program.desk).not.toBe(desk);
    expect(document.querySelector('[role="tree"]')).not.toBeNull();
  });

  test('who turns away stays where they are; what is refused is said', async () => {
    await start();
    await show('s');
    const desk = program.desk;
    await run('file.open');
    expect(program.desk).toBe(desk);
    expect(desk?.hand.id).toBe('s');
    bridge.refuse = new BridgeError('conflict', 'error.vault_foreign', { path: 'a.txt' });
    await run('file.open');
    expect(program.desk).toBe(desk);
    expect(document.body.textContent).toContain('a.txt is not a Cairn vault.');
  });

  test('the vaults that were opened lately are commands, and on the start screen', async () => {
    const recent = [{ path: '/b/garden.cairn', name: 'garden', folder: '~/b' }];
    await start({ recent });
    await run('file.recent.0');
    expect(called('openVault')).toEqual([['openVault', '/b/garden.cairn']]);
    await leave();
    await start({ recent, stage: 'first' });
    document.querySelector<HTMLElement>('li button')?.click();
    await rest();
    expect(called('openVault')).toEqual([['openVault', '/b/garden.cairn']]);
  });

  test('a copy is told with its name, and leads to its folder', async () => {
    await start();
    bridge.copyTo = '/stick/My plans.cairn';
    await run('file.copy');
    expect(document.body.textContent).toContain('The copy is saved as My plans.cairn.');
    await click('Show in folder', '.notice button');
    expect(called('showCopy')).toHaveLength(1);
  });

  test('everything leaves as one file, which is told and shown', async () => {
    await start();
    await run('file.everything');
    expect(document.body.textContent).toContain('Everything is in plans.zip.');
    await click('Show in folder', '.notice button');
    expect(called('showCopy')).toHaveLength(1);
  });

  test('a copy holds every edit made before it', async () => {
    await start();
    const settled = bridge.setState.bind(bridge);
    let land: () => void = () => undefined;
    bridge.setState = async (...edit) => {
      await new Promise<void>((resolve) => (land = resolve));
      return settled(...edit);
    };
    void program.desk?.edits.setState(['s'], 'done');
    await run('file.copy');
    expect(called('saveCopy')).toEqual([]);
    land();
    await rest();
    expect(bridge.calls.map(([name]) => name).slice(-2)).toEqual(['setState', 'saveCopy']);
  });

  test('a copy that nobody wanted after all is not told', async () => {
    await start();
    await run('file.copy');
    expect(document.querySelector('.notice')).toBeNull();
  });

  test('shaky ground is told in a line until its owner knows', async () => {
    await start({ ground: { kind: 'synced', name: 'Dropbox' } });
    expect(document.body.textContent).toContain('a folder that Dropbox copies');
    await click('Keep it here');
    expect(called('knowGround')).toHaveLength(1);
    expect(document.body.textContent).not.toContain('Dropbox');
  });

  test('a file that the system hands over is opened', async () => {
    await start();
    bridge.newsNow = { file: '/b/garden.cairn', cutOff: false, locked: false };
    bridge.ring();
    await rest();
    expect(called('openVault')).toEqual([['openVault', '/b/garden.cairn']]);
  });

  test('what the program is made of is told with its licences', async () => {
    await import('./about/About.svelte');
    await start();
    await run('frame.about');
    [...document.querySelectorAll<HTMLElement>('button')]
      .find((one) => one.textContent?.includes('svelte'))
      ?.click();
    await rest();
    expect(document.body.textContent).toContain('As it is.');
  });
});

describe('when something breaks', () => {
  test('inside of Go, it is said, with what is saved, and drawn again', async () => {
    await start();
    await program.desk?.edits.setState(['s'], 'done');
    bridge.refuse = new BridgeError('internal', 'error.panic');
    await program.desk?.edits.setState(['s'], 'todo');
    await rest();
    expect(document.querySelector('h1')?.textContent).toBe('Something in Cairn broke.');
    expect(document.body.textContent).toContain('Your last change after that was not made.');
    await click('Show the log');
    expect(called('showLog')).toHaveLength(1);
    await click('Load it again');
    expect(document.querySelector('[role="tree"]')).not.toBeNull();
    expect(program.desk?.mirror.item('s')?.state).toBe('done');
  });

  test('while the page draws, it is said, and noted without a word of the person', async () => {
    await start();
    const { mirror } = program.desk ?? {};
    vi.spyOn(mirror as NonNullable<typeof mirror>, 'path').mockImplementation(() => {
      throw new TypeError('A book of mine');
    });
    await show('s');
    expect(document.querySelector('h1')?.textContent).toBe('Something in Cairn broke.');
    expect(called('noteMishap')[0]?.[1]).toBe('TypeError');
    expect(JSON.stringify(called('noteMishap'))).not.toContain('book of mine');
    await click('Load it again');
    expect(document.querySelector('[role="tree"]')).not.toBeNull();
  });

  test('in one view, the frame goes on, and another view can be opened', async () => {
    await start();
    await show('s');
    const mirror = program.desk?.mirror as NonNullable<typeof program.desk>['mirror'];
    const broken = vi.spyOn(mirror, 'progress').mockImplementation(() => {
      throw new TypeError('lost');
    });
    await program.desk?.edits.setState(['s'], 'done');
    await rest();
    expect(document.querySelector('main [role=alert]')?.textContent).toContain('broke');
    expect(document.querySelector('nav')).not.toBeNull();
    broken.mockRestore();
    await click('Load it again');
    expect(document.querySelector('[role="tree"]')).not.toBeNull();
    expect(called('noteMishap')).toHaveLength(1);
  });

  test('what is typed is saved all the same', async () => {
    await start();
    await show('s');
    await write(named<HTMLTextAreaElement>('Title', 'textarea'), 'Write chapter 13');
    program.broke(new Error('lost'));
    await rest();
    expect(called('setTitle')).toHaveLength(1);
    expect(document.body.textContent).toContain('Everything you did is saved');
  });
});

test('after a run that was cut off it is said that all is here', async () => {
  await start({}, book, { file: '', cutOff: true, locked: false });
  expect(document.body.textContent).toContain('Everything that was saved is here.');
});
