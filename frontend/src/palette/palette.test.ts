import { flushSync } from 'svelte';
import { Now } from '../text/now.svelte';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { backupsOn } from '../backup/sample';
import { FakeBridge } from '../bridge/fake';
import type { Command } from '../commands/command';
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
import { alone as nobodyBeside, changes, client, item } from '../plan/sample';
import { Notices } from '../ui/notices.svelte';
import { Palette } from './palette.svelte';

let bridge: FakeBridge;
let desk: Desk;
let palette: Palette;

const command = (label: Command['label'], over: Partial<Command> = {}): Command => ({
  id: label,
  label,
  group: 'item',
  enabled: () => true,
  run: vi.fn(),
  ...over,
});
const filter = command('outline.filter', { group: 'edit' });
const alone = command('frame.focus', { group: 'view' });
const done = command('outline.state.done');
const never = command('outline.delete', { enabled: () => false });

const rows = changes({
  clients: [client('Me')],
  plans: [
    { id: 'p1', name: 'Publish a book', subject: 'me', rank: 'a' },
    { id: 'p2', name: 'A calmer dog', subject: 'pet', rank: 'b' },
  ],
  items: [
    item('g', { kind: 'goal', title: 'Find an agent who loves it', rank: 'a' }),
    item('m', { kind: 'milestone', title: 'Twelve agents, read up on', parentId: 'g' }),
    item('d', { title: 'Ask Réagent', parentId: 'm', state: 'done' }),
    item('x', { kind: 'goal', title: 'Agent of the dog', planId: 'p2' }),
  ],
  show: 'p1',
});

beforeEach(async () => {
  bridge = new FakeBridge(rows);
  const mirror = new Mirror();
  mirror.replace(await bridge.client());
  const notices = new Notices();
  const edits = new Edits(bridge, mirror, (error) => notices.refuse(error));
  const lens = new Lens(mirror, bridge, () => 'en');
  desk = {
    mirror,
    edits,
    notices,
    hand: new Hand(),
    commands: new Commands(),
    lens,
    ...nobodyBeside(edits),
    backups: backupsOn(bridge),
    letters: LETTERS,
    now: new Now(),
    sheets: new Sheets(),
    closeup: new Closeup(),
    coming: new Coming(bridge, () => undefined),
  };
  desk.commands.add([filter, alone, done, never]);
  palette = new Palette(desk);
  await Promise.resolve();
});

const told = () =>
  palette.sections
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => [title, ...lines.map((line) => line.words)]);

function line(words: string) {
  const all = palette.sections.flatMap(({ lines }) => lines);
  const found = all.find((one) => one.words === words);
  if (!found) throw new Error(`no line ${words} among ${all.map((one) => one.words).join(', ')}`);
  return found;
}

describe('the palette', () => {
  test('finds items of this plan, then of the others, then what can be done', () => {
    palette.words = 'agent';
    expect(told()).toEqual([
      ['In this plan', 'Find an agent who loves it', 'Twelve agents, read up on', 'Ask Réagent'],
      ['In other plans', 'Agent of the dog'],
      ['Do', 'Focus on “Find an agent who loves it”', 'Keep “agent” as an idea'],
    ]);
    expect(palette.count).toBe('4 found');
  });

  test('finds another plan by its name, and opens it', async () => {
    palette.words = 'calmer';
    expect(told()).toEqual([
      ['In other plans', 'A calmer dog'],
      ['Do', 'Keep “calmer” as an idea'],
    ]);
    expect(line('A calmer dog').beside).toBe('plan');
    await palette.run(line('A calmer dog'));
    expect(desk.mirror.planId).toBe('p2');
    palette.words = 'calmer';
    expect(told()).toEqual([['Do', 'Keep “calmer” as an idea']]);
  });

  test('finds a command by what people call it besides', () => {
    desk.commands.add([command('files.copy', { group: 'file' })]);
    palette.words = 'backup';
    expect(told().flatMap(([, ...lines]) => lines)).toContain('Save a copy…');
  });

  test('says where an item stands, and what lies there as what', () => {
    palette.words = 'agent';
    expect(line('Find an agent who loves it')).toMatchObject({ sign: { kind: 'goal' } });
    expect(line('Find an agent who loves it').beside).toMatch(/^goal · \d+ %$/);
    expect(line('Ask Réagent')).toMatchObject({
      beside: 'Twelve agents, read up on',
      sign: { state: 'done' },
    });
    expect(line('Agent of the dog').beside).toBe('A calmer dog');
  });

  test('finds commands by their words in any order, and none that cannot run', () => {
    palette.words = 'outline filter';
    expect(told()).toEqual([['Do', 'Filter the outline', 'Keep “outline filter” as an idea']]);
    palette.words = '> delete';
    expect(told()).toEqual([]);
  });

  test('says what was let go, and how far only what has steps', () => {
    desk.mirror.apply(changes({ items: [item('l', { title: 'Ask Lea', state: 'letgo' })] }));
    palette.words = 'ask lea';
    expect(line('Ask Lea')).toMatchObject({ struck: true, beside: 'let go · step' });
  });

  test('unasked, offers what is done to the plan before what is done to the program', () => {
    desk.commands.add([command('command.settings', { group: 'file' }), command('outline.up')]);
    const offered = told().find(([title]) => title === 'Do');
    expect(offered).toEqual([
      'Do',
      'Mark as done',
      'Move up',
      'Filter the outline',
      'Focus on this',
      'Settings…',
    ]);
  });

  test('shows what a command makes of an item, and no sign where it has none', () => {
    palette.words = '>';
    expect(line('Mark as done').sign).toEqual({ state: 'done' });
    expect(line('Focus on this').sign).toBeUndefined();
  });

  test('leaves the commands alone after a >', () => {
    palette.words = '>';
    expect(told()).toEqual([['Do', 'Filter the outline', 'Focus on this', 'Mark as done']]);
  });

  test('begins with what was used lately, the next time too', async () => {
    palette.words = 'agent';
    await palette.run(line('Twelve agents, read up on'));
    const next = new Palette(desk);
    await vi.waitFor(() => {
      expect(next.sections[0]?.lines[0]?.words).toBe('Twelve agents, read up on');
    });
  });

  test('goes to an item, opening its plan first', async () => {
    palette.words = 'dog';
    await palette.run(line('Agent of the dog'));
    expect(desk.mirror.planId).toBe('p2');
    expect(desk.hand.wanted).toEqual({ id: 'x', edit: false, anywhere: true });
  });

  test('runs a command on the item that was found', async () => {
    palette.words = 'agent';
    await palette.run(line('Focus on “Find an agent who loves it”'));
    expect(desk.hand.wanted?.id).toBe('g');
    expect(alone.run).toHaveBeenCalledOnce();
  });

  test('asks what can be done with an item, which the view has in hand then', () => {
    palette.words = 'agent';
    palette.turnTo(rows.items[1] ?? item('none'));
    flushSync();
    expect(desk.hand.wanted?.id).toBe('m');
    expect(told()).toEqual([
      ['Twelve agents, read up on', 'Go there', 'Focus on this', 'Mark as done'],
    ]);
    palette.words = 'done';
    expect(told()).toEqual([['Twelve agents, read up on', 'Mark as done']]);
    palette.turnBack();
    expect(palette.words).toBe('agent');
  });

  test('keeps what was typed as an idea, and offers the way back', async () => {
    palette.words = 'A map inside the cover';
    await palette.run(line('Keep “A map inside the cover” as an idea'));
    const ideas = [...desk.mirror.items.values()].filter((one) => one.kind === 'idea');
    expect(ideas.map((one) => one.title)).toEqual(['A map inside the cover']);
    desk.notices.shown?.undo?.();
    await vi.waitFor(() => expect(bridge.calls.at(-1)).toEqual(['undo']));
  });

  test('shows the best, and all of it when one asks', () => {
    const many = Array.from({ length: 30 }, (_, i) =>
      item(`n${String(i)}`, { title: `Page ${String(i)}` }),
    );
    desk.mirror.apply(changes({ items: many }));
    palette.words = 'page';
    expect(palette.sections[0]?.lines).toHaveLength(8);
    expect(line('Show 22 more').act).toEqual({ do: 'widen' });
    palette.widen();
    expect(palette.sections[0]?.lines).toHaveLength(30);
    expect(told().flat()).not.toContain('Show 22 more');
  });
});
