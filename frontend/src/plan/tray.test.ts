import { expect, test } from 'vitest';
import { Mirror } from './mirror.svelte';
import { changes, item } from './sample';
import { waiting } from './tray';

test('the tray holds the ideas at the top of this plan, and no others', () => {
  const mirror = new Mirror();
  mirror.replace(
    changes({
      plans: [
        { id: 'p1', name: 'A', subject: 'me', rank: 'a' },
        { id: 'p2', name: 'B', subject: 'me', rank: 'b' },
      ],
      items: [
        item('v', { kind: 'vision', rank: 'a' }),
        item('placed', { kind: 'idea', parentId: 'v' }),
        item('one', { kind: 'idea', rank: 'b' }),
        item('two', { kind: 'idea', rank: 'c' }),
        item('elsewhere', { kind: 'idea', planId: 'p2' }),
      ],
    }),
  );
  expect(waiting(mirror).map((idea) => idea.id)).toEqual(['two', 'one']);
});
