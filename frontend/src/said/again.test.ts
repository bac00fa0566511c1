import { expect, test } from 'vitest';
import type { Aspect } from '../plan/aspects';
import { Mirror } from '../plan/mirror.svelte';
import { changes, item } from '../plan/sample';
import { againOf } from './again';

const DAY = '2026-03-02';
const NOW = { day: DAY, time: '09:00' };

function mirrorOf(aspects: Aspect[]): Mirror {
  const mirror = new Mirror();
  mirror.replace(
    changes({
      plans: [
        { id: 'p1', name: '', subject: 'me', rank: 'a' },
        { id: 'p2', name: '', subject: 'me', rank: 'b' },
      ],
      items: [
        item('goal', { kind: 'goal' }),
        item('over', { kind: 'goal', state: 'done' }),
        item('stay', { kind: 'decision', state: 'done' }),
        item('open', { kind: 'decision' }),
        item('elsewhere', { kind: 'goal', planId: 'p2' }),
      ],
      aspects,
      show: 'p1',
    }),
  );
  return mirror;
}

const aim = (itemId: string, check: string): Aspect<'aim'> => ({
  id: 'a' + itemId,
  itemId,
  kind: 'aim',
  rank: 'a',
  body: { check },
});
const choice = (itemId: string, body: Aspect<'choice'>['body']): Aspect<'choice'> => ({
  id: 'c' + itemId,
  itemId,
  kind: 'choice',
  rank: 'a',
  body,
});

test('what comes back is what was to be looked at by today, the oldest first', () => {
  const mirror = mirrorOf([
    aim('goal', DAY),
    choice('stay', { decided: '2026-01-05', review: '2026-03-01' }),
  ]);
  const again = againOf(mirror, NOW).map(({ item: { id }, day }) => [id, day]);
  expect(again).toEqual([
    ['stay', '2026-03-01'],
    ['goal', DAY],
  ]);
});

test('nothing comes back before its day, undecided, over, from another plan, or of what is gone', () => {
  const mirror = mirrorOf([
    aim('goal', '2026-03-03'),
    aim('over', DAY),
    aim('elsewhere', DAY),
    aim('gone', DAY),
    choice('open', { review: DAY }),
    choice('stay', { decided: '2026-01-05' }),
  ]);
  expect(againOf(mirror, NOW)).toEqual([]);
});
