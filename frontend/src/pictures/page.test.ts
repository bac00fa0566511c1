import { describe, expect, test, vi } from 'vitest';
import {
  bridge,
  called,
  click,
  inTheHouse,
  named,
  program,
  rest,
  show,
  start,
  book,
} from '../house';
import type { Brought, Picture, PicturePart } from './types';

inTheHouse();

const FERRY: Picture = { hash: 'a'.repeat(64), width: 560, height: 360 };
const HILLS: Picture = { hash: 'b'.repeat(64), width: 420, height: 280 };

/** What Go tells of a batch. */
function tell(token: string, over: Partial<Brought>): void {
  bridge.tellPictures({ token, done: 0, of: 1, over: false, added: [], refused: [], ...over });
}

/** The token of the batch that was begun last. */
const begun = () => String(called('beginPictures').at(-1)?.[1]);
const panel = () => document.querySelector('[aria-label="Pictures on their way in"]');

describe('pictures come in', () => {
  test('chosen ones in the order that Go tells them, and the way is shown until then', async () => {
    await start();
    bridge.picturesNow = 2;
    const brought = program.coming.bring('choose');
    await rest();
    tell(begun(), { done: 1, of: 2, added: [FERRY] });
    await vi.waitFor(() => expect(panel()?.textContent).toContain('1 of 2'));
    tell(begun(), { done: 2, of: 2, over: true, added: [HILLS] });
    expect(await brought).toEqual([FERRY, HILLS]);
    await rest();
    expect(panel()).toBeNull();
  });

  test('who turns away gets none', async () => {
    await start();
    expect(await program.coming.bring('folder')).toEqual([]);
    expect(called('choosePictures')).toEqual([['choosePictures', true]]);
  });

  test('stopped, none of them is used', async () => {
    await start();
    bridge.picturesNow = 2;
    const brought = program.coming.bring('choose');
    await rest();
    tell(begun(), { done: 1, of: 2, added: [FERRY] });
    await vi.waitFor(() => expect(panel()).not.toBeNull());
    await click('Stop');
    expect(called('stopPictures')).toEqual([['stopPictures', begun()]]);
    tell(begun(), { done: 1, of: 2, over: true });
    expect(await brought).toEqual([]);
    await rest();
    expect(panel()).toBeNull();
  });

  test('that Go brings in by itself are told of too, and can be stopped', async () => {
    await start();
    tell('7', { of: 600 });
    await vi.waitFor(() => expect(panel()?.textContent).toContain('0 of 600'));
    tell('7', { done: 3, of: 600 });
    await vi.waitFor(() => expect(panel()?.textContent).toContain('3 of 600'));
    await click('Stop');
    expect(called('stopPictures')).toEqual([['stopPictures', '7']]);
    tell('7', { done: 4, of: 600 });
    tell('7', { done: 4, of: 600, over: true });
    await rest();
    expect(panel()).toBeNull();
    tell('8', { done: 2, of: 3 }); // of a batch that is put away already
    await rest();
    expect(panel()).toBeNull();
  });

  test('what was refused is told with its sentence until it is put away', async () => {
    await start();
    bridge.picturesNow = 1;
    const brought = program.coming.bring('choose');
    await rest();
    const refused = [{ name: 'phone.heic', key: 'error.media_heic', params: {} }];
    tell(begun(), { done: 1, over: true, refused });
    expect(await brought).toEqual([]);
    await vi.waitFor(() => expect(panel()?.textContent).toContain('phone.heic'));
    expect(panel()?.textContent).toContain('Please save it as JPEG first.');
    await click('Put this away');
    expect(panel()).toBeNull();
  });

  test('files of the page are sent in parts, each behind the one before', async () => {
    await start();
    const large = new File([new Uint8Array(1_000_000)], 'large.jpg');
    const empty = new File([], 'empty.jpg');
    const brought = program.coming.bring([large, empty]);
    await vi.waitFor(() => expect(called('sendPicture')).toHaveLength(4));
    const parts = called('sendPicture').map(([, part]) => part as PicturePart);
    expect(parts.map(({ name, last }) => [name, last])).toEqual([
      ['large.jpg', false],
      ['large.jpg', false],
      ['large.jpg', true],
      ['empty.jpg', true],
    ]);
    tell(parts[0]?.token ?? '', { done: 2, of: 2, over: true, added: [FERRY] });
    expect(await brought).toEqual([FERRY]);
  });
});

describe('what is dropped or pasted', () => {
  const spot = { x: 40, y: 50 };

  test('comes in only where somebody takes it, and the last one to say so has it', async () => {
    await start();
    bridge.drop({ token: 'd1', count: 1, ...spot });
    expect(called('beginPictures')).toEqual([]);
    const first = vi.fn();
    const second = vi.fn();
    program.coming.receive(first);
    const stop = program.coming.receive(second);
    bridge.drop({ token: 'd2', count: 1, ...spot });
    await rest();
    tell('d2', { done: 1, over: true, added: [FERRY] });
    await vi.waitFor(() => expect(second).toHaveBeenCalledWith([FERRY], spot));
    stop();
    bridge.drop({ token: 'd3', count: 1, ...spot });
    await rest();
    tell('d3', { done: 1, over: true, added: [HILLS] });
    await vi.waitFor(() => expect(first).toHaveBeenCalledWith([HILLS], spot));
    expect(second).toHaveBeenCalledTimes(1);
  });
});

describe('a cover picture', () => {
  test('is chosen in the details, said in words, and removed', async () => {
    await start();
    await show('g');
    bridge.picturesNow = 1;
    await click('Choose a cover picture…');
    tell(begun(), { done: 1, over: true, added: [FERRY] });
    await vi.waitFor(() => expect(program.desk?.mirror.said.list('cover', 'g')).toHaveLength(1));
    await rest();
    const picture = document.querySelector<HTMLImageElement>(
      'section[aria-label="Cover picture"] img',
    );
    expect(picture?.getAttribute('src')).toBe(`/media/${FERRY.hash}/1200`);
    expect(picture?.alt).toBe('Cover picture');
    await click('Remove the cover picture');
    expect(program.desk?.mirror.said.list('cover', 'g')).toEqual([]);
    expect(named('Choose a cover picture…')).toBeDefined();
  });

  test('of the vision, or else its board, is what one sees today', async () => {
    const piece = {
      id: 'pc',
      boardId: 'vb',
      kind: 'picture' as const,
      rank: 'a',
      ...{
        x: 0,
        y: 0,
        w: 10,
        h: 10,
        angle: 0,
        groupId: '',
        locked: false,
        itemId: '',
        valueId: '',
      },
      picture: HILLS.hash,
      pictureWidth: 420,
      pictureHeight: 280,
      body: { alt: 'The ridge' },
    };
    const pick = {
      id: 'a-pick',
      itemId: 's',
      kind: 'pick' as const,
      rank: 'a',
      body: { on: '2000-01-01', pinned: true as const },
    };
    await start(
      {},
      {
        ...book,
        aspects: [pick],
        boards: [{ id: 'vb', planId: 'p1', itemId: 'v', name: '', paper: '', rank: 'a' }],
        pieces: [piece],
      },
    );
    program.desk?.commands.get('frame.view.today')?.run();
    const seen = () => document.querySelector<HTMLImageElement>('article.first img');
    await vi.waitFor(() => expect(seen()?.alt).toBe('The ridge'));
    const body = { picture: FERRY.hash, alt: 'The ferry' };
    await program.desk?.edits.setAspect({ id: '', itemId: 'v', kind: 'cover', body, edit: '' });
    await vi.waitFor(() => expect(seen()?.getAttribute('src')).toBe(`/media/${FERRY.hash}/1200`));
  });
});
