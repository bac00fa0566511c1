import type { Aspect } from '../plan/aspects';
import type { Whose } from '../plan/looking';
import type { Mirror } from '../plan/mirror.svelte';
import type { Item } from '../plan/types';
import type { Day } from '../text/dates';

/** What went wrong, what it taught and what is done in another way since (R77). */
export interface Setback {
  readonly id: string;
  readonly on: Day;
  readonly what: string;
  readonly learned: string;
  readonly changed: string;
  /** What it happened to; undefined = the plan. */
  readonly item: Item | undefined;
  /** It is kept by itself, and can be said anew; null = it was said at a check-in. */
  readonly own: Aspect<'setback'> | null;
}

/** The setbacks of a plan, the newest first: those kept by themselves, and those of its check-ins. A good week may have taught something as well. */
export function setbacksOf(mirror: Mirror, planId: string): Setback[] {
  const { said } = mirror;
  const here = ({ planId: of, itemId }: Whose) =>
    of === planId || (itemId !== undefined && mirror.item(itemId)?.planId === planId);
  const own = said
    .list('setback', '')
    .filter(({ body }) => here(body))
    .map((one): Setback => ({ ...told(mirror, one), what: one.body.what ?? '', own: one }));
  const seen = said
    .list('checkin', '')
    .filter(({ body }) => here(body) && (body.setback ?? '') + (body.learned ?? '') !== '')
    .map((one): Setback => ({ ...told(mirror, one), what: one.body.setback ?? '', own: null }));
  return [...own, ...seen].sort((a, b) => (a.on > b.on ? -1 : 1));
}

function told(mirror: Mirror, { id, body }: Aspect<'setback'> | Aspect<'checkin'>) {
  const { on = '', learned = '', changed = '', itemId } = body;
  return { id, on, learned, changed, item: mirror.item(itemId ?? '') };
}
