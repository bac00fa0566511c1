import { describe, expect, it } from 'vitest';
import { asksNothing, EVERYTHING, shownBy, type Filter } from './filter';
import { sketch } from '../tree/sketch';

const tree = sketch(
  `
A dream !vision
  Café Größe !goal
    Ring ÅSA
    Wait for Per
    Half a thought
  Rest !goal
Tray !idea
`,
  {
    'Wait for Per': { state: 'waiting', tagIds: ['t1'] },
    'Half a thought': { draft: true, state: 'done' },
  },
);

/** Rest lacks help, and a ring. */
const lacking = (lack: string) => new Set(lack === 'help' ? ['Rest'] : ['Rest', 'Ring ÅSA']);

const matched = (over: Partial<Filter>, kept: string[] = []) => [
  ...shownBy(tree, { ...EVERYTHING, ...over }, new Set(kept), lacking).matched,
];

describe('shownBy', () => {
  it('finds text whatever its accents and capitals', () => {
    expect(matched({ text: 'asa' })).toEqual(['Ring ÅSA']);
    expect(matched({ text: 'CAFE grosse' })).toEqual(['Café Größe']);
  });

  it('wants every word, in any order', () => {
    expect(matched({ text: 'per wait' })).toEqual(['Wait for Per']);
    expect(matched({ text: 'per ring' })).toEqual([]);
  });

  it('asks for kind, state, tag and drafts', () => {
    expect(matched({ kind: 'goal' })).toEqual(['Café Größe', 'Rest']);
    expect(matched({ state: 'waiting' })).toEqual(['Wait for Per']);
    expect(matched({ tag: 't1' })).toEqual(['Wait for Per']);
    expect(matched({ drafts: true })).toEqual(['Half a thought']);
    expect(matched({ lack: 'help' })).toEqual(['Rest']);
    expect(matched({ lack: 'any', text: 'ring' })).toEqual(['Ring ÅSA']);
  });

  it('takes open as whatever is not done, parked or let go', () => {
    expect(matched({ state: 'open', kind: 'step' })).toEqual(['Ring ÅSA', 'Wait for Per']);
  });

  it('joins what is asked for', () => {
    expect(matched({ text: 'wait', state: 'done' })).toEqual([]);
  });

  it('names the ancestors that do not match themselves', () => {
    const shown = shownBy(tree, { ...EVERYTHING, text: 'r' }, new Set(), lacking);
    expect([...shown.around]).toEqual([]);
    const one = shownBy(tree, { ...EVERYTHING, text: 'asa' }, new Set(), lacking);
    expect([...one.around]).toEqual(['Café Größe', 'A dream']);
  });

  it('keeps what matched before the hand changed it', () => {
    expect(matched({ state: 'waiting' }, ['Ring ÅSA'])).toEqual(['Ring ÅSA', 'Wait for Per']);
  });

  it('leaves the ideas of the tray alone', () => {
    expect(matched({ kind: 'idea' })).toEqual([]);
  });
});

describe('asksNothing', () => {
  it('is true for empty and blank fields only', () => {
    expect(asksNothing({ ...EVERYTHING, text: '  ' })).toBe(true);
    expect(asksNothing({ ...EVERYTHING, drafts: true })).toBe(false);
  });
});
