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

/** How one field of a form is written. ref: by its name one of the client's, or a new one. */
export type As =
  | { readonly as: 'line' | 'text' | 'number' | 'day' | 'check' }
  | { readonly as: 'choice'; readonly of: readonly string[] }
  | { readonly as: 'ref'; readonly kind: 'value' | 'person' | 'resource' };

export interface FormField {
  readonly name: string;
  readonly how: As;
  /** It has to be said. */
  readonly needed?: boolean;
}

/** What is asked by a form of its own elsewhere. */
export type Formed = Exclude<AspectKind, 'aim' | 'measure' | 'entry' | 'choice'>;

const line = (name: string): FormField => ({ name, how: { as: 'line' } });
const needed = (name: string): FormField => ({ ...line(name), needed: true });
const text = (name: string): FormField => ({ name, how: { as: 'text' } });
const number = (name: string): FormField => ({ name, how: { as: 'number' } });
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
  strategy: [needed('cue'), needed('response')],
  need: [ref('resourceId', 'resource'), number('amount')],
  gap: [needed('what'), choice('sort', GAPS)],
  part: [ref('personId', 'person'), choice('part', PARTS_OF)],
  worth: [ref('valueId', 'value')],
  option: [needed('what'), text('for'), text('against')],
  voice: [needed('who'), choice('sort', VOICES), needed('brought')],
  thought: [needed('words')],
  value: [needed('name'), text('words'), { name: 'core', how: { as: 'check' } }],
  person: [needed('name'), text('note')],
  resource: [
    needed('name'),
    choice('sort', RESOURCES),
    choice('have', HAVINGS),
    number('amount'),
    line('unit'),
  ],
};
