import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  bodies,
  book,
  bridge,
  called,
  click,
  inTheHouse,
  painted,
  named,
  press,
  program,
  rest,
  say,
  start,
  write,
} from '../house';
import { changes, columns, item } from '../plan/sample';
import type { Link } from '../plan/types';
import { longDay, plusDays, today } from '../text/dates';

inTheHouse();

const NOW = today();
const in_ = (days: number) => plusDays(NOW, days);
const after = (fromId: string, toId: string): Link => ({
  id: fromId + toId,
  fromId,
  toId,
  kind: 'after',
  weight: 1,
  lag: 0,
});

const plan = changes({
  ...book,
  columns: columns(),
  items: [
    item('v', { kind: 'vision', title: 'A book of mine', rank: 'a' }),
    item('g', { kind: 'goal', title: 'A manuscript', parentId: 'v', due: in_(60), rank: 'a' }),
    item('a', { title: 'Write chapter 12', parentId: 'g', start: in_(1), due: in_(3), rank: 'a' }),
    item('b', { title: 'Ring Per', parentId: 'g', due: in_(5), rank: 'b' }),
    item('c', { title: 'Read aloud', parentId: 'g', rank: 'c' }),
  ],
  links: [after('b', 'a')],
});

const view = () => document.querySelector<HTMLElement>('section[aria-label="Timeline"]');
const text = () => view()?.textContent ?? '';
const active = () => view()?.querySelector<HTMLElement>('[data-active]');
const titles = () =>
  [...(view()?.querySelectorAll('li .words') ?? [])].map((one) => one.textContent);
const dates = (id: string) => {
  const { start = '', due = '' } = program.desk?.mirror.item(id) ?? {};
  return [start, due];
};

beforeEach(async () => {
  await start({}, plan);
  await press(document.body, '6', { ctrlKey: true });
  await vi.waitFor(() => expect(view()?.querySelector('li .words')).toBeTruthy());
  await painted();
});

describe('a timeline', () => {
  test('shows goals and what has a date, and keeps what has none in a tray', async () => {
    expect(titles()).toEqual(['A manuscript', 'Write chapter 12', 'Ring Per', 'Read aloud']);
    expect(active()?.getAttribute('aria-label')).toMatch(/^A manuscript, .* to .*, to do$/);
    expect(text()).toContain('No date yet');
    await click('Give a date: Read aloud');
    expect(called('setDue')).toEqual([['setDue', ['c'], NOW]]);
    expect(text()).not.toContain('No date yet');
    await click('Fold A manuscript');
    expect(titles()).toEqual(['A manuscript']);
  });

  test('lays out all that has no date in one step, in the order of the plan', async () => {
    await program.desk?.edits.setDue(['b'], '');
    await rest();
    await click('Lay them all out');
    expect(called('setDates')).toHaveLength(1);
    expect([dates('b')[1], dates('c')[1]].every((due) => due !== '' && due! >= NOW)).toBe(true);
    expect(dates('b')[1]! <= dates('c')[1]!).toBe(true);
    expect(document.body.textContent).toContain('2 steps have a day now');
    expect(text()).not.toContain('No date yet');
  });

  test('is walked by the arrows, and moves a bar by them once it is kept', async () => {
    await press(active()!, 'ArrowDown');
    await press(active()!, 'ArrowDown');
    expect(program.desk?.hand.id).toBe('b');
    await press(active()!, 'ArrowRight');
    await press(active()!, 'ArrowRight', { shiftKey: true });
    expect(text()).toMatch(/8 days later, until /);
    expect(called('setDates')).toEqual([]);
    await press(active()!, 'Escape');
    expect(dates('b')).toEqual(['', in_(5)]);
    await press(active()!, 'ArrowLeft');
    await press(active()!, 'Enter');
    expect(dates('b')).toEqual(['', in_(4)]);
  });

  test('folds what has lines below it and lays a step by Space', async () => {
    await press(active()!, ' ');
    expect(titles()).toEqual(['A manuscript', 'Read aloud']);
    await press(active()!, ' ');
    program.desk?.hand.pick(['b']);
    await rest();
    await press(active()!, ' ');
    expect(program.desk?.mirror.item('b')?.state).toBe('done');
  });

  test('leads to the outline while there is nothing', async () => {
    await program.desk?.edits.deleteItems(['g']);
    await rest();
    expect(text()).toContain('There is nothing to lay into time yet.');
    await click('Go to Outline', 'section[aria-label="Timeline"] button');
    await vi.waitFor(() => expect(view()).toBeNull());
  });

  test('stretches a bar at both ends, and never turns it round', async () => {
    program.desk?.hand.pick(['a']);
    await rest();
    await press(active()!, 'ArrowRight', { altKey: true });
    await press(active()!, 'Enter');
    expect(dates('a')).toEqual([in_(1), in_(4)]);
    await press(active()!, 'ArrowRight', { altKey: true, shiftKey: true });
    await press(active()!, 'Enter');
    expect(dates('a')).toEqual([in_(2), in_(4)]);
    for (let i = 0; i < 5; i++) await press(active()!, 'ArrowLeft', { altKey: true });
    await press(active()!, 'Enter');
    expect(dates('a')).toEqual([in_(2), in_(2)]);
  });

  test('tells what would move along, and moves both in one step or only the one', async () => {
    program.desk?.hand.pick(['a']);
    await rest();
    await press(active()!, 'ArrowRight', { shiftKey: true });
    expect(text()).toContain('“Ring Per” moves along');
    await press(active()!, 'Enter');
    expect(dates('a')).toEqual([in_(8), in_(10)]);
    expect(dates('b')).toEqual(['', in_(11)]);
    expect(called('setDates')).toHaveLength(1);
    await press(active()!, 'ArrowRight', { shiftKey: true });
    await click('Only this one');
    expect(dates('a')).toEqual([in_(15), in_(17)]);
    expect(dates('b')).toEqual(['', in_(11)]);
    expect(view()?.querySelector('.collides')).not.toBeNull();
    program.desk?.hand.pick(['b']);
    await rest();
    expect(active()?.getAttribute('aria-label')).toContain(
      'begins before “Write chapter 12” is done',
    );
    expect(text()).toContain('It begins before “Write chapter 12” is done.');
    await click(`Move it to ${longDay(in_(18))}`);
    await press(active()!, 'Enter');
    expect(dates('b')).toEqual(['', in_(18)]);
    expect(text()).not.toContain('It begins before');
  });
});

describe('life happened', () => {
  beforeEach(async () => {
    await click('Life happened…');
    await vi.waitFor(() => named('Move them'));
  });

  test('everything open moves by some days in one step', async () => {
    await click('Move them');
    expect(dates('a')).toEqual([in_(8), in_(10)]);
    expect(dates('g')).toEqual(['', in_(67)]);
    expect(bridge.calls.filter(([name]) => name === 'setDates')).toHaveLength(1);
    expect(document.body.textContent).toContain('3 lines are moved');
  });

  test('or so that nothing begins before a day', async () => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('[role=dialog] input')];
    await write(fields[1]!, 'soon');
    expect(document.body.textContent).toContain('Write a number of days, or a day.');
    await write(fields[1]!, in_(11));
    expect(document.body.textContent).toMatch(/3 lines move\s+10 days later/);
    await click('Move them');
    expect(dates('a')).toEqual([in_(11), in_(13)]);
  });
});

describe('a timeline of what began long ago', () => {
  test('shows today first, and not where the first goal began', async () => {
    await program.desk?.edits.setDates([
      { id: 'g', start: in_(-150), due: in_(60), kind: 'soft' },
      { id: 'b', start: in_(-400), due: in_(-399), kind: 'soft' },
    ]);
    program.desk?.hand.pick(['g']);
    await press(document.body, '4', { ctrlKey: true });
    await vi.waitFor(() => expect(view()).toBeNull());
    (document.activeElement as HTMLElement | null)?.blur();
    await press(document.body, '6', { ctrlKey: true });
    await vi.waitFor(() => expect(view()?.querySelector('li .words')).toBeTruthy());
    await rest();
    const left = () => view()?.querySelector('.pane')?.scrollLeft ?? 0;
    const opened = left();
    expect(opened).toBeGreaterThan(0);
    program.desk?.commands.get('timeline.today')?.run();
    expect(left()).toBe(opened);
  });
});

describe('the moments to look', () => {
  const point = () => view()?.querySelector<HTMLElement>('[data-point]');

  test('have a strip of their own once there are some, and a mark where one has looked', async () => {
    expect(view()?.querySelector('.looks')).toBeNull();
    await say('rhythm', '', { planId: 'p1', from: NOW, every: 1, unit: 'weeks' });
    await say('checkin', '', { itemId: 'g', on: NOW, mood: 5 });
    expect(view()?.querySelectorAll('.looks .tick').length).toBeGreaterThan(2);
    expect(view()?.querySelectorAll('.looks .look')).toHaveLength(0);
    const look = view()?.querySelector<HTMLElement>('li.goal .look');
    expect(look?.dataset['tip']).toBe(`Check-in on ${longDay(NOW)} · mood 5`);
  });

  test('the words of a checkpoint give way to where one has looked since', async () => {
    await say('checkpoint', '', { planId: 'p1', on: in_(-14), words: 'Half of it' });
    expect(point()?.textContent).toContain('Half of it');
    await say('checkin', '', { planId: 'p1', on: in_(-13) });
    expect(point()?.textContent).not.toContain('Half of it');
    expect(point()?.getAttribute('aria-label')).toContain('Half of it');
  });

  test('a checkpoint is moved by the arrow keys in one step, and opened', async () => {
    await say('checkpoint', '', { itemId: 'g', on: in_(7), words: 'Half of it' });
    point()?.focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft']) await press(point()!, key);
    expect(bodies('checkpoint')).toEqual([{ itemId: 'g', on: in_(8), words: 'Half of it' }]);
    await press(point()!, 'ArrowLeft', { shiftKey: true });
    expect(bodies('checkpoint')[0]?.on).toBe(in_(1));
    const tokens = called('setAspect').map(([, input]) => (input as { edit: string }).edit);
    expect(new Set(tokens.slice(1)).size).toBe(1);
    expect(point()?.getAttribute('aria-label')).toBe(
      `Checkpoint on ${longDay(in_(1))}: Half of it (A manuscript)`,
    );
    point()?.click();
    expect(program.desk?.sheets.open).toEqual({ what: 'checkin', of: { itemId: 'g' } });
  });
});
