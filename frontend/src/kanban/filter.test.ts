import { describe, expect, it } from 'vitest';
import { item } from '../plan/sample';
import {
  answering,
  asksNothing,
  EVERYTHING,
  NOBODY,
  NO_GOAL,
  sameFilter,
  type Asked,
  type Filter,
} from './filter';

const NOW = '2026-03-09';
/** The card lacks help. */
const lacking = (lack: string) => new Set(lack === 'help' ? ['a'] : []);
const answers = (filter: Partial<Filter>, over = {}) =>
  answering(
    { ...EVERYTHING, ...filter },
    NOW,
    asked,
  )(item('a', { title: 'Écrire à Per', ...over }));
const asked: Asked = {
  path: () => [VISION, GOAL],
  lacking,
  doer: () => (card) => (card.title.includes('Per') ? 'per' : ''),
  standing: (stand) => (card) => stand === 'waiting' && card.state === 'waiting',
};
const VISION = item('v', { kind: 'vision' });
const GOAL = item('g', { kind: 'goal' });

describe('a filter', () => {
  it('asks for nothing until something is said', () => {
    expect(asksNothing({ ...EVERYTHING, text: ' ' })).toBe(true);
    expect(asksNothing({ ...EVERYTHING, dates: 'soon' })).toBe(false);
  });

  it('finds all words in any order, whatever their accents', () => {
    expect(answers({ text: 'per ecrire' })).toBe(true);
    expect(answers({ text: 'per anna' })).toBe(false);
  });

  it('asks for a tag and for drafts', () => {
    expect(answers({ tag: 't' }, { tagIds: ['t'] })).toBe(true);
    expect(answers({ tag: 't' })).toBe(false);
    expect(answers({ drafts: true }, { draft: true })).toBe(true);
    expect(answers({ drafts: true })).toBe(false);
    expect(answers({ lack: 'help' })).toBe(true);
    expect(answers({ lack: 'insight' })).toBe(false);
  });

  it('asks for a goal, near or far above, or for none', () => {
    expect(answers({ goal: 'g' })).toBe(true);
    expect(answers({ goal: 'h' })).toBe(false);
    expect(answers({ goal: NO_GOAL })).toBe(false);
    const loose = { ...asked, path: () => [VISION] };
    const free = answering({ ...EVERYTHING, goal: NO_GOAL }, NOW, loose);
    expect(free(item('a'))).toBe(true);
  });

  it('asks who does it, and how it stands', () => {
    expect(answers({ person: 'per' })).toBe(true);
    expect(answers({ person: NOBODY })).toBe(false);
    expect(answers({ person: NOBODY }, { title: 'Letter' })).toBe(true);
    expect(answers({ stands: 'waiting' }, { state: 'waiting' })).toBe(true);
    expect(answers({ stands: 'waiting' })).toBe(false);
  });

  it('is the same as another that asks for the same', () => {
    expect(sameFilter({ ...EVERYTHING, tag: 't' }, { ...EVERYTHING, tag: 't' })).toBe(true);
    expect(sameFilter({ ...EVERYTHING, tag: 't' }, EVERYTHING)).toBe(false);
  });

  it.each([
    ['late', '2026-03-08', true],
    ['late', '2026-03-09', false],
    ['soon', '2026-03-09', true],
    ['soon', '2026-03-15', true],
    ['soon', '2026-03-16', true],
    ['soon', '2026-03-17', false],
    ['dated', '2030-01-01', true],
    ['dated', '', false],
    ['undated', '', true],
    ['undated', '2030-01-01', false],
  ] as const)('asked for %s, a date of %s answers: %s', (dates, due, yes) => {
    expect(answers({ dates }, { due })).toBe(yes);
  });

  it('does not call late what is done', () => {
    expect(answers({ dates: 'late' }, { due: '2026-03-08', state: 'done' })).toBe(false);
  });
});
