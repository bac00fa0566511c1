import type { Mirror } from '../plan/mirror.svelte';
import { isActive } from '../plan/types';
import { isMeant, routinesOf } from '../routine/record';
import { backIn } from '../said/again';
import { plusDays } from '../text/dates';
import { hereAt, type Moment, type Time } from '../text/times';

/** The time of day at which one is told what is to be looked at again. */
const REVIEWS: Time = '09:00';
/** What comes within so many minutes of a message waits for the next, with all else that comes. */
const APART_MIN = 10;

/** What was planned for a time of a day. */
interface Cue extends Moment {
  readonly id: string;
}

/** Tells of what was planned for a time when that has come: few messages, bundled, none in quiet hours. */
export class Reminder {
  /** Up to here everything was told, or had come before the program was there. */
  #told: Moment;
  #last: Moment | null = null;

  constructor(now: Moment) {
    this.#told = now;
  }

  /**
   * How much has come that was not told yet; 0 = nothing is told now. quiet are
   * the hours without messages, HH:MM-HH:MM; while busy everything waits.
   */
  look(mirror: Mirror, clock: Moment, { quiet, busy }: { quiet: string; busy: boolean }): number {
    const now = { day: clock.day, time: clock.time }; // a clock goes on
    if (at(now) < at(this.#told)) [this.#told, this.#last] = [now, null]; // the clock was set back
    if (busy || isQuiet(quiet, now.time) || this.#isSoon(now)) return 0;
    const [told, yesterday] = [at(this.#told), plusDays(now.day, -1)];
    const from = told > yesterday ? told : yesterday;
    const come = cuesOf(mirror, now).filter((cue) => at(cue) > from && at(cue) <= at(now));
    this.#told = now;
    if (come.length > 0) this.#last = now;
    return new Set(come.map(({ id }) => id)).size;
  }

  #isSoon(now: Moment): boolean {
    if (this.#last?.day !== now.day) return false;
    const passed = minutes(now.time) - minutes(this.#last.time);
    return passed >= 0 && passed < APART_MIN;
  }
}

/** What was planned for a time of this day, or the one before, and is still to be done. */
function cuesOf(mirror: Mirror, now: Moment): Cue[] {
  const promises = mirror.said.all('promise').flatMap(({ itemId, body }) => {
    const item = mirror.item(itemId);
    if (!item || !isActive(item) || !body.on || !body.time) return [];
    const said = { day: body.on, time: body.time };
    return [{ id: itemId, ...(body.zone ? hereAt(said, body.zone) : said) }];
  });
  const routines = routinesOf(mirror).flatMap((record) => {
    const { time } = record.routine;
    const open = !record.logs.has(now.day) && isMeant(record, now.day);
    return time && open ? [{ id: record.item.id, day: now.day, time }] : [];
  });
  const reviews = backIn(mirror, now).flatMap(({ what, item, day }) =>
    what !== 'strategy' && day === now.day ? [{ id: item.id, day, time: REVIEWS }] : [],
  );
  return [...promises, ...routines, ...reviews];
}

/** True within hours such as 22:00-07:00, over midnight too; '' = never. */
export function isQuiet(quiet: string, time: Time): boolean {
  const [from = '', to = ''] = quiet.split('-');
  if (from === to) return false;
  return from < to ? time >= from && time < to : time >= from || time < to;
}

/** In the order of time. */
function at({ day, time }: Moment): string {
  return `${day} ${time}`;
}

function minutes(time: Time): number {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  return hours * 60 + rest;
}
