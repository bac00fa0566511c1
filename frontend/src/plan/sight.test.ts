import { describe, expect, test } from 'vitest';
import type { Aspect, AspectKind, Bodies } from './aspects';
import { Mirror } from './mirror.svelte';
import { changes, item } from './sample';
import { alignmentOf, orphansOf, rechecksOf, standingOn } from './sight';
import type { Item, Link } from './types';

let made = 0;
function say<K extends AspectKind>(kind: K, itemId: string, body: Bodies[K], id = ''): Aspect {
  made++;
  return { id: id || `a${made}`, itemId, kind, rank: String(made), body };
}

const serves = (fromId: string, toId: string): Link => ({
  id: fromId + toId,
  fromId,
  toId,
  kind: 'serves',
  weight: 1,
  lag: 0,
});

function plan(items: Item[], aspects: Aspect[] = [], links: Link[] = []): Mirror {
  const mirror = new Mirror();
  const plans = [{ id: 'p1', name: 'p1', subject: 'me' as const, rank: 'a' }];
  mirror.replace(changes({ plans, items, aspects, links, show: 'p1' }));
  return mirror;
}

const tree = [
  item('v', { kind: 'vision', title: 'Sea' }),
  item('g', { kind: 'goal', parentId: 'v' }),
  item('s', { parentId: 'g' }),
  item('done', { parentId: 'g', state: 'done' }),
  item('w', { kind: 'vision', title: 'Empty' }),
  item('h', { kind: 'goal' }),
  item('t', { parentId: 'h' }),
  item('loose'),
  item('under', { parentId: 'loose' }),
  item('linked'),
];
const values = [
  say('value', '', { name: 'Calm', core: true }, 'calm'),
  say('value', '', { name: 'Fun', core: true }, 'fun'),
  say('value', '', { name: 'Order' }, 'order'),
  say('worth', 'v', { valueId: 'calm' }),
];

describe('the line of sight', () => {
  test('goes down the tree and along what serves', () => {
    const mirror = plan(tree, [], [serves('linked', 'g')]);
    expect([...standingOn(mirror, ['v'])].sort()).toEqual(['done', 'g', 'linked', 's', 'v']);
  });

  test('does not go round in a circle', () => {
    const mirror = plan(tree, [], [serves('v', 's')]);
    expect(standingOn(mirror, ['v']).size).toBe(4);
  });

  test('counts the active steps that reach a core value', () => {
    const mirror = plan(tree, values, [serves('linked', 'g')]);
    expect(alignmentOf(mirror, 'v')).toEqual({ reach: 2, of: 2 });
    expect(alignmentOf(mirror, 'h')).toEqual({ reach: 0, of: 1 });
    const other = plan(tree, [...values, say('worth', 'h', { valueId: 'order' })]);
    expect(alignmentOf(other, 'h')).toEqual({ reach: 0, of: 1 });
  });

  test('names what has none', () => {
    const mirror = plan(tree, values, [serves('linked', 'g')]);
    const { steps, values: unserved, visions, goals } = orphansOf(mirror);
    expect(steps.map(({ id }) => id)).toEqual(['loose']);
    expect(unserved.map(({ name }) => name)).toEqual(['Fun']);
    expect(visions.map(({ id }) => id)).toEqual(['w']);
    expect(goals.map(({ id }) => id)).toEqual(['h']);
    expect(orphansOf(mirror).baseless.map(({ id }) => id)).toEqual(['w']);
    expect(orphansOf(mirror, 'v').goals).toEqual([]);
  });

  test('asks again for what was changed below, by its name', () => {
    const asked = [
      say('recheck', 'g', { of: 'v', since: '2026-03-02' }),
      say('recheck', 'v', { of: 'calm' }),
      say('recheck', 'gone', { of: 'calm' }),
    ];
    const mirror = plan(tree, [...values, ...asked]);
    expect(rechecksOf(mirror).map(({ item: { id }, of }) => [id, of])).toEqual([
      ['g', 'Sea'],
      ['v', 'Calm'],
    ]);
  });
});
