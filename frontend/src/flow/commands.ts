import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowRight from '@lucide/svelte/icons/arrow-right';
import ImageDown from '@lucide/svelte/icons/image-down';
import Maximize from '@lucide/svelte/icons/maximize';
import type { Command, Group } from '../commands/command';
import type { Desk } from '../commands/desk';
import type { Key } from '../text/text';
import { isLoose } from './acts';
import type { Flow } from './flow';
import { showPicture } from './pictured';
import { sayArrow } from './saying';
import { FARTHEST, NEAREST, type View } from './view.svelte';
import { keyFor, nextArrow, type Step } from './walking';

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
  const { view, acts, moves, desk } = flow;
  const held = () => view.held.length > 0;
  const there = () => desk.mirror.plan !== undefined;
  const laid = () => view.held.every((id) => desk.mirror.item(id)?.state === 'done');
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
    cut: {
      ...command(
        'flow.cutInto',
        ['Shift+Delete'],
        () => cuttable(view),
        () => void (view.chosen ? acts.cut(view.chosen) : acts.cutAll()),
      ),
      get label() {
        return view.chosen ? ('flow.cut' as const) : ('flow.cutInto' as const);
      },
    },
    later: moving(flow, 'flow.later', 'on', () => moves.later()),
    earlier: moving(flow, 'flow.earlier', 'back', () => moves.earlier()),
    more: moving(flow, 'flow.more', 'more', () => moves.across(1)),
    less: moving(flow, 'flow.less', 'less', () => moves.across(-1)),
    edit: command('flow.edit', ['F2'], held, () => acts.edit(view.active)),
    toggle: {
      ...command('flow.toggle', ['Space'], held, () => void acts.toggle()),
      get label() {
        return laid() ? ('flow.untoggle' as const) : ('flow.toggle' as const);
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
    all: command('flow.all', ['Mod+A'], held, () => view.pickAll(view.order.ids), 'edit'),
    arrow: command(
      'flow.arrow.pick',
      ['A'],
      () => view.drawn.some(({ before, after }) => before === view.active || after === view.active),
      () => chooseArrow(view),
      'edit',
    ),
    scope: command('flow.scope', ['G'], there, asks.scope, 'view'),
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
    fitPicked: command(
      'flow.fitPicked',
      ['9'],
      () => view.held.length > 0,
      () => void camera.fit(view.held),
      'view',
    ),
    picture: {
      ...command('flow.export', [], some, () => showPicture(flow), 'file'),
      icon: ImageDown,
    },
    nearer: command(
      'flow.nearer',
      ['Plus', '='],
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
  const held = () => view.held.length > 0;
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

/** True while an arrow is selected, or some that can be cut lead to what the hand holds. */
function cuttable({ chosen, drawn, held }: View): boolean {
  return !!chosen || drawn.some((arrow) => held.includes(arrow.after) && isLoose(arrow));
}

/** Selects the arrows at what the keyboard is on, one after another: those that lead to it, then those that leave it. */
function chooseArrow(view: View): void {
  view.arrow = nextArrow(view.drawn, view.active, view.arrow);
  if (view.chosen) view.say(sayArrow(view, view.chosen));
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
