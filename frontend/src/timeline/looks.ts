import { beatsOf } from '../measure/looks';
import { keyOf, calledOf, whose } from '../checkin/look';
import { lookWords } from '../checkin/words';
import type { Bodies } from '../plan/aspects';
import type { Whose } from '../plan/looking';
import type { Mirror } from '../plan/mirror.svelte';
import { longDay, type Day } from '../text/dates';
import { t } from '../text/text';
import type { Scale } from './scale';
import type { Span } from './spans';

/** A checkpoint of the plan shown, or of what is in it. */
export interface Point {
  readonly id: string;
  readonly day: Day;
  readonly of: Whose;
  /** What it says, else what it is of. */
  readonly words: string;
  readonly says: string;
}

/** When one looks at something, and when one did. */
export interface Looked {
  readonly rhythm: Bodies['rhythm'];
  /** What was said on each day, the oldest first. */
  readonly looks: readonly { readonly day: Day; readonly says: string }[];
}

/** All moments to look of the plan shown. */
export interface Looks {
  readonly points: readonly Point[];
  /** By the id of the plan or the item. */
  readonly looked: ReadonlyMap<string, Looked>;
}

/** What there is of the plan shown, and of what is in it. */
export function looksOf(mirror: Mirror): Looks {
  const { said, planId } = mirror;
  const here = (of: Whose) =>
    of.planId === undefined
      ? mirror.item(of.itemId ?? '')?.planId === planId
      : of.planId === planId;
  const points = said
    .list('checkpoint', '')
    .filter(({ body }) => here(body) && body.on !== undefined)
    .map(({ id, body }) => pointOf(mirror, id, body))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const looked = new Map<string, { rhythm: Bodies['rhythm']; looks: Looked['looks'][number][] }>();
  const at = (of: Whose) => {
    const known = looked.get(keyOf(of)) ?? { rhythm: {}, looks: [] };
    looked.set(keyOf(of), known);
    return known;
  };
  for (const { body } of said.list('rhythm', '')) if (here(body)) at(body).rhythm = body;
  for (const { body } of said.list('checkin', '')) {
    const { on = '' } = body;
    const says = [t('timeline.looked', { day: longDay(on) }), ...lookWords(body)].join(' · ');
    if (here(body)) at(body).looks.push({ day: on, says });
  }
  return { points, looked };
}

function pointOf(mirror: Mirror, id: string, body: Bodies['checkpoint']): Point {
  const { on = '', words = '' } = body;
  const of = whose(body);
  const title = calledOf(mirror, of);
  const says = words === '' ? title : t('timeline.point.of', { words, title });
  return {
    id,
    day: on,
    of,
    words: words || title,
    says: t('timeline.point', { day: longDay(on), words: says }),
  };
}

/** Beats lie no closer than this, in px; where they would, one looks from too far away. */
const CLOSEST = 5;

/** The beats of a rhythm in sight. */
export function ticksOf({ rhythm }: Looked, scale: Scale, seen: Span): Day[] {
  const { every = 0, unit = 'weeks' } = rhythm;
  const apart = every * { days: 1, weeks: 7, months: 28 }[unit] * scale.perDay;
  return apart < CLOSEST ? [] : beatsOf(rhythm, seen);
}
