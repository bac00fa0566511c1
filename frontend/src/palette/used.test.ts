import { expect, test } from 'vitest';
import { remembered, using } from './used';

test('what is used comes first, once, and the oldest is forgotten', () => {
  const twelve = Array.from({ length: 12 }, (_, i) => String(i));
  expect(using(twelve, '3').slice(0, 3)).toEqual(['3', '0', '1']);
  expect(using(twelve, 'new')).toHaveLength(12);
});

test('what was kept is read again; what is not understood counts as nothing', () => {
  expect(remembered(JSON.stringify(['a', 'b']))).toEqual(['a', 'b']);
  expect(['', '{', '{"a":1}', '[1]'].map(remembered)).toEqual([[], [], [], []]);
});
