import { describe, expect, test } from 'vitest';
import { Mirror } from '../plan/mirror.svelte';
import { changes, item } from '../plan/sample';
import type { Item } from '../plan/types';
import '../text/english';
import { roadmapOf } from './roads';

const NOW = '2026-03-10';

function mapOf(...items: Item[]) {
  const mirror = new Mirror();
  const plans = [{ id: 'p1', name: 'A book', subject: 'me' as const, rank: 'a' }];
  const areas = [{ id: 'a1', name: 'Growth', hue: 'growth', rank: 'a' }];
  mirror.replace(changes({ plans, areas, items, show: 'p1' }));
  return roadmapOf(mirror, NOW);
}

const vision = (id: string, over: Partial<Item> = {}) => item(id, { kind: 'vision', ...over });
const goal = (id: string, over: Partial<Item> = {}) => item(id, { kind: 'goal', ...over });
const milestone = (id: string, over: Partial<Item> = {}) =>
  item(id, { kind: 'milestone', ...over });

describe('a road', () => {
  const road = (...items: Item[]) => mapOf(...items).stretches[0]?.roads[0];

  test('goes from what comes first below it to its own day, in the colour of its area', () => {
    const found = road(
      vision('v', { areaId: 'a1' }),
      goal('g', { parentId: 'v', due: '2026-09-30' }),
      item('s', { parentId: 'g', start: '2026-02-01', due: '2026-02-10', state: 'done' }),
      item('t', { parentId: 'g' }),
    );
    expect(found).toMatchObject({
      from: '2026-02-01',
      to: '2026-09-30',
      when: '30 Sep',
      area: 'Growth',
      hue: 'growth',
      share: 0.5,
      gates: [],
    });
  });

  test('without any other day begins today, and ends no earlier than its last milestone', () => {
    expect(road(goal('g', { due: '2026-05-01' }))).toMatchObject({ from: NOW, to: '2026-05-01' });
    expect(road(goal('g', { due: '2026-01-01' }))).toMatchObject({ from: '2026-01-01' });
    const late = milestone('m', { parentId: 'g', due: '2026-08-01' });
    expect(road(goal('g', { due: '2026-05-01' }), late)?.to).toBe('2026-08-01');
  });

  test('has its milestones in the order of their days, whatever they stand below', () => {
    const found = road(
      goal('g'),
      item('s', { parentId: 'g' }),
      milestone('late', { parentId: 's', due: '2026-06-01', state: 'done' }),
      milestone('early', { parentId: 'g', due: '2026-05-01' }),
    );
    expect(found?.gates.map(({ id, laid }) => [id, laid])).toEqual([
      ['early', false],
      ['late', true],
    ]);
  });

  test('and a milestone whose day is vague say so, and lie in the middle', () => {
    const spring = { start: '2026-03-01', due: '2026-05-31', dueKind: 'soft' as const };
    const found = road(goal('g', spring), milestone('m', { parentId: 'g', ...spring }));
    const vague = { start: spring.start, due: spring.due };
    expect(found).toMatchObject({ when: 'spring 2026', vague, to: '2026-05-31' });
    expect(found?.gates[0]).toMatchObject({ on: '2026-04-15', when: 'spring 2026', vague });
  });
});

test('each vision has the roads that lead to it; what leads to none comes last', () => {
  const { stretches } = mapOf(
    goal('alone', { due: '2026-04-01' }),
    vision('v', { title: 'A book', what: 'It is there. Per has one.', due: '2027-01-01' }),
    goal('g', { parentId: 'v', due: '2026-04-01' }),
    goal('h', { parentId: 'g', due: '2026-05-01' }),
    milestone('m', { parentId: 'v', due: '2026-06-01' }),
    vision('w', { title: 'Rest', what: 'Rest' }),
  );
  expect(
    stretches.map(({ destination, roads }) => [destination?.id, roads.map(({ id }) => id)]),
  ).toEqual([
    ['v', ['g', 'h', 'm-way']],
    ['w', []],
    [undefined, ['alone']],
  ]);
  expect(stretches[0]?.destination).toMatchObject({ sentence: 'It is there.', when: '1 Jan' });
  expect(stretches[1]?.destination?.sentence).toBe('');
});

test('what has no date is named; what is done, parked, let go or only an idea is not', () => {
  const map = mapOf(
    goal('g'),
    milestone('m', { parentId: 'g' }),
    goal('done', { state: 'done' }),
    goal('parked', { state: 'parked', due: '2026-04-01' }),
    goal('gone', { state: 'letgo', due: '2026-04-01' }),
    item('i', { kind: 'idea', due: '2026-04-01' }),
  );
  expect(map.undated.map(({ id }) => id)).toEqual(['m', 'g']);
  expect(map.stretches).toEqual([]);
});
