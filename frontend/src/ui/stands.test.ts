import { expect, test } from 'vitest';
import { item } from '../plan/sample';
import { LAYERS, standsOn } from './stands';

const ids = (count: number) => Array.from({ length: count }, (_, i) => item('p' + i));

test('the item lies on top, its vision at the bottom', () => {
  const path = [item('vision'), item('goal'), item('milestone')];
  const stones = standsOn(item('step'), path).map((stone) => stone.id);
  expect(stones).toEqual(['step', 'milestone', 'goal', 'vision']);
});

test('what stands below nothing stands alone', () => {
  expect(standsOn(item('step'), [])).toHaveLength(1);
});

test('a long path keeps the item and what lies lowest', () => {
  const stones = standsOn(item('step'), ids(20)).map((stone) => stone.id);
  expect(stones).toHaveLength(LAYERS);
  expect(stones[0]).toBe('step');
  expect(stones.at(-1)).toBe('p0');
});

test('the value that is named carries all of it, and takes one of the layers', () => {
  const stones = standsOn(item('step'), ids(20), 'Courage');
  expect(stones).toHaveLength(LAYERS);
  expect(stones.at(-1)).toEqual({ id: 'value', value: 'Courage' });
  expect(stones.at(-2)?.id).toBe('p0');
});
