import type { Desk } from '../commands/desk';
import type { Aspect } from '../plan/aspects';
import { plusDays, plusMonths } from '../text/dates';
import type { Again } from './again';

/** What has come back comes again: in a month, or when its cue does. */
export function later(desk: Desk, one: Again): Promise<unknown> {
  const { edits, now } = desk;
  const said = { id: '', itemId: one.item.id, edit: '' };
  const day = plusMonths(now.day, 1);
  switch (one.what) {
    case 'goal':
      return edits.setAspect({ ...said, kind: 'aim', body: { check: day } });
    case 'decision':
      return edits.setAspect({ ...said, kind: 'choice', body: { review: day } });
    case 'strategy':
      return tomorrow(desk, one.strategy);
  }
}

/** A day comes a day later; what comes by itself is left for today. */
function tomorrow({ edits, now }: Desk, { id, itemId, body }: Aspect<'strategy'>) {
  const said = body.day === undefined ? { seen: now.day } : { day: plusDays(now.day, 1) };
  return edits.setAspect({ id, itemId, kind: 'strategy', body: said, edit: '' });
}
