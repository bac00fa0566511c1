import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepPlace } from './place';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the place of the window is kept once it rests, however often it was resized', () => {
  const page = new EventTarget() as Window;
  const keep = vi.fn(async () => undefined);
  keepPlace(page, keep);
  for (let i = 0; i < 20; i++) page.dispatchEvent(new Event('resize'));
  expect(keep).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(keep).toHaveBeenCalledOnce();
  page.dispatchEvent(new Event('blur'));
  vi.runAllTimers();
  expect(keep).toHaveBeenCalledTimes(2);
});
