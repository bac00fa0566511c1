import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { book, called, inTheHouse, press, program, rest, start, write } from '../house';
import { changes, item } from '../plan/sample';

inTheHouse();

// A document without a layout: the window is as large as is said here, and every sign 8 px wide.
const SIZE = { clientWidth: 1200, clientHeight: 800 };

const plan = changes({
  ...book,
  items: [
    item('v', { kind: 'vision', title: 'A book of mine', rank: 'a' }),
    item('g', { kind: 'goal', title: 'A manuscript', parentId: 'v', rank: 'a' }),
    item('m', { kind: 'milestone', title: 'A draft', parentId: 'g', rank: 'a' }),
    item('a', { title: 'Write', parentId: 'm', rank: 'a' }),
    item('b', { title: 'Read', parentId: 'm', rank: 'b' }),
    item('h', { kind: 'goal', title: 'An agent', parentId: 'v', rank: 'b' }),
    item('i', { kind: 'idea', title: 'A song', rank: 'z' }),
  ],
});

const view = () => document.querySelector<HTMLElement>('section[aria-label="Map"]');
const node = (id: string) => view()?.querySelector<HTMLElement>(`[data-node="${id}"]`);
const shown = () =>
  [...(view()?.querySelectorAll<HTMLElement>('[data-node]') ?? [])].map(
    (one) => one.dataset['node'],
  );
const active = () => view()?.querySelector<HTMLElement>('[data-node][tabindex="0"]');
/** Where a node lies in the window. */
function at(id: string): { x: number; y: number } {
  const world = view()!.querySelector<HTMLElement>('.world')!.style.transform;
  const [x = 0, y = 0] = numbers(world);
  const [dx = 0, dy = 0] = numbers(node(id)!.style.translate);
  return { x: x + dx, y: y + dy };
}
const numbers = (css: string) => (css.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
const parent = (id: string) => program.desk?.mirror.item(id)?.parentId;
const key = async (name: string, init: KeyboardEventInit = {}) => {
  await press(document.activeElement ?? document.body, name, init);
  await rest();
};
const pick = async (id: string) => {
  program.desk?.hand.find(id);
  await rest();
};
/** Answers the question that stands open, as Enter does. */
const answer = async (words: string) => {
  const form = view()!.querySelector('form')!;
  await write(form.querySelector('input')!, words);
  form.requestSubmit();
  await rest();
};
const titled = (title: string) =>
  [...(program.desk?.mirror.items.values() ?? [])].find((one) => one.title === title);

beforeEach(async () => {
  for (const [name, value] of Object.entries(SIZE))
    vi.spyOn(HTMLElement.prototype, name as 'clientWidth', 'get').mockReturnValue(value);
  const context = { measureText: (words: string) => ({ width: 8 * words.length }), font: '' };
  const paints = new Proxy(context, {
    get: (own, name) => (name in own ? own[name as 'font'] : () => undefined),
    set: () => true,
  });
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(paints as never);
  vi.stubGlobal(
    'Path2D',
    class {
      moveTo() {}
      lineTo() {}
      bezierCurveTo() {}
      rect() {}
    },
  );
  Object.assign(document, { fonts: { check: () => true } });
  await start({}, plan);
  await press(document.body, '7', { ctrlKey: true });
  await vi.waitFor(() => expect(node('v')).toBeTruthy());
  await rest();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a mind map', () => {
  test('shows the plan from its vision on, and ideas beside it', () => {
    expect(shown().sort()).toEqual(['a', 'b', 'g', 'h', 'i', 'm', 'v']);
    expect(node('m')?.getAttribute('aria-level')).toBe('3');
    expect(node('b')?.getAttribute('aria-posinset')).toBe('2');
    expect(node('b')?.getAttribute('aria-setsize')).toBe('2');
    expect(node('g')?.getAttribute('aria-expanded')).toBe('true');
    expect(node('a')?.hasAttribute('aria-expanded')).toBe(false);
  });

  test('keeps what the hand is on where it is, whatever is folded, added or renamed', async () => {
    await pick('m');
    const before = at('m');
    await key('.');
    expect(node('a')).toBeNull();
    expect(node('m')?.getAttribute('aria-expanded')).toBe('false');
    expect(at('m')).toEqual(before);
    await key('.');
    await program.desk?.edits.addItem({
      place: { planId: 'p1', parentId: 'g', afterId: '' },
      kind: 'milestone',
      title: 'Something else altogether',
      edit: '',
      estimateMin: 0,
      columnId: '',
    });
    await rest();
    expect(at('m')).toEqual(before);
  });

  test('writes new branches: Tab below, Enter beside and on, Esc ends', async () => {
    await pick('m');
    await key('Tab');
    await write(document.activeElement as HTMLTextAreaElement, 'Print');
    await key('Enter');
    await write(document.activeElement as HTMLTextAreaElement, 'Bind');
    await key('Escape');
    await rest();
    expect(titled('Print')?.parentId).toBe('m');
    expect(titled('Bind')?.parentId).toBe('m');
    expect(active()?.textContent).toContain('Bind');
    await key('F2');
    await key('Enter');
    expect(document.querySelector('[data-title]')).toBeNull();
  });

  test('lets a new branch go one level out while it is written', async () => {
    await pick('m');
    await key('Tab');
    await key('Tab', { shiftKey: true });
    const field = view()!.querySelector<HTMLTextAreaElement>('[data-title]');
    expect(document.activeElement).toBe(field);
    await write(field!, 'A cover');
    await key('Escape');
    await rest();
    expect(titled('A cover')).toMatchObject({ parentId: 'g', kind: 'milestone' });
  });

  test('never goes out of the window altogether', async () => {
    await pick('v');
    const ground = view()!.querySelector('.surface')!;
    for (let i = 0; i < 40; i++)
      ground.dispatchEvent(new WheelEvent('wheel', { deltaY: -400, cancelable: true }));
    await rest();
    expect(at('v').y).toBeLessThan(SIZE.clientHeight);
  });

  test('makes an item another kind with one key', async () => {
    await pick('i');
    await key('4');
    expect(called('setKind')).toEqual([['setKind', ['i'], 'step']]);
  });

  test('moves a branch to the other side, and nothing else', async () => {
    await pick('h');
    const way = at('h').x > at('v').x ? 'ArrowLeft' : 'ArrowRight';
    const goal = at('g');
    const was = at('h').x > at('v').x;
    await key(way, { altKey: true });
    expect(at('h').x > at('v').x).toBe(!was);
    expect(at('g').x).toBe(goal.x);
    expect(parent('h')).toBe('v');
  });

  test('asks what must be true just before, until it can be done today', async () => {
    await pick('h');
    await key('b');
    await answer('Ten letters sent');
    await answer('Names found');
    const order = program.desk?.mirror
      .children('h')
      .map((id) => program.desk?.mirror.item(id)?.title);
    expect(order).toEqual(['Names found', 'Ten letters sent']);
    const today = [...view()!.querySelectorAll('form button')].find((one) =>
      one.textContent?.includes('today'),
    );
    (today as HTMLButtonElement).click();
    await rest();
    expect(titled('Names found')?.kind).toBe('step');
    expect(called('pick')).toHaveLength(1);
    expect(view()?.querySelector('form')).toBeNull();
  });

  test('asks why, and puts the answer above', async () => {
    await pick('b');
    await key('w');
    await answer('To hear it');
    expect(parent('b')).toBe(titled('To hear it')?.id);
  });

  test('lets an end stay open, and says so', async () => {
    await pick('h');
    await key('o');
    expect(node('h')?.textContent).toContain('Needs knowledge');
  });

  test('takes a list as branches', async () => {
    await pick('a');
    const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), {
      clipboardData: { getData: () => 'one\n\ttwo' },
    });
    active()?.dispatchEvent(event);
    await rest();
    expect(called('pasteText')).toEqual([
      ['pasteText', { place: { planId: 'p1', parentId: 'm', afterId: 'a' }, text: 'one\n\ttwo' }],
    ]);
  });

  test('shows one branch alone, from its own middle', async () => {
    if (program.desk) program.desk.hand.branch = 'm';
    await rest();
    expect(shown().sort()).toEqual(['a', 'b', 'm']);
    expect(node('m')?.classList).toContain('centre');
  });

  test('is as it was when it is opened again', async () => {
    await pick('m');
    await key('.');
    await new Promise((done) => setTimeout(done, 450));
    await press(document.body, '4', { ctrlKey: true });
    await rest();
    await press(document.body, '7', { ctrlKey: true });
    await vi.waitFor(() => expect(node('m')).toBeTruthy());
    expect(node('m')?.getAttribute('aria-expanded')).toBe('false');
  });
});
