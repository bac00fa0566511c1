import { beforeEach, describe, expect, test, vi } from 'vitest';
import { BridgeError } from '../bridge/errors';
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
import { changes, columns, item } from '../plan/sample';
import type { Link } from '../plan/types';

inTheHouse();

const after = (fromId: string, toId: string, lag = 0): Link => ({
  id: fromId + toId,
  fromId,
  toId,
  kind: 'after',
  weight: 1,
  lag,
});

const plan = changes({
  ...book,
  columns: columns(),
  items: [
    item('v', { kind: 'vision', title: 'A book of mine', rank: 'a' }),
    item('g', { kind: 'goal', title: 'A manuscript', parentId: 'v', rank: 'a' }),
    item('a', { title: 'Write', parentId: 'g', rank: 'a' }),
    item('b', { title: 'Rest', parentId: 'g', rank: 'b' }),
    item('c', { kind: 'decision', title: 'Print or burn?', parentId: 'g', rank: 'c' }),
    item('m', { kind: 'milestone', title: 'It is printed', parentId: 'g', rank: 'd' }),
    item('m1', { title: 'Proof', parentId: 'm', rank: 'a', state: 'done' }),
    item('m2', { title: 'Bind', parentId: 'm', rank: 'b' }),
    item('i', { kind: 'idea', title: 'A map', parentId: 'g', rank: 'e' }),
    item('h', { kind: 'goal', title: 'A reading', parentId: 'v', rank: 'b' }),
    item('h1', { title: 'Find a room', parentId: 'h', rank: 'a' }),
    item('e', { kind: 'goal', title: 'Nothing yet', parentId: 'v', rank: 'c' }),
  ],
  links: [after('c', 'a', 2), after('m', 'h1'), after('m2', 'c')],
  aspects: [
    { id: 'o1', itemId: 'c', kind: 'option', rank: 'a', body: { what: 'Print' } },
    { id: 'o2', itemId: 'c', kind: 'option', rank: 'b', body: { what: 'Burn' } },
    { id: 'k', itemId: 'c', kind: 'choice', rank: 'a', body: { optionId: 'o1' } },
  ],
});

const view = () => document.querySelector<HTMLElement>('section[aria-label="Flow"]');
const box = (id: string) => view()?.querySelector<HTMLElement>(`[data-box="${id}"]`);
const says = (id: string) => box(id)?.getAttribute('aria-label');
const active = () => view()!.querySelector<HTMLElement>('[data-active]')!;
const field = () => view()!.querySelector<HTMLTextAreaElement>('[data-title]')!;
const status = () => view()?.querySelector('[role=status]')?.textContent ?? '';
const key = (name: string, how = {}) => press(active(), name, how);

async function open(): Promise<void> {
  program.desk?.commands.get('frame.view.flow')?.run();
  await vi.waitFor(() => expect(view()?.querySelector('[data-box]')).toBeTruthy());
  await rest();
}

beforeEach(async () => {
  await start({}, plan);
  await open();
});

describe('a flow', () => {
  test('shows the first goal, says what comes after what, and leaves thoughts out', () => {
    const titles = [...view()!.querySelectorAll('[role=option]')].map(
      (one) => (one as HTMLElement).dataset['box'],
    );
    expect(titles.sort()).toEqual(['a', 'b', 'c', 'h1', 'm']);
    expect(says('a')).toBe('Write, step, to do, before Rest and Print or burn?');
    expect(says('c')).toBe(
      'Print or burn?, decision, to do, it could go Print and Burn, after Write, before It is printed',
    );
    expect(says('m')).toBe(
      'It is printed, milestone, to do, 2 steps, 1 done, after Print or burn? and Find a room',
    );
    expect(says('h1')).toBe(
      'Find a room, stands elsewhere in the plan, to do, A reading, before It is printed',
    );
    expect(view()?.textContent).toContain('2 days');
  });

  test('is walked along its arrows and beside them', async () => {
    const walked: string[] = [];
    for (const name of ['ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'End', 'Home']) {
      await key(name);
      walked.push(program.desk?.hand.id ?? '');
    }
    expect(walked).toEqual(['b', 'c', 'b', 'a', 'm', 'a']);
  });

  test('adds what comes next where it will stand, and keeps nothing that is left blank', async () => {
    await key('Enter');
    await press(field(), 'Escape');
    expect(called('weave')).toEqual([]);
    await key('Enter');
    await write(field(), 'Read it aloud');
    await press(field(), 'Enter');
    const place = { planId: 'p1', parentId: 'g', afterId: 'a' };
    const waits = [{ fromId: '', toId: 'a', lag: 0 }];
    expect(called('weave')).toEqual([
      ['weave', { id: '', with: [], kind: 'step', title: 'Read it aloud', place, waits, cut: [] }],
    ]);
    expect(active().getAttribute('aria-label')).toMatch(/^Read it aloud, .* before Rest$/);
    expect(status()).toBe('“Read it aloud” is added');
  });

  test('keeps what was written when the hand goes elsewhere', async () => {
    await key('Enter');
    await write(field(), 'Read it aloud');
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    field().blur();
    await vi.waitFor(() => expect(called('weave')).toHaveLength(1));
  });

  test('leaves what is refused in the field', async () => {
    await key('Enter');
    await write(field(), 'Read it aloud');
    bridge.refuse = new BridgeError('invalid', 'error.title_empty');
    await press(field(), 'Enter');
    expect(field().value).toBe('Read it aloud');
    await press(field(), 'Enter');
    expect(called('weave')).toHaveLength(2);
  });

  test('puts something onto an arrow that is selected, or cuts it; the order alone is not cut', async () => {
    await key('a');
    expect(status()).toBe('Dotted line: “Rest” follows “Write” in the order');
    await key('Delete');
    expect(called('removeLink')).toEqual([]);
    expect(document.querySelector('.notice')?.textContent).toContain('Only the order puts “Rest”');
    await key('a');
    expect(status()).toBe('Arrow: “Print or burn?” waits for “Write”, and 2 days more');
    await key('Enter');
    await write(field(), 'Think');
    await press(field(), 'Enter');
    expect(called('weave')[0]).toMatchObject([
      'weave',
      {
        place: { afterId: 'b' },
        waits: [
          { fromId: '', toId: 'a', lag: 0 },
          { fromId: 'c', toId: '', lag: 2 },
        ],
        cut: ['ca'],
      },
    ]);
    await key('a');
    await key('Delete');
    expect(called('removeLink')).toHaveLength(1);
  });

  test('moves a step along the flow and past its neighbour, each as one step', async () => {
    await key('Home');
    await key('ArrowRight');
    await key('ArrowDown', { altKey: true });
    expect(called('weave')).toHaveLength(1);
    expect(called('weave')[0]).toMatchObject([
      'weave',
      { id: 'b', place: { afterId: 'c' }, cut: [] },
    ]);
    await press(document.body, 'z', { ctrlKey: true });
    await rest();
    await key('End');
    await key('ArrowLeft', { altKey: true });
    expect(called('weave')[1]).toMatchObject(['weave', { id: 'm', place: { afterId: 'b' } }]);
    expect(status()).toBe('“It is printed” comes earlier now');
  });

  test('holds several with Shift, and moves them in one step', async () => {
    await key('ArrowRight', { shiftKey: true });
    expect(program.desk?.hand.ids).toEqual(['a', 'b']);
    await key('ArrowRight', { altKey: true });
    expect(called('weave')).toHaveLength(1);
    expect(called('weave')[0]).toMatchObject(['weave', { id: 'a', with: ['b'] }]);
    expect(status()).toBe('2 steps are moved');
    await key('Escape');
    expect(program.desk?.hand.ids).toEqual(['b']);
  });

  test('lays, cuts and deletes all that is held', async () => {
    await key('a', { ctrlKey: true });
    expect(program.desk?.hand.ids).toEqual(['a', 'b', 'c', 'm']);
    await key('Delete', { shiftKey: true });
    expect(called('weave')[0]).toMatchObject([
      'weave',
      { place: { planId: '' }, cut: ['ca', 'mh1'] },
    ]);
    await key(' ');
    expect(called('setState')).toEqual([['setState', ['a', 'b', 'c', 'm'], 'done']]);
    await key('Escape');
    await key('ArrowRight', { shiftKey: true });
    await key('Delete');
    expect(called('deleteItems')).toHaveLength(1);
    expect(called('deleteItems')[0]?.[1]).toHaveLength(2);
  });

  test('draws on its rim what waits elsewhere for one of its steps', async () => {
    program.desk?.hand.find('h1');
    await rest();
    await click('A book of mine', 'nav button');
    program.desk?.hand.find('h1');
    await rest();
    expect(says('m')).toBe(
      'It is printed, stands elsewhere in the plan, to do, A manuscript, after Find a room',
    );
    expect(says('h1')).toMatch(/before It is printed$/);
  });

  test('names what cannot be: nothing stands beside what leads nowhere', async () => {
    await key('End');
    await key('ArrowLeft');
    program.desk?.hand.find('h1');
    await rest();
    await key('Enter', { shiftKey: true });
    expect(document.querySelector('.notice')?.textContent).toContain('nothing can go beside it');
  });

  test('goes into the steps of a milestone and out again, and says that something inside waits', async () => {
    expect(view()?.querySelector('.deep')).toBeNull();
    await key('End');
    await key('ArrowDown', { ctrlKey: true });
    expect(says('m1')).toBe('Proof, step, done, before Bind');
    expect(says('c')).toMatch(/^Print or burn\?, stands elsewhere in the plan/);
    await key('ArrowUp', { ctrlKey: true });
    expect(program.desk?.hand.id).toBe('m');
    await click('A book of mine', 'nav button');
    expect(says('g')).toMatch(/^A manuscript, goal, to do, 4 /);
  });

  test('lets something wait that one finds by its words', async () => {
    await key('l');
    await rest();
    const finder = document.querySelector<HTMLInputElement>('[role=dialog] [role=combobox]')!;
    await write(finder, 'find a room');
    await press(finder, 'Enter');
    expect(called('addLink')).toEqual([['addLink', { from: 'a', to: 'h1', kind: 'after' }]]);
  });

  test('lays a stone, edits a title, and puts a step into the trash', async () => {
    await key(' ');
    expect(called('setState')).toEqual([['setState', ['a'], 'done']]);
    expect(status()).toBe('Write: done');
    await key('F2');
    await write(field(), 'Write it');
    await press(field(), 'Enter');
    expect(program.desk?.mirror.item('a')?.title).toBe('Write it');
    await key('Delete');
    expect(called('deleteItems')).toEqual([['deleteItems', ['a']]]);
    expect(program.desk?.hand.id).toBe('b');
  });

  test('asks for the first step of a goal that has none, and goes on to the next', async () => {
    program.desk?.hand.find('e');
    await rest();
    await click('Steps of A book of mine', 'nav button');
    await rest();
    const finder = document.querySelector<HTMLInputElement>('[role=dialog] [role=combobox]')!;
    await write(finder, 'nothing yet');
    await press(finder, 'Enter');
    const first = view()!.querySelector<HTMLInputElement>('[data-first]')!;
    await write(first, 'Begin');
    await press(first, 'Enter');
    expect(called('weave')[0]).toMatchObject([
      'weave',
      { kind: 'step', title: 'Begin', place: { parentId: 'e', afterId: '' }, waits: [] },
    ]);
    await vi.waitFor(() => expect(field()).toBeTruthy());
  });

  test('goes down instead of right, nearer and farther, and knows it the next time', async () => {
    await key('v');
    await key('+');
    expect(named<HTMLButtonElement>('Right')).toBeTruthy();
    await key('ArrowDown');
    expect(program.desk?.hand.id).toBe('b');
    program.desk?.commands.get('frame.view.board')?.run();
    await vi.waitFor(() => expect(view()).toBeNull());
    await open();
    expect(named<HTMLButtonElement>('Right')).toBeTruthy();
    expect(program.desk?.hand.id).toBe('b');
  });

  test('is one of three styles, and another one keeps what the hand holds', async () => {
    await key('ArrowRight');
    expect(named<HTMLButtonElement>('Flow', '[aria-pressed]').ariaPressed).toBe('true');
    await click('List', '[aria-label="How the plan is drawn"] button');
    await vi.waitFor(() => expect(view()).toBeNull());
    expect(program.desk?.hand.id).toBe('b');
  });
});

test('a flow is drawn as a picture, which can be saved', async () => {
  program.desk?.commands.get('flow.export')?.run();
  await vi.waitFor(() => expect(named('Save as PDF')).toBeTruthy());
  const page = () => document.querySelector('[role=dialog] svg[role=img]');
  await vi.waitFor(() => expect(page()?.textContent).toContain('Print or burn?'));
  expect(page()?.getAttribute('aria-label')).toBe('The flow of “A manuscript”');
  await click('Save as SVG');
  await vi.waitFor(() => expect(called('savePicture')).toHaveLength(1));
});
