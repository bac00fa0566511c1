import { GAUGES, type AspectEdit, type Gauge } from '../plan/aspects';
import { kept, number, record, text } from '../plan/kept';
import { ENDINGS, type Ending, type NewCheckin, type Whose } from '../plan/looking';
import { readNumber } from '../plan/measure';
import type { Mirror } from '../plan/mirror.svelte';
import { daysBetween, type Day } from '../text/dates';
import { keyOf, lookOn, restsOf, type Asked, type Sight } from './look';

/** The name under which a check-in is kept that is not said yet, for each plan. */
export const PLACE = 'checkin';

/** What was typed so many days ago is what one saw then, and no check-in of today. */
const STALE = 2;

export const PROSE = ['win', 'setback', 'learned', 'changed'] as const;
export const REASONS = ['changed', 'stays', 'reason'] as const;
export const FEELS = ['mood', 'energy'] as const;

export type Rates = Partial<Record<Gauge, number | null>>;

/** A check-in while it is written: all of it can be left out. */
export class Draft {
  /** What was typed for each measure. */
  measured = $state<Record<string, string>>({});
  /** The routines that are done today. */
  done = $state<Record<string, boolean>>({});
  feels = $state<Record<(typeof FEELS)[number], number | null>>({ mood: null, energy: null });
  /** How each vision feels. */
  rated = $state<Record<string, Rates>>({});
  prose = $state({ win: '', setback: '', learned: '', changed: '' });
  ending = $state<Ending | ''>('');
  reasons = $state({ changed: '', stays: '', reason: '' });

  /** The measures whose number cannot be read. */
  unread(measures: readonly Asked[]): Asked[] {
    return measures.filter(({ measure }) => {
      const typed = this.measured[measure.id] ?? '';
      return typed.trim() !== '' && readNumber(typed, measure.body.unit) === null;
    });
  }

  /** The plan is changed next. */
  get turns(): boolean {
    return this.ending === 'tweak' || this.ending === 'pivot';
  }

  /** What it all comes to on a day. */
  input(mirror: Mirror, of: Whose, sight: Sight, day: Day): NewCheckin {
    const rests = this.ending === 'pause' || this.ending === 'letgo' ? restsOf(mirror, of) : [];
    return {
      body: { ...of, on: day, ...this.feels, ...this.prose, ending: this.ending },
      says: [...this.#entries(sight), ...this.#rates(sight), ...this.#logs(sight, day)],
      version: { planId: '', ...this.reasons },
      rests: rests.map(({ id }) => id),
    };
  }

  #entries({ measures }: Sight): AspectEdit[] {
    return measures.flatMap(({ measure, item }) => {
      const value = readNumber(this.measured[measure.id] ?? '', measure.body.unit);
      if (value === null) return [];
      return [says('entry', item.id, { measureId: measure.id, value })];
    });
  }

  #rates({ visions }: Sight): AspectEdit[] {
    return visions.flatMap(({ id }) => {
      const rates = this.rated[id];
      return rates ? [says('rated', id, rates)] : [];
    });
  }

  /** Done as it is meant; what was said of the day already stays. */
  #logs({ routines }: Sight, day: Day): AspectEdit[] {
    return routines
      .filter(({ item, logs }) => this.done[item.id] && !logs.has(day))
      .map(({ item, routine: { target } }) =>
        says('log', item.id, target === undefined ? {} : { amount: target }),
      );
  }

  /** As it is kept until it is said. */
  write(of: Whose, day: Day): string {
    const { measured, done, feels, rated, prose, ending, reasons } = this;
    const said = { measured, done, feels, rated, prose, ending, reasons };
    return JSON.stringify({ of: keyOf(of), day, ...said });
  }
}

function says<K extends 'entry' | 'rated' | 'log'>(
  kind: K,
  itemId: string,
  body: AspectEdit<K>['body'],
): AspectEdit {
  return { id: '', itemId, kind, body, edit: '' };
}

/** Begins with what was typed and not said yet, else with what was said today already. */
export function draftOf(mirror: Mirror, of: Whose, day: Day, data: string): Draft {
  const draft = new Draft();
  takeSaid(draft, mirror, of, day);
  const typed = kept(data);
  if (text(typed['of']) !== keyOf(of)) return draft;
  if (daysBetween(text(typed['day']) || '2000-01-01', day) >= STALE) return draft;
  takeTyped(draft, typed);
  return draft;
}

function takeSaid(draft: Draft, mirror: Mirror, of: Whose, day: Day): void {
  const look = lookOn(mirror, of, day);
  if (!look) return;
  const { mood = null, energy = null, ending = '' } = look.body;
  draft.feels = { mood, energy };
  draft.ending = ending;
  for (const field of PROSE) draft.prose[field] = look.body[field] ?? '';
  for (const { body } of mirror.said.all('entry'))
    if (body.fromId === look.id && body.measureId !== undefined)
      draft.measured[body.measureId] = String(body.value ?? '');
}

function takeTyped(draft: Draft, typed: Record<string, unknown>): void {
  for (const [id, words] of Object.entries(record(typed['measured'])))
    draft.measured[id] = text(words);
  for (const [id, yes] of Object.entries(record(typed['done']))) draft.done[id] = yes === true;
  for (const [id, rates] of Object.entries(record(typed['rated'])))
    draft.rated[id] = ratesOf(record(rates));
  const feels = record(typed['feels']);
  for (const feel of FEELS) draft.feels[feel] = markOf(feels[feel]);
  const prose = record(typed['prose']);
  for (const field of PROSE) draft.prose[field] = text(prose[field]);
  const reasons = record(typed['reasons']);
  for (const field of REASONS) draft.reasons[field] = text(reasons[field]);
  draft.ending = ENDINGS.find((ending) => ending === typed['ending']) ?? '';
}

function ratesOf(rates: Record<string, unknown>): Rates {
  return Object.fromEntries(
    GAUGES.filter((gauge) => gauge in rates).map((gauge) => [gauge, markOf(rates[gauge])]),
  );
}

/** A mark from 0 to 10; null for anything else. */
function markOf(value: unknown): number | null {
  return typeof value === 'number' && value >= 0 && value <= 10 ? number(value) : null;
}
