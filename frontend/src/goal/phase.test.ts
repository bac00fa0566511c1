import { expect, test } from 'vitest';
import { Mirror } from '../plan/mirror.svelte';
import { changes, item } from '../plan/sample';
import type { Item } from '../plan/types';
import { phaseOf } from './phase';

function phase(below: Item[], over: Partial<Item> = {}): string {
  const goal = item('g', { kind: 'goal', ...over });
  const mirror = new Mirror();
  const plans = [{ id: 'p1', name: '', subject: 'me', rank: 'a' } as const];
  mirror.replace(changes({ plans, items: [goal, ...below] }));
  return phaseOf(mirror, goal);
}

test('a goal goes from deciding to planning, to acting, to reviewing', () => {
  const decision = item('d', { kind: 'decision', parentId: 'g' });
  const step = (over: Partial<Item>) => item('s', { parentId: 'g', ...over });
  expect(phase([])).toBe('planning');
  expect(phase([decision])).toBe('deciding');
  expect(phase([decision, step({})])).toBe('deciding');
  expect(phase([decision, step({ state: 'doing' })])).toBe('acting');
  expect(phase([{ ...decision, state: 'done' }, step({})])).toBe('acting');
  expect(phase([step({ state: 'done' })])).toBe('reviewing');
  expect(phase([step({ state: 'parked' })])).toBe('planning');
  expect(phase([step({})], { state: 'done' })).toBe('reviewing');
});
