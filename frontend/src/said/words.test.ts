import { describe, expect, test } from 'vitest';
import '../text/english';
import { Aspects, type Aspect } from '../plan/aspects';
import { judgement, needWords, overdrawn, partWords, strategyWords } from './words';

const said = new Aspects([
  { id: 'ada', itemId: '', kind: 'person', rank: 'a', body: { name: 'Ada' } },
  {
    id: 'money',
    itemId: '',
    kind: 'resource',
    rank: 'a',
    body: { name: 'Savings', amount: 500, unit: '€' },
  },
  { id: 'room', itemId: '', kind: 'resource', rank: 'b', body: { name: 'A room' } },
  { id: 'n1', itemId: 'a', kind: 'need', rank: 'a', body: { resourceId: 'money', amount: 300 } },
  { id: 'n2', itemId: 'b', kind: 'need', rank: 'a', body: { resourceId: 'money', amount: 250 } },
  { id: 'n3', itemId: 'b', kind: 'need', rank: 'b', body: { resourceId: 'room' } },
] as Aspect[]);

function one<K extends Aspect['kind']>(kind: K, body: Aspect<K>['body']): Aspect<K> {
  return { id: 'x', itemId: 'i', kind, rank: 'a', body };
}

describe('what is said reads as a sentence', () => {
  test('how a barrier is judged', () => {
    expect(judgement(one('barrier', { what: 'Rain' }))).toBe('');
    const judged = { what: 'Rain', where: 'outer', likely: 'high' } as const;
    expect(judgement(one('barrier', judged))).toBe('outside, likely');
  });

  test('a strategy as if and then', () => {
    const body = { cue: 'it rains', response: 'take the stairs' };
    expect(strategyWords(one('strategy', body))).toBe('If it rains, then I take the stairs');
  });

  test('what somebody has to do, and what is needed', () => {
    expect(partWords(said, one('part', { personId: 'ada', part: 'partner' }))).toBe(
      'Ada holds me to it',
    );
    expect(needWords(said, one('need', { resourceId: 'money', amount: 300 }))).toBe(
      'Savings: 300 €',
    );
    expect(needWords(said, one('need', { resourceId: 'room' }))).toBe('A room');
  });
});

test('more is given away than there is: it says how much', () => {
  expect(overdrawn(said, 'money')).toEqual({ used: 550, amount: 500, unit: '€' });
  expect(overdrawn(said, 'room')).toBeNull();
  expect(overdrawn(said, 'gone')).toBeNull();
});
