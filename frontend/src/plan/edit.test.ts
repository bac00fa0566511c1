import { describe, expect, test } from 'vitest';
import { BridgeError } from '../bridge/errors';
import { FakeBridge } from '../bridge/fake';
import { Edits } from './edit.svelte';
import { Mirror } from './mirror.svelte';
import { changes, item } from './sample';
import type { Changes } from './types';

async function desk() {
  const bridge = new FakeBridge(
    changes({
      plans: [{ id: 'p1', name: 'A book', subject: 'me', rank: 'a' }],
      items: [item('v', { kind: 'vision' }), item('s', { parentId: 'v' })],
      show: 'p1',
    }),
  );
  const mirror = new Mirror();
  mirror.replace(await bridge.client());
  const reported: BridgeError[] = [];
  const edits = new Edits(bridge, mirror, (error) => reported.push(error));
  return { bridge, mirror, edits, reported };
}

describe('edits', () => {
  test('are in the mirror when the promise resolves', async () => {
    const { mirror, edits } = await desk();
    await edits.setTitle({ id: 's', field: 'title', text: 'Call Per', edit: 'e1' });
    expect(mirror.item('s')?.title).toBe('Call Per');
    expect(mirror.undo.op).toBe('title');
  });

  test('never overtake each other', async () => {
    const { bridge, mirror, edits } = await desk();
    let answer: (value: Changes) => void = () => undefined;
    bridge.setTitle = () => new Promise((resolve) => (answer = resolve));
    const first = edits.setTitle({ id: 's', field: 'title', text: 'one', edit: 'e' });
    const second = edits.setState(['s'], 'done');
    await Promise.resolve();
    expect(bridge.calls).toEqual([]);
    answer(changes({ items: [item('s', { parentId: 'v', title: 'one' })] }));
    await Promise.all([first, second]);
    expect(bridge.calls).toEqual([['setState', ['s'], 'done']]);
    expect(mirror.item('s')?.state).toBe('done');
  });

  test('say that they are being saved until all are durable', async () => {
    const { edits } = await desk();
    expect(edits.saving).toBe('saved');
    const both = Promise.all([edits.setState(['s'], 'doing'), edits.setState(['s'], 'done')]);
    expect(edits.saving).toBe('saving');
    await both;
    await Promise.resolve();
    expect(edits.saving).toBe('saved');
    expect(edits.savedAt).toBeInstanceOf(Date);
  });

  test('a refusal is reported once and the next edit still runs', async () => {
    const { bridge, mirror, edits, reported } = await desk();
    bridge.refuse = new BridgeError('invalid', 'error.title_empty');
    expect(await edits.setTitle({ id: 's', field: 'title', text: '', edit: 'e' })).toBeUndefined();
    await edits.setState(['s'], 'done');
    expect(reported.map((error) => error.key)).toEqual(['error.title_empty']);
    expect(mirror.item('s')?.state).toBe('done');
  });

  test('a fault of the disk stays visible until an edit is durable again', async () => {
    const { bridge, edits } = await desk();
    bridge.refuse = new BridgeError('internal', 'error.internal');
    await edits.setState(['s'], 'doing');
    await Promise.resolve();
    expect(edits.saving).toBe('failed');
    await edits.setState(['s'], 'done');
    await Promise.resolve();
    expect(edits.saving).toBe('saved');
  });

  test('undo and redo give back what was', async () => {
    const { mirror, edits } = await desk();
    await edits.deleteItems(['v']);
    expect(mirror.items.size).toBe(0);
    await edits.undo();
    expect(mirror.descendants('v')).toEqual(['s']);
    await edits.redo();
    expect(mirror.items.size).toBe(0);
  });
});
