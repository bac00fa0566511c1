import { describe, expect, test } from 'vitest';
import { Mirror } from '../plan/mirror.svelte';
import { changes, item } from '../plan/sample';
import { isMet, isSeen, LETTERS, lettersFor, lettersOf, type GoalFacts } from './letters';

const NOTHING: GoalFacts = {
  item: item('g', { kind: 'goal' }),
  aim: {},
  measures: [],
  seen: false,
  vague: false,
};

const met = (facts: Partial<GoalFacts>) =>
  LETTERS.filter((letter) => isMet(letter, { ...NOTHING, ...facts }));

describe('a letter is met', () => {
  test('by nothing at first', () => {
    expect(met({})).toEqual([]);
  });

  test('by what is said, and by no spaces', () => {
    expect(met({ aim: { statement: 'A book in the shop' } })).toEqual(['specific']);
    expect(met({ aim: { statement: '  ' } })).toEqual([]);
    expect(met({ aim: { judge: 'what Per says' } })).toEqual(['measurable']);
    expect(met({ aim: { reachable: 'I wrote two' } })).toEqual(['achievable']);
    expect(met({ aim: { confidence: 0 } })).toEqual(['achievable']);
    expect(met({ aim: { check: '2027-01-01' } })).toEqual(['evaluate']);
    expect(met({ aim: { readjust: 'Take a year more' } })).toEqual(['readjust']);
  });

  test('by what stands in the plan already', () => {
    expect(met({ item: item('g', { due: '2027-01-01' }) })).toEqual(['timed']);
    expect(met({ item: item('g', { why: 'I was there' }) })).toEqual(['relevant']);
    expect(met({ seen: true })).toEqual(['relevant']);
    expect(met({ measures: [{ name: 'chapters', target: 24 }] })).toEqual(['measurable']);
    expect(met({ measures: [{ name: 'chapters' }] })).toEqual([]);
  });

  test('by no words that the lens finds vague', () => {
    expect(met({ aim: { statement: 'Be better' }, vague: true })).toEqual([]);
  });
});

test('what is only explored is not asked for numbers and deadlines', () => {
  expect(lettersFor('open', LETTERS)).toEqual([
    'specific',
    'achievable',
    'relevant',
    'evaluate',
    'readjust',
  ]);
  expect(lettersFor('process', LETTERS)).toEqual(LETTERS);
  expect(lettersFor(undefined, ['timed'])).toEqual(['timed']);
});

test('the letters are a setting; what it does not name, and none, means all', () => {
  expect(lettersOf('timed specific')).toEqual(['specific', 'timed']);
  expect(lettersOf('')).toEqual(LETTERS);
  expect(lettersOf('nothing we know')).toEqual(LETTERS);
});

test('a goal below a vision, or linked to one, is seen to serve it', () => {
  const mirror = new Mirror();
  const items = [
    item('v', { kind: 'vision' }),
    item('below', { kind: 'goal', parentId: 'v' }),
    item('linked', { kind: 'goal' }),
    item('waits', { kind: 'goal' }),
  ];
  const links = [
    { id: 'l1', fromId: 'linked', toId: 'v', kind: 'serves', weight: 1, lag: 0 } as const,
    { id: 'l2', fromId: 'waits', toId: 'v', kind: 'after', weight: 1, lag: 0 } as const,
  ];
  mirror.replace(
    changes({ plans: [{ id: 'p1', name: '', subject: 'me', rank: 'a' }], items, links }),
  );
  const seen = items.filter(({ kind }) => kind === 'goal').map((goal) => isSeen(mirror, goal));
  expect(seen).toEqual([true, true, false]);
});
