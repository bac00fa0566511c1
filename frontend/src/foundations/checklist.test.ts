import { expect, test } from 'vitest';
import { bodies, click } from '../house';
import { onTheGround, text } from './house';

onTheGround();

test('the checklist can be put away and never asks again', async () => {
  expect(text()).toContain('Its picture');
  await click('Go without');
  expect(bodies('foundation')).toEqual([{ skipped: true }]);
  expect(text()).not.toContain('Its picture');
  await click('Show what a plan can stand on');
  expect(text()).toContain('Its picture');
});
