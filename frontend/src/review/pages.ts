import type { Mirror } from '../plan/mirror.svelte';
import { isStep, readyIn } from '../plan/ready';
import { byPriority } from '../plan/columns';
import { orphansOf, rechecksOf, type Asked } from '../plan/sight';
import { stuckIn, type Stuck } from '../plan/stuck';
import { waiting } from '../plan/tray';
import type { Item } from '../plan/types';
import { isIn, lastDays } from '../measure/window';
import { recurs } from '../routine/log';
import { dayFor } from '../routine/week';
import { againOf, type Again } from '../said/again';
import { dayOf, plusDays, type Day } from '../text/dates';
import type { Moment } from '../text/times';

/** What is walked through in a weekly review, in this order. */
export const PAGES = ['done', 'stuck', 'ideas', 'loose', 'again', 'waits', 'next'] as const;
export type Page = (typeof PAGES)[number];

/** So many days back one looks, today among them, and as many ahead, from tomorrow on. */
export const WEEK = 7;
/** An idea comes back when it has lain in the tray for so many days (R103). */
const IDEA_RESTS = 14;
/** What was left as it is comes back after so many days. */
const LEFT = 28;
/** So many steps are offered for the days to come: more nobody weighs against each other. */
const OFFERED = 12;

/** What each page of a review of the plan shown lists. */
export interface Review {
  /** What was done in the days gone by, in its order. */
  readonly done: readonly Item[];
  readonly stuck: readonly Stuck[];
  /** What has lain in the tray for long, the oldest first. */
  readonly ideas: readonly Item[];
  /** Steps that serve nothing. */
  readonly loose: readonly Item[];
  /** What is to be looked at again, as something below it was changed, or its day has come. */
  readonly again: readonly (Asked | Again)[];
  /** What waits for somebody or something. */
  readonly waits: readonly Item[];
  /** What could be begun in the days to come. */
  readonly next: readonly Item[];
}

/** The review of the plan shown. kept: what was left as it is, and when. */
export function reviewOf(mirror: Mirror, now: Moment, kept: Record<string, Day>): Review {
  const here = [...mirror.items.values()].filter(({ planId }) => planId === mirror.planId);
  const week = lastDays(now.day, WEEK);
  return {
    done: here
      .filter((item) => item.doneAt !== '' && isIn(week, dayOf(item.doneAt)))
      .sort((a, b) => (a.doneAt < b.doneAt ? -1 : 1)),
    stuck: stuckIn(mirror, mirror.planId, now.day),
    ideas: waiting(mirror)
      .filter((idea) => comesBack(idea, kept[idea.id], now.day))
      .reverse(),
    loose: orphansOf(mirror).steps.filter(
      (item) => !recurs(mirror, item) && !isLeft(kept[item.id], now.day),
    ),
    again: [...rechecksOf(mirror), ...againOf(mirror, now)],
    waits: here.filter(({ kind, state }) => kind !== 'idea' && state === 'waiting'),
    next: nextOf(mirror, here, now.day),
  };
}

/** The pages that have something to look at. */
export function pagesOf(review: Review): Page[] {
  return PAGES.filter((page) => review[page].length > 0);
}

function comesBack({ createdAt }: Item, kept: Day | undefined, now: Day): boolean {
  return plusDays(dayOf(createdAt), IDEA_RESTS) <= now && !isLeft(kept, now);
}

function isLeft(kept: Day | undefined, now: Day): boolean {
  return kept !== undefined && plusDays(kept, LEFT) > now;
}

/** What can be begun and is meant for no day beyond: what has one of the days to come first, then what is begun. */
function nextOf(mirror: Mirror, here: readonly Item[], now: Day): Item[] {
  const isReady = readyIn(mirror);
  const last = plusDays(now, WEEK);
  const isAhead = (item: Item) => isIn({ from: plusDays(now, 1), to: last }, dayFor(mirror, item));
  const turn = (item: Item) => (isAhead(item) ? 1 : item.state === 'doing' ? 2 : 3);
  return here
    .filter((item) => isStep(item) && isReady(item) && !recurs(mirror, item))
    .filter((item) => dayFor(mirror, item) !== now && meantFor(mirror, item) <= last)
    .sort((a, b) => turn(a) - turn(b) || byPriority(a, b))
    .slice(0, OFFERED);
}

/** The day that a step was chosen or promised for; what is only due then may well be done before. */
function meantFor({ said }: Mirror, { id }: Item): Day {
  return said.once('pick', id).on ?? said.once('promise', id).on ?? '';
}
