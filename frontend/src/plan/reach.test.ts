import { describe, expect, test } from 'vitest';
import { Mirror } from './mirror.svelte';
import { inPlan, leadingTo, reaching } from './reach';
import { changes, item, seeded } from './sample';
import type { Item, Link } from './types';

const serves = (fromId: string, toId: string): Link => ({
  id: `${fromId}>${toId}`,
  fromId,
  toId,
  kind: 'serves',
  weight: 1,
  lag: 0,
});

function plan(items: Item[], links: Link[] = []): Mirror {
  const mirror = new Mirror();
  mirror.replace(changes({ items, links }));
  return mirror;
}

describe('what leads to an item', () => {
  const items = [item('v'), item('g', { parentId: 'v' }), item('s', { parentId: 'g' }), item('x')];

  test('is what it is, what stands below it, and what serves it by a link', () => {
    const leads = leadingTo(plan(items, [serves('x', 'g')]), ['v', 'g']);
    expect(items.map((one) => [...leads(one)].sort())).toEqual([
      ['v'],
      ['g', 'v'],
      ['g', 'v'],
      ['g', 'v'],
    ]);
  });

  test('is nothing by way of what is gone, nor of what waits', () => {
    const mirror = plan(items, [serves('x', 'gone'), { ...serves('x', 'g'), kind: 'after' }]);
    expect(items.filter(reaching(mirror, ['gone', 'g'])).map(({ id }) => id)).toEqual(['g', 's']);
  });

  test('is of the plan that it stands in', () => {
    const other = item('o', { planId: 'p2' });
    expect([...items, other].filter(inPlan('p2'))).toEqual([other]);
  });
});

/** Asks its way up again for each, and knows only where it has been on this way. */
function found(mirror: Mirror, id: string, ids: readonly string[], seen: string[] = []): string[] {
  const one = mirror.item(id);
  if (!one || seen.includes(id)) return [];
  const links = mirror.links.filter(({ fromId }) => fromId === id).map(({ toId }) => toId);
  const ups = [one.parentId, ...links].flatMap((up) => found(mirror, up, ids, [...seen, id]));
  return [...new Set([...(ids.includes(id) ? [id] : []), ...ups])].sort();
}

test('whatever goes round in circles of links is found from everywhere, in whichever order one asks', () => {
  const random = seeded(9);
  const below = (count: number) => Math.floor(random() * count);
  for (let round = 0; round < 300; round++) {
    const items = Array.from({ length: 9 }, (_, i) =>
      item(`i${i}`, { parentId: i > 0 && below(2) === 0 ? `i${below(i)}` : '' }),
    );
    const links = Array.from({ length: 8 }, () => serves(`i${below(9)}`, `i${below(9)}`));
    const mirror = plan(items, links);
    const ids = ['i2', 'i5', 'i8'];
    const leads = leadingTo(mirror, ids);
    for (const one of [...items].sort(() => random() - 0.5))
      expect([...leads(one)].sort()).toEqual(found(mirror, one.id, ids));
  }
});
