import { expect, test } from 'vitest';
import type { Aspect } from '../plan/aspects';
import { Mirror } from '../plan/mirror.svelte';
import { changes, item } from '../plan/sample';
import '../text/english';
import { cameWith, fedBy } from './fed';

const said = (id: string, itemId: string, kind: 'measure' | 'entry' | 'checkin', body: object) =>
  ({ id, itemId, kind, rank: id, body }) as Aspect<'entry'>;

function plan(): Mirror {
  const mirror = new Mirror();
  mirror.replace(
    changes({
      plans: [{ id: 'p1', name: 'A book', subject: 'me', rank: 'a' }],
      items: [
        item('v', { kind: 'vision', title: 'A book' }),
        item('g', { kind: 'goal', title: 'A manuscript', parentId: 'v' }),
        item('h', { kind: 'goal', title: 'A voice', parentId: 'v' }),
        item('s', { title: 'Write', parentId: 'g' }),
      ],
      links: [{ id: 'l', fromId: 's', toId: 'h', kind: 'serves', weight: 1, lag: 0 }],
      aspects: [
        said('readers', 'v', 'measure', { name: 'readers' }),
        said('chapters', 'g', 'measure', { name: 'chapters' }),
        said('evenings', 'h', 'measure', { name: 'evenings' }),
        said('c', '', 'checkin', { planId: 'p1', on: '2026-03-01' }),
      ],
    }),
  );
  return mirror;
}

test('a step moves the measures of all that it is for, the nearest first', () => {
  expect(fedBy(plan(), 's').map(({ id }) => id)).toEqual(['chapters', 'readers', 'evenings']);
  expect(fedBy(plan(), 'v')).toEqual([]);
});

test('an entry tells what it came with', () => {
  const from = (fromId?: string) => cameWith(plan(), said('e', 'g', 'entry', { fromId }));
  expect(from('s')).toBe('with “Write”');
  expect(from('c')).toBe('at a check-in');
  expect(from('gone')).toBe('');
  expect(from()).toBe('');
});
