import { beforeEach, describe, expect, test } from 'vitest';
import { Now } from '../text/now.svelte';
import { backupsOn } from '../backup/sample';
import { FakeBridge } from '../bridge/fake';
import { Commands } from '../commands/commands';
import { Coming } from '../pictures/coming.svelte';
import { Closeup } from '../commands/closeup.svelte';
import { Sheets } from '../commands/sheets.svelte';
import type { Desk } from '../commands/desk';
import { LETTERS } from '../goal/letters';
import { Lens } from '../lens/lens.svelte';
import { Edits } from '../plan/edit.svelte';
import { Hand } from '../plan/hand.svelte';
import { Mirror } from '../plan/mirror.svelte';
import { alone, changes, item } from '../plan/sample';
import { Notices } from '../ui/notices.svelte';
import { Sides } from './sides.svelte';
import { Stay } from './stay.svelte';
import { viewOf } from './views';

let bridge: FakeBridge;
let desk: Desk;

beforeEach(() => {
  const plans = ['p1', 'p2'].map((id) => ({ id, name: id, subject: 'me' as const, rank: id }));
  const items = [item('g'), item('h', { planId: 'p2' })];
  bridge = new FakeBridge(changes({ plans, items, show: 'p1' }));
  const mirror = new Mirror();
  mirror.replace(changes({ plans, items, show: 'p1' }));
  const edits = new Edits(bridge, mirror, () => undefined);
  const lens = new Lens(mirror, bridge, () => 'en');
  desk = {
    mirror,
    edits,
    hand: new Hand(),
    commands: new Commands(),
    notices: new Notices(),
    lens,
    ...alone(edits),
    backups: backupsOn(bridge),
    letters: LETTERS,
    now: new Now(),
    sheets: new Sheets(),
    closeup: new Closeup(),
    coming: new Coming(bridge, () => undefined),
  };
});

async function stay(kept = ''): Promise<{ stay: Stay; sides: Sides }> {
  if (kept) await bridge.savePlace('p1', 'frame', kept);
  const sides = new Sides();
  const stay = new Stay(desk, sides);
  await stay.open('p1');
  return { stay, sides };
}

describe('the stay in a plan', () => {
  test('begins in the outline, with nothing in focus', async () => {
    const { stay: here, sides } = await stay();
    expect([here.ready, here.view.id, desk.hand.branch, sides.shown]).toEqual([
      true,
      'outline',
      '',
      'details',
    ]);
  });

  test('goes on where it was', async () => {
    const { sides } = await stay('{"view":"outline","branch":"g","side":"ideas"}');
    expect([desk.hand.branch, sides.shown]).toEqual(['g', 'ideas']);
  });

  test('forgets a view that is gone, and a focus that is none of this plan', async () => {
    const { stay: here } = await stay('{"view":"carousel","branch":"h","side":""}');
    expect([here.view.id, desk.hand.branch]).toEqual(['outline', '']);
  });

  test('knows where one was in every view before any is drawn', async () => {
    await stay();
    bridge.places = () => new Promise(() => undefined);
    expect(await desk.edits.place('p1', 'outline')).toBe('');
    expect(await desk.edits.place('p1', 'board')).toBe('');
  });

  test('of a new plan begins in the style that the client chose last', async () => {
    const { stay: here } = await stay();
    const chose = async (id: string) => {
      await here.show(viewOf(id), () => undefined);
      here.keep();
      await desk.edits.settled();
    };
    await chose('flow');
    await chose('board');
    desk.mirror.apply(changes({ show: 'p2' }));
    await here.open('p2');
    expect(here.view.id).toBe('flow');
    await desk.edits.savePlace('p1', 'frame', '{"view":"board","style":"map","since":9e12}');
    await desk.edits.savePlace('p2', 'frame', '{}');
    await here.open('p2');
    expect(here.view.id).toBe('map');
  });

  test('is kept for its plan alone', async () => {
    const { stay: here } = await stay();
    desk.hand.branch = 'g';
    here.keep();
    desk.mirror.apply(changes({ show: 'p2' }));
    expect(here.ready).toBe(false);
    here.keep();
    await here.open('p2');
    expect([here.ready, desk.hand.branch]).toEqual([true, '']);
    expect(bridge.kept('p1', 'frame')).toContain('"branch":"g"');
    expect(bridge.kept('p2', 'frame')).toBe('');
  });
});
