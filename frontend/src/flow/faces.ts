import type { Mirror } from '../plan/mirror.svelte';
import { isStep } from '../plan/ready';
import type { Item, State } from '../plan/types';
import { stateOn } from '../routine/log';
import { choiceWords, waitWords } from '../said/words';
import { shortDay, type Day } from '../text/dates';
import { t, tn } from '../text/text';
import type { Box } from './layout';
import { NEW } from './weaving';

/** One way a decision could go. */
export interface Option {
  readonly id: string;
  readonly what: string;
  readonly taken: boolean;
}

/** How an item is drawn: a step on a sheet, a goal in serif, a milestone as a gate, a decision as a diamond; outside = it belongs elsewhere. */
export type Shape = 'step' | 'goal' | 'gate' | 'diamond' | 'outside' | 'new';

/** What is drawn of an item. */
export interface Face {
  readonly item: Item;
  readonly shape: Shape;
  readonly state: State;
  /** What is quietly said below the title, in pieces. */
  readonly foot: readonly string[];
  readonly options: readonly Option[];
  /** It has steps of its own, which open as a flow. */
  readonly deep: boolean;
  /** Its life area's colour token; undefined = none. */
  readonly hue: string | undefined;
}

/** More ways than these are only counted. */
export const MOST_OPTIONS = 3;

const SHAPES = {
  vision: 'goal',
  goal: 'goal',
  milestone: 'gate',
  step: 'step',
  decision: 'diamond',
  idea: 'step',
} as const;

/** What is drawn of a member of a flow. */
export function faceOf(mirror: Mirror, item: Item, day: Day): Face {
  const options = item.kind === 'decision' ? optionsOf(mirror, item) : [];
  return {
    item,
    shape: SHAPES[item.kind],
    state: isStep(item) ? stateOn(mirror, item, day) : item.state,
    foot: footOf(mirror, item, day),
    options,
    deep: mirror.children(item.id).length > 0,
    hue: hueOf(mirror, item),
  };
}

/** What is drawn of something elsewhere that is waited for: it says below what it stands. */
export function outsideFace(mirror: Mirror, item: Item): Face {
  const foot = mirror
    .path(item.id)
    .slice(-1)
    .map(({ title }) => title);
  const face = { item, shape: 'outside', state: item.state, foot, options: [] } as const;
  return { ...face, deep: false, hue: undefined };
}

function optionsOf(mirror: Mirror, { id }: Item): Option[] {
  const { optionId } = mirror.said.once('choice', id);
  return mirror.said.list('option', id).map((option) => ({
    id: option.id,
    what: option.body.what ?? '',
    taken: option.id === optionId,
  }));
}

function footOf(mirror: Mirror, item: Item, day: Day): string[] {
  const waits = item.state === 'waiting' ? waitWords(mirror.said.once('wait', item.id)) : '';
  const way = item.kind === 'decision' ? choiceWords(mirror.said, item.id) : '';
  const due = item.due === '' ? '' : shortDay(item.due, day);
  return [stepsBelow(mirror, item), way, waits, due].filter(Boolean);
}

/** The steps of its own that an item has; '' = none. */
function stepsBelow(mirror: Mirror, { id }: Item): string {
  const items = mirror.children(id).flatMap((child) => mirror.item(child) ?? []);
  return stepsWords(items.filter(({ kind }) => kind !== 'idea'));
}

/** "3 steps, 1 done"; '' = there are none. */
export function stepsWords(items: readonly Item[]): string {
  const [first] = items;
  if (!first) return '';
  const same = items.every(({ kind }) => kind === first.kind);
  const count = tn(`plan.kinds.${same ? first.kind : 'step'}`, items.length);
  const done = items.filter(({ state }) => state === 'done').length;
  return done === 0 ? count : t('flow.below.done', { count, done });
}

function hueOf(mirror: Mirror, item: Item): string | undefined {
  const up = [item, ...mirror.path(item.id).reverse()].find(({ areaId }) => areaId !== '');
  return up && mirror.area(up.areaId)?.hue;
}

/** How wide and how high each shape is, in rem; a foot and options come below. */
const SIZES: Readonly<Record<Shape, readonly [number, number]>> = {
  step: [13, 3.5],
  goal: [14, 4],
  gate: [13.5, 3.75],
  diamond: [15, 6.5],
  outside: [12, 3.75],
  new: [13, 3.5],
};
const FOOT = 1.125;
const OPTION = 1.25;

/** The box of a face, in px of a rem. */
export function boxOf({ item, shape, foot, options }: Face, rem: number): Box {
  const [width, height] = SIZES[shape];
  const inside = shape !== 'outside' && shape !== 'diamond' && foot.length > 0 ? FOOT : 0;
  const lines = Math.min(options.length, MOST_OPTIONS + 1);
  const below = shape === 'diamond' ? lines * OPTION + (foot.length > 0 ? FOOT : 0) : 0;
  const port = (height + inside) / 2;
  const whole = height + inside + below;
  return { id: item.id, width: width * rem, height: whole * rem, port: port * rem };
}

/** The box of an item that is being written. */
export function newBox(rem: number): Box {
  const [width, height] = SIZES.new;
  return { id: NEW, width: width * rem, height: height * rem, port: (height / 2) * rem };
}
