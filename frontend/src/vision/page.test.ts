import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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
import { changes, item } from '../plan/sample';
import type { Piece } from '../plan/pieces';
import { newPiece } from './acts';

// The vision board in the whole page, by the keyboard, on a fake bridge.

inTheHouse();

const piece = <K extends Piece['kind']>(
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

const plan = changes({
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
const view = () => document.querySelector<HTMLElement>('section[aria-label="Vision"]');
const pieces = () => [...(view()?.querySelectorAll<HTMLElement>('[data-piece]') ?? [])];
const at = (id: string) => pieces().find((one) => one.dataset['piece'] === id);
const names = () => pieces().map((one) => one.getAttribute('aria-label'));
const picked = () =>
  pieces()
    .filter((one) => one.ariaSelected === 'true')
    .map((one) => one.dataset['piece']);
const active = () =>
  view()!.querySelector<HTMLElement>('[data-piece][tabindex="0"], [data-board][tabindex="0"]')!;
const key = (name: string, how = {}) => press(active(), name, how);
const status = () => view()?.querySelector('[role=status]')?.textContent ?? '';

/** jsdom draws nothing: whatever is drawn is only called. */
function drawNothing(): void {
  for (const [name, value] of Object.entries(SIZE))
    vi.spyOn(HTMLElement.prototype, name as 'clientWidth', 'get').mockReturnValue(value);
  const context = {
    measureText: (words: string) => ({ width: 8 * words.length }),
    font: '',
    canvas: { width: 1, height: 1 },
  };
  const paints = new Proxy(context, {
    get: (own, name) => (name in own ? own[name as 'font'] : () => undefined),
    set: () => true,
  });
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(paints as never);
  const nothing = class {
    constructor() {
      return new Proxy(this, { get: () => () => new nothing() });
    }
  };
  vi.stubGlobal('Path2D', nothing);
  vi.stubGlobal('DOMMatrix', nothing);
  Object.assign(document, { fonts: { check: () => true } });
}

async function open(on = plan): Promise<void> {
  await start({}, on);
  program.desk?.commands.get('frame.view.vision')?.run();
  await vi.waitFor(() => expect(view()?.querySelector('[data-board]')).toBeTruthy());
  await rest();
}

beforeEach(drawNothing);
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a vision board', () => {
  beforeEach(() => open());

  test('says what hangs on it, in the order in which one reads it', () => {
    expect(names()).toEqual([
      'Note: The first copy goes to Per, 100 wide, 194 high',
      'Card: A manuscript, 50 %, 20 Mar, 100 wide, 100 high',
      'Words: Begin, Ruth, 100 wide, 61 high',
      'Wake-up card: What in you stands in the way?, 100 wide, 182 high',
    ]);
  });
});
