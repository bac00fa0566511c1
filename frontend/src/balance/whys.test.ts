import { expect, test } from 'vitest';
import type { Aspect } from '../plan/aspects';
import { Mirror } from '../plan/mirror.svelte';
import { changes, item } from '../plan/sample';
import { whysOf } from './whys';

const aim = (itemId: string, body: object) =>
  ({ id: `a${itemId}`, itemId, kind: 'aim', rank: itemId, body }) as Aspect<'aim'>;

test('the reasons of a plan: its visions first, then what matters most, in the person’s own words', () => {
  const mirror = new Mirror();
  mirror.replace(
    changes({
      plans: [{ id: 'p1', name: 'A book', subject: 'me', rank: 'a' }],
      items: [
        item('little', { kind: 'goal', why: 'It is there' }),
        item('much', { kind: 'goal', why: 'Nobody else will' }),
        item('v', { kind: 'vision', why: 'I was there' }),
        item('none', { kind: 'goal' }),
        item('rests', { kind: 'goal', why: 'Once', state: 'parked' }),
        item('step', { why: 'No goal' }),
        item('else', { kind: 'goal', why: 'Elsewhere', planId: 'p2' }),
      ],
      aspects: [
        aim('little', { importance: 3 }),
        aim('much', { importance: 9, importanceWhy: 'Nobody on that deck will' }),
      ],
    }),
  );
  expect(whysOf(mirror, 'p1').map(({ words, importance }) => [words, importance])).toEqual([
    ['I was there', undefined],
    ['Nobody on that deck will', 9],
    ['It is there', 3],
  ]);
});
