import { describe, expect, test, vi } from 'vitest';
import { BridgeError } from '../bridge/errors';
import type { Picture } from '../exchange/types';
import { later } from '../frame/later';
import { VIEWS } from '../frame/views';
import { book, bridge, called, click, inTheHouse, program, rest, start } from '../house';
import { item } from '../plan/sample';
import { facesOf } from '../drawing/faces';

inTheHouse();

// What opens over the page is there as quickly as in the program.
await Promise.all([
  ...[...Object.values(later), ...VIEWS.map(({ load }) => load)].map((load) => load()),
  facesOf(),
]);

const planned = {
  ...book,
  items: [
    ...(book.items ?? []),
    item('m', {
      kind: 'milestone',
      title: 'First draft',
      parentId: 'g',
      due: '2091-05-13',
      state: 'done',
    }),
    item('x', { kind: 'goal', title: 'A reading', parentId: 'v' }),
  ],
};

async function open(plan = planned): Promise<void> {
  await start({}, plan);
  program.commands.get('plan.roadmap')?.run();
  await rest();
}

const dialog = () => document.querySelector('[role=dialog]');
const status = () => dialog()?.querySelector('[role=status]')?.textContent;
const notice = () => document.querySelector('.notice')?.textContent;
/** What was handed over to be saved, its bytes as text. */
const saved = () =>
  called('savePicture').map(([, given]) => {
    const { data, ...picture } = given as Omit<Picture, 'data'> & { data: string };
    return { ...picture, text: new TextDecoder().decode(bytesOf(data)) };
  });
const bytesOf = (data: string) => Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));

describe('the roadmap', () => {
  test('is a picture with a name, and the same as a list', async () => {
    await open();
    const page = dialog()?.querySelector('svg[role=img]');
    expect(page?.getAttribute('aria-label')).toContain('“Publish a book”');
    expect(page?.textContent).toContain('A book of mine');
    const list = [...(dialog()?.querySelectorAll('.sr ol li') ?? [])].map(({ textContent }) =>
      textContent?.trim().replace(/\s+/g, ' '),
    );
    expect(list).toEqual([
      'A manuscript, 50 % done First draft, 13 May 2091, done',
      'First draft, 13 May 2091, done',
      'A reading',
    ]);
    expect(dialog()?.querySelector('.sr h3')?.textContent).toBe('On the way to “A book of mine”');
  });

  test('fits the window, or is shown in full size', async () => {
    await open();
    const page = () => dialog()?.querySelector<HTMLElement>('.page')?.style.inlineSize ?? '';
    expect(page()).toBe('');
    await click('In full size');
    expect(page()).toMatch(/^1122/);
    await click('In full size');
    expect(page()).toBe('');
  });

  test('of an empty plan says what would make one', async () => {
    await open({ ...book, items: [] });
    expect(dialog()?.textContent).toContain('Write down a vision');
    expect(dialog()?.querySelector('svg[role=img]')).toBeNull();
  });
});

describe('it is saved', () => {
  test.each([
    ['svg', /^<svg [^]*A manuscript/],
    ['pdf', /^%PDF-1\.7/],
  ])('as %s, under the name of the plan, and its folder is shown', async (format, begins) => {
    await open();
    bridge.copyTo = `/home/me/book.${format}`;
    await click(`Save as ${format.toUpperCase()}`);
    await vi.waitFor(() => expect(notice()).toContain(`The roadmap is saved as book.${format}.`));
    expect(saved()).toEqual([
      { name: 'Roadmap – Publish a book', format, text: expect.stringMatching(begins) as string },
    ]);
    await click('Show in folder', '.notice button');
    expect(called('showExport')).toHaveLength(1);
  });

  test('or nowhere, when one turns away or it is refused', async () => {
    await open();
    await click('Save as SVG');
    await vi.waitFor(() => expect(saved()).toHaveLength(1));
    expect(notice()).toBeUndefined();
    bridge.refuse = new BridgeError('invalid', 'error.picture');
    await click('Save as SVG');
    await vi.waitFor(() => expect(notice()).toContain('Nothing was written'));
  });

  test('or not at all where the picture cannot be drawn, and that is said', async () => {
    await open();
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
    await click('Save as PNG');
    await vi.waitFor(() => expect(status()).toContain('could not be drawn'));
    expect(saved()).toEqual([]);
    vi.restoreAllMocks();
  });
});
