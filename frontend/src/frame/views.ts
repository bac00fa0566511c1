import Gantt from '@lucide/svelte/icons/chart-no-axes-gantt';
import GitFork from '@lucide/svelte/icons/git-fork';
import ImageIcon from '@lucide/svelte/icons/image';
import Layers from '@lucide/svelte/icons/layers';
import ListTree from '@lucide/svelte/icons/list-tree';
import SquareKanban from '@lucide/svelte/icons/square-kanban';
import Scale from '@lucide/svelte/icons/scale';
import Notebook from '@lucide/svelte/icons/notebook-tabs';
import Sun from '@lucide/svelte/icons/sun';
import Workflow from '@lucide/svelte/icons/workflow';
import type { Component } from 'svelte';
import type { Icon } from '../commands/command';
import type { Desk } from '../commands/desk';
import Outline from '../outline/Outline.svelte';
import type { Key } from '../text/text';

/** What one does in a view: dream, plan, or look back. The rail keeps them together. */
export const GROUPS = ['dream', 'plan', 'look'] as const;
export type Group = (typeof GROUPS)[number];

/** What draws a view. */
export type Face = Component<{ desk: Desk }>;

/**
 * One face of the plan. A view that opens keeps what the hand holds and brings
 * it into sight, takes the keyboard when nobody has it, shows only what lies
 * below hand.branch, and answers hand.wanted.
 */
export interface View {
  /** Under this name it is kept which view was open, and where one was in it. */
  readonly id: string;
  readonly name: Key;
  readonly icon: Icon;
  readonly group: Group;
  /** Fetches what draws it: the first view loads nothing of the others. */
  load(): Promise<Face>;
  /** It draws the item in focus itself, so that the frame need not. */
  readonly headed?: boolean;
  /** It is about clients and not about one plan: it is there without a plan, and stays when another client opens. */
  readonly above?: boolean;
  /** It looks back on the whole, and needs the room: what stands beside a plan comes when it is called. */
  readonly wide?: boolean;
  /** Whether it is there at all; without this it always is. */
  offered?(desk: Desk): boolean;
}

/** The views from vision to action: in the order of the rail and of the keys Mod+1, Mod+2, …, and past Mod+9 on from Mod+Shift+9 down. */
export const VIEWS: readonly View[] = [
  {
    id: 'vision',
    name: 'vision.name',
    icon: ImageIcon,
    group: 'dream',
    load: async () => (await import('../vision/Vision.svelte')).default,
  },
  {
    id: 'foundations',
    name: 'foundations.name',
    icon: Layers,
    group: 'dream',
    load: async () => (await import('../foundations/Foundations.svelte')).default,
  },
  {
    id: 'today',
    name: 'today.name',
    icon: Sun,
    group: 'plan',
    load: async () => (await import('../today/Today.svelte')).default,
  },
  {
    id: 'outline',
    name: 'outline.name',
    icon: ListTree,
    group: 'plan',
    load: () => Promise.resolve(Outline),
    headed: true,
  },
  {
    id: 'board',
    name: 'board.name',
    icon: SquareKanban,
    group: 'plan',
    load: async () => (await import('../kanban/Board.svelte')).default,
  },
  {
    id: 'timeline',
    name: 'timeline.name',
    icon: Gantt,
    group: 'plan',
    load: async () => (await import('../timeline/Timeline.svelte')).default,
  },
  {
    id: 'map',
    name: 'map.name',
    icon: GitFork,
    group: 'plan',
    load: async () => (await import('../mindmap/MindMap.svelte')).default,
    headed: true,
  },
  {
    id: 'flow',
    name: 'flow.name',
    icon: Workflow,
    group: 'plan',
    load: async () => (await import('../flow/Flow.svelte')).default,
  },
  {
    id: 'balance',
    name: 'balance.name',
    icon: Scale,
    group: 'look',
    wide: true,
    load: async () => (await import('../balance/Balance.svelte')).default,
  },
  {
    id: 'desk',
    name: 'coach.name',
    icon: Notebook,
    group: 'look',
    load: async () => (await import('../coach/Coach.svelte')).default,
    above: true,
    offered: (desk) => desk.coaches && !desk.shared,
  },
];

/** The styles in which one and the same plan is drawn; which of them a client likes is kept (R113). */
export const STYLES: readonly string[] = ['outline', 'map', 'flow'];

/** The view that a plan opens with when nothing is kept of it. */
const FIRST = 'outline';

/** The view of an id; of an unknown one the view that comes first. */
export function viewOf(id: string): View {
  const view = VIEWS.find((one) => one.id === id) ?? VIEWS.find((one) => one.id === FIRST);
  if (!view) throw new RangeError('no view');
  return view;
}

/** True if a view is there now. */
export function isOffered(view: View, desk: Desk): boolean {
  return view.offered?.(desk) ?? true;
}

/** The last digit that is the key of a view. */
const LAST = 9;

/** The keys of a view: its place in the rail; Shift goes on where the digits end. */
export function keysOf(view: View): string {
  const place = VIEWS.indexOf(view) + 1;
  return place <= LAST ? `Mod+${place}` : `Mod+Shift+${2 * LAST - place + 1}`;
}

/** The views by what one does in them, without empty groups. */
export function grouped(views: readonly View[]): { group: Group; views: View[] }[] {
  return GROUPS.map((group) => ({
    group,
    views: views.filter((view) => view.group === group),
  })).filter(({ views }) => views.length > 0);
}
