import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowRight from '@lucide/svelte/icons/arrow-right';
import ImageDown from '@lucide/svelte/icons/image-down';
import Maximize from '@lucide/svelte/icons/maximize';
import type { Command, Group } from '../commands/command';
import type { Desk } from '../commands/desk';
import type { Key } from '../text/text';
import type { Flow } from './flow';
import { showPicture } from './pictured';
import { FARTHEST, NEAREST, type Drawn, type View } from './view.svelte';
import { keyFor, type Step } from './walking';

/** Everything a flow can do, by the name it has here. */
export type Named = ReturnType<typeof makeCommands>;

/** What the view asks for in a box of its own. */
export interface Asks {
  waits(): void;
  scope(): void;
}

/** A command of a flow: its keys work where one does not type. */
function command<Id extends Key>(
  id: Id,
  keys: readonly string[],
  enabled: () => boolean,
  run: () => void,
  group: Group = 'item',
): Command {
  return { id, label: id, group, keys, when: 'row', enabled, run };
}

/** The commands of a flow, each once: keys, menus and buttons read the same objects. */
export function makeCommands(flow: Flow, asks: Asks) {
  const { view, acts, desk } = flow;
  const held = () => view.isMember(view.active);
  const there = () => desk.mirror.plan !== undefined;
  const edit = { when: 'row' } as const;
  return {
    next: {
      ...command('flow.next', ['Enter', 'Tab'], there, () => nextOn(flow)),
      get label() {
        return view.chosen ? ('flow.between' as const) : ('flow.next' as const);
      },
    },
    between: command('flow.betweenNext', ['Mod+Enter'], held, () => acts.betweenNext()),
    beside: command('flow.beside', ['Shift+Enter'], held, () => acts.beside()),
    waits: command('flow.waits', ['L'], held, asks.waits),
    cut: command(
      'flow.cut',
      ['Shift+Delete'],
      () => cuttable(view) !== undefined,
      () => {
        const arrow = cuttable(view);
        if (arrow) void acts.cut(arrow);
      },
    ),
    later: moving(flow, 'flow.later', 'on', () => acts.later()),
    earlier: moving(flow, 'flow.earlier', 'back', () => acts.earlier()),
    more: moving(flow, 'flow.more', 'more', () => acts.across(1)),
    less: moving(flow, 'flow.less', 'less', () => acts.across(-1)),
    edit: command('flow.edit', ['F2'], held, () => acts.edit(view.active)),
    toggle: {
      ...command('flow.toggle', ['Space'], held, () => void acts.toggle(view.active)),
      get label() {
        const done = desk.mirror.item(view.active)?.state === 'done';
        return done ? ('flow.untoggle' as const) : ('flow.toggle' as const);
      },
    },
    into: command(
      'flow.into',
      ['Mod+ArrowDown'],
      () => view.active !== '',
      () => goInto(flow),
    ),
    out: command(
      'flow.out',
      ['Mod+ArrowUp'],
      () => canLeave(flow),
      () => acts.out(),
      'view',
    ),
    outline: command('flow.outline', [], held, () => showInOutline(desk, view.active)),
    remove: command(
      'flow.delete',
      ['Delete', 'Mod+Backspace'],
      () => held() || !!view.chosen,
      () => {
        void (view.chosen ? acts.cut(view.chosen) : acts.remove());
      },
    ),
    scope: { ...command('flow.scope', ['G'], there, asks.scope, 'view'), ...edit },
    ...seeing(flow),
  } satisfies Record<string, Command>;
}

/** The commands by which one sees otherwise; none of them changes the plan. */
function seeing(flow: Flow) {
  const { view, camera } = flow;
  const some = () => view.members.length > 0;
  return {
    way: {
      ...command('flow.way.down', ['V'], some, () => turn(view), 'view'),
      get label() {
        return view.way === 'right' ? ('flow.way.down' as const) : ('flow.way.right' as const);
      },
      get icon() {
        return view.way === 'right' ? ArrowDown : ArrowRight;
      },
      id: 'flow.way',
    },
    fit: {
      ...command('flow.fit', ['0'], some, () => void camera.fit(), 'view'),
      icon: Maximize,
    },
    picture: {
      ...command('flow.export', [], some, () => showPicture(flow), 'file'),
      icon: ImageDown,
    },
    nearer: command(
      'flow.nearer',
      ['+'],
      () => view.zoom < NEAREST,
      () => camera.step(1),
      'view',
    ),
    farther: command(
      'flow.farther',
      ['-'],
      () => view.zoom > FARTHEST,
      () => camera.step(-1),
      'view',
    ),
  } satisfies Record<string, Command>;
}

/** A command whose keys follow the way that the flow goes. */
function moving<Id extends Key>({ view }: Flow, id: Id, step: Step, run: () => void): Command {
  const held = () => view.isMember(view.active);
  return {
    ...command(id, [], held, run),
    get keys() {
      return [`Alt+${keyFor(step, view.way)}`];
    },
  };
}

/** On an arrow that is selected something comes between, else next. */
function nextOn({ view, acts }: Flow): void {
  if (view.chosen) acts.between(view.chosen);
  else acts.next();
}

/** The arrow that is selected, else the only one that leads to what the hand holds. */
function cuttable(view: View): Drawn | undefined {
  if (view.chosen) return view.chosen;
  const into = view.drawn.filter(({ after, links }) => after === view.active && links.length > 0);
  return into.length === 1 ? into[0] : undefined;
}

/** Its own steps as a flow; of what stands outside the flow where it stands. */
function goInto({ view, acts, desk }: Flow): void {
  const item = desk.mirror.item(view.active);
  if (!item) return;
  if (view.isMember(item.id)) return acts.into(item.id);
  view.open(item.parentId, item.id);
  view.reach();
}

function canLeave({ view, desk }: Flow): boolean {
  return view.scope !== '' && view.scope !== desk.hand.branch;
}

function turn(view: View): void {
  view.way = view.way === 'right' ? 'down' : 'right';
  view.reach();
}

/** Shows an item where it stands in the plan. */
export function showInOutline({ commands, hand }: Desk, id: string): void {
  commands.get('frame.view.outline')?.run();
  hand.find(id);
}
