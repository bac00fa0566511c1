import { afterEach, beforeEach, expect, vi } from 'vitest';
import { book, inTheHouse, press, program, rest, start } from '../house';
import type { Box } from '../gesture/camera';
import type { Piece } from '../plan/pieces';
import { changes, item } from '../plan/sample';
import { newPiece } from './newpieces';

// A vision board in the whole page on a fake bridge, and the hand that works on it.

export const piece = <K extends Piece['kind']>(
  id: string,
  kind: K,
  x: number,
  over: Partial<Piece<K>> = {},
): Piece =>
  newPiece(
    kind,
    { x, y: 0, w: 100, h: 100, angle: 0 },
    {},
    { id, boardId: 'b', rank: id, ...over },
  ) as Piece;

/** A board with four pieces of a plan about a book. */
export const plan = changes({
  ...book,
  items: [
    item('v', { kind: 'vision', title: 'A book of mine', rank: 'a' }),
    item('g', { kind: 'goal', title: 'A manuscript', parentId: 'v' }),
    item('s', { title: 'Write chapter 12', parentId: 'g', state: 'done' }),
    item('r', { title: 'Write chapter 13', parentId: 'g', due: '2026-03-20' }),
  ],
  boards: [{ id: 'b', planId: 'p1', itemId: 'v', name: '', paper: '', rank: 'a' }],
  pieces: [
    piece('n', 'note', 0, { body: { words: 'The first copy goes to Per' } }),
    piece('c', 'card', 200, { itemId: 'g' }),
    piece('q', 'quote', 400, { body: { words: 'Begin', by: 'Ruth' } }),
    piece('w', 'wake', 600),
  ],
});

const SIZE = { clientWidth: 1000, clientHeight: 700 };
export const view = () => document.querySelector<HTMLElement>('section[aria-label="Vision"]');
export const pieces = () => [...(view()?.querySelectorAll<HTMLElement>('[data-piece]') ?? [])];
export const at = (id: string) => pieces().find((one) => one.dataset['piece'] === id);
export const names = () => pieces().map((one) => one.getAttribute('aria-label'));
export const picked = () =>
  pieces()
    .filter((one) => one.ariaSelected === 'true')
    .map((one) => one.dataset['piece']);
export const active = () =>
  view()!.querySelector<HTMLElement>('[data-piece][tabindex="0"], [data-board][tabindex="0"]')!;
export const key = (name: string, how = {}) => press(active(), name, how);
export const editor = () => view()!.querySelector<HTMLTextAreaElement>('textarea')!;
export const finder = () =>
  document.querySelector<HTMLInputElement>('[role=dialog] [role=combobox]');
export const fields = () => [
  ...document.querySelectorAll<HTMLInputElement>('[role=dialog] form input'),
];
export const run = (id: string) => program.desk?.commands.get(id)?.run();
export const status = () => view()?.querySelector('[role=status]')?.textContent ?? '';

/** Where the board of this plan begins in the window, when all of it is shown as large as it is. */
export const CORNER = { x: 150, y: 208 };

/** Where a piece lies in the window then. */
export function boxOf(one: HTMLElement): Box {
  const [x = 0, y = 0] = (one.style.transform.match(/-?[\d.]+/g) ?? []).map(Number);
  const size = (side: string) => Number.parseFloat(one.style.getPropertyValue(side));
  const at = { left: CORNER.x + x, top: CORNER.y + y };
  return { ...at, right: at.left + size('inline-size'), foot: at.top + size('block-size') };
}

/** Presses at a place of the window and lets go there. */
export async function tap(clientX: number, clientY: number): Promise<void> {
  const board = view()!.querySelector('[data-board]')!;
  for (const type of ['pointerdown', 'pointerup']) {
    const event = new MouseEvent(type, { clientX, clientY, bubbles: true });
    board.dispatchEvent(Object.assign(event, { pointerId: 1, isPrimary: true }));
  }
  await rest();
}

/** What the clipboard gets and gives; jsdom has none. */
function clip(type: 'copy' | 'paste', words = ''): string {
  let said = words;
  const clipboardData = {
    getData: () => said,
    setData: (_: string, to: string) => (said = to),
    types: ['text/plain'],
  };
  const event = new Event(type, { bubbles: true, cancelable: true });
  active().dispatchEvent(Object.assign(event, { clipboardData }));
  return said;
}
export const copy = () => clip('copy');
export const paste = (words: string) => clip('paste', words);

/** jsdom draws nothing: whatever is drawn is only called. */
function drawNothing(): void {
  for (const [name, value] of Object.entries(SIZE))
    vi.spyOn(HTMLElement.prototype, name as 'clientWidth', 'get').mockReturnValue(value);
  const paints = (canvas: HTMLCanvasElement) =>
    new Proxy(
      { measureText: (words: string) => ({ width: 8 * words.length }), font: '', canvas },
      {
        get: (own, name) => (name in own ? own[name as 'font'] : () => undefined),
        set: () => true,
      },
    );
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (
    this: HTMLCanvasElement,
  ) {
    return paints(this) as never;
  });
  const nothing = function (): object {
    return new Proxy({}, { get: () => nothing });
  };
  vi.stubGlobal('Path2D', nothing);
  vi.stubGlobal('DOMMatrix', nothing);
  Object.assign(document, { fonts: { check: () => true } });
  const decode = () => Promise.reject(new Error('nothing is drawn here'));
  Object.assign(HTMLImageElement.prototype, { decode });
  Object.assign(HTMLElement.prototype, { hasPointerCapture: () => false });
}

/** Opens the program on a plan, with its board in sight. */
export async function open(on = plan): Promise<void> {
  await start({}, on);
  program.desk?.commands.get('frame.view.vision')?.run();
  await vi.waitFor(() => expect(view()?.querySelector('[data-board]')).toBeTruthy());
  await rest();
}

/** Makes ready before each test of a file, and clears away after it. */
export function atTheBoard(): void {
  inTheHouse();
  beforeEach(drawNothing);
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
}
