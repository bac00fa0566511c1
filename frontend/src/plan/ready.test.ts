import { expect, test } from 'vitest';
import { Mirror } from './mirror.svelte';
import { readyIn } from './ready';
import { changes, item } from './sample';

test('what can be begun has no open step of its own, waits for nothing and is below nothing that rests', () => {
  const mirror = new Mirror();
  mirror.replace(
    changes({
      plans: [{ id: 'p1', name: '', subject: 'me', rank: 'a' }],
      items: [
        item('goal', { kind: 'goal' }),
        item('whole', { parentId: 'goal' }),
        item('part', { parentId: 'whole', state: 'doing' }),
        item('laid', { parentId: 'goal' }),
        item('done', { parentId: 'laid', state: 'done' }),
        item('second', { parentId: 'goal' }),
        item('third', { parentId: 'goal' }),
        item('waiting', { parentId: 'goal', state: 'waiting' }),
        item('choice', { parentId: 'goal', kind: 'decision' }),
        item('parked', { kind: 'goal', state: 'parked' }),
        item('later', { parentId: 'parked' }),
      ],
      links: [
        { id: 'l1', fromId: 'second', toId: 'part', kind: 'after', weight: 1, lag: 0 },
        { id: 'l2', fromId: 'third', toId: 'done', kind: 'after', weight: 1, lag: 0 },
      ],
      show: 'p1',
    }),
  );
  const ready = [...mirror.items.values()].filter(readyIn(mirror)).map(({ id }) => id);
  expect(ready.sort()).toEqual(['choice', 'laid', 'part', 'third']);
});
