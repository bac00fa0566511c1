import type { Item, Kind } from '../plan/types';
import { inset } from './inset';

/** The room above a row, in px: goals and milestones begin something, and so does whatever stands at the top. */
export function gapAbove(kind: Kind, depth: number): number {
  switch (kind) {
    case 'vision':
      return 14;
    case 'goal':
      return 18;
    case 'milestone':
      return 5;
    default:
      return depth === 0 ? 5 : 0;
  }
}

/** How titles of a kind are set, in rem: line height, mean width of a character, what is around the lines, the least height. */
interface Setting {
  readonly line: number;
  readonly advance: number;
  readonly around: number;
  readonly least: number;
}

const VISION: Setting = { line: 2.0125, advance: 0.8, around: 1.125, least: 3.1 };
const GOAL: Setting = { line: 1.544, advance: 0.55, around: 0.25, least: 2.25 };
const STEP: Setting = { line: 1.266, advance: 0.42, around: 0.25, least: 2 };
const WHY: Setting = { line: 1.4875, advance: 0.44, around: 0.3125, least: 0 };

/** What stands before a title (fold and mark) and after it (date, share), in rem. */
const BESIDE = 9;

/** The step from level to level, in rem. */
export const STEP_REM = 1.5;

/** About how high a row will be, in px, before it has been seen. */
export function estimate(item: Item, depth: number, width: number, rem: number): number {
  const set = settingOf(item.kind);
  const room = (width - inset(depth, STEP_REM * rem, width)) / rem - BESIDE;
  const title = lines(item.title, set.advance, room) * set.line + set.around;
  const why = item.kind === 'vision' && item.why !== '' ? whyHeight(item.why, room) : 0;
  return Math.max(set.least, title + why) * rem;
}

function whyHeight(why: string, room: number): number {
  return lines(why, WHY.advance, room) * WHY.line + WHY.around;
}

function lines(text: string, advance: number, room: number): number {
  return Math.max(1, Math.ceil((text.length * advance) / Math.max(room, 4)));
}

function settingOf(kind: Kind): Setting {
  return kind === 'vision' ? VISION : kind === 'goal' ? GOAL : STEP;
}
