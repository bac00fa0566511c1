import {
  GAPS,
  HAVINGS,
  LEVELS,
  PARTS_OF,
  RESOURCES,
  VOICES,
  WHERES,
  type AspectKind,
} from '../plan/aspects';
import { readNumber } from '../plan/measure';
import { longDay, readDay, readGoneDay } from '../text/dates';
import { readTime } from '../text/times';

/** How one field of a form is written. ref: by its name one of the client's, or a new one. */
export type As =
  | { readonly as: 'line' | 'text' | 'number' | 'day' | 'gone' | 'time' | 'check' | 'ruler' }
  | { readonly as: 'choice'; readonly of: readonly string[] }
  | { readonly as: 'ref'; readonly kind: 'value' | 'person' | 'resource' }
  /** A vision, a goal or a milestone of the plan shown. */
  | { readonly as: 'item' };

export interface FormField {
  readonly name: string;
  readonly how: As;
  /** It has to be said. */
  readonly needed?: boolean;
  /** It says what could stand there. */
  readonly hint?: boolean;
}

/** What is asked by such a form; the others have their own. */
export type Formed = Extract<
  AspectKind,
  | 'barrier'
  | 'strategy'
  | 'entry'
  | 'need'
  | 'gap'
  | 'part'
  | 'worth'
  | 'option'
  | 'voice'
  | 'thought'
  | 'value'
  | 'person'
  | 'off'
  | 'resource'
  | 'hours'
  | 'assignment'
  | 'cheer'
  | 'celebration'
  | 'checkpoint'
  | 'setback'
>;

const line = (name: string): FormField => ({ name, how: { as: 'line' } });
const needed = (name: string): FormField => ({ ...line(name), needed: true });
const hinted = (field: FormField): FormField => ({ ...field, hint: true });
const text = (name: string): FormField => ({ name, how: { as: 'text' } });
const number = (name: string): FormField => ({ name, how: { as: 'number' } });
const day = (name: string): FormField => ({ name, how: { as: 'day' } });
/** A day that is over, or today. */
const gone = (name: string): FormField => ({ name, how: { as: 'gone' } });
const time = (name: string): FormField => ({ name, how: { as: 'time' } });
const check = (name: string): FormField => ({ name, how: { as: 'check' } });
/** From 0 to 10. */
const ruler = (name: string): FormField => ({ name, how: { as: 'ruler' } });
const choice = (name: string, of: readonly string[]): FormField => ({
  name,
  how: { as: 'choice', of },
});
const ref = (name: string, kind: 'value' | 'person' | 'resource'): FormField => ({
  name,
  how: { as: 'ref', kind },
  needed: true,
});

/** The fields of each kind, in the order in which they are asked. */
export const FORMS: Readonly<Record<Formed, readonly FormField[]>> = {
  barrier: [
    needed('what'),
    choice('where', WHERES),
    choice('likely', LEVELS),
    choice('impact', LEVELS),
  ],
  strategy: [
    hinted(needed('cue')),
    hinted(needed('response')),
    hinted(day('day')),
    hinted(time('time')),
    check('skipped'),
  ],
  entry: [
    { ...gone('on'), needed: true, hint: true },
    { ...number('value'), needed: true },
    line('note'),
  ],
  need: [ref('resourceId', 'resource'), number('amount')],
  gap: [needed('what'), choice('sort', GAPS)],
  part: [ref('personId', 'person'), choice('part', PARTS_OF)],
  worth: [ref('valueId', 'value'), ruler('strength')],
  option: [needed('what'), text('for'), text('against')],
  voice: [needed('who'), choice('sort', VOICES), needed('brought')],
  thought: [needed('words')],
  value: [needed('name'), text('words'), check('core')],
  person: [needed('name'), text('note')],
  hours: [
    hinted({ ...gone('on'), needed: true }),
    { ...number('minutes'), needed: true },
    check('paid'),
    check('present'),
    line('note'),
  ],
  assignment: [needed('words'), hinted(day('due')), text('answer'), gone('done')],
  cheer: [
    line('who'),
    needed('words'),
    hinted(gone('on')),
    { name: 'itemId', how: { as: 'item' } },
  ],
  celebration: [hinted({ ...gone('on'), needed: true }), text('note'), line('reward')],
  checkpoint: [hinted({ ...day('on'), needed: true }), line('words')],
  setback: [
    hinted({ ...gone('on'), needed: true }),
    { ...text('what'), needed: true },
    text('learned'),
    text('changed'),
  ],
  off: [{ ...day('from'), needed: true }, day('to'), line('name')],
  resource: [
    needed('name'),
    choice('sort', RESOURCES),
    choice('have', HAVINGS),
    number('amount'),
    line('unit'),
  ],
};

/** What stands in a field for what is kept. */
export function shown(how: As, value: unknown): string {
  if (value === undefined) return '';
  return how.as === 'day' || how.as === 'gone' ? longDay(String(value)) : String(value);
}

/** What was typed into a field as it is kept; null = nothing, undefined = it cannot be read. */
export function read(how: As, typed: string): unknown {
  if (typed.trim() === '') return null;
  switch (how.as) {
    case 'number':
      // A unit behind it is the one that is meant.
      return readNumber(typed.replace(/[\p{L}\p{Sc}%]+$/u, '')) ?? undefined;
    case 'day':
      return readDay(typed) ?? undefined;
    case 'gone':
      return readGoneDay(typed) ?? undefined;
    case 'time':
      return readTime(typed) ?? undefined;
    case 'ruler':
      return Number(typed);
    case 'check':
      return typed === 'true' ? true : null;
    default:
      return typed;
  }
}
