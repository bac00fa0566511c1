import { expect, test } from 'vitest';
import { watch } from './watch';

function watched(): { page: EventTarget; seen: unknown[] } {
  const page = new EventTarget();
  const seen: unknown[] = [];
  watch(page, (thrown) => seen.push(thrown));
  return { page, seen };
}

function rejection(reason: unknown): Event {
  return Object.assign(new Event('unhandledrejection'), { reason });
}

test('an error that nobody caught is told, thrown or in a promise', () => {
  const { page, seen } = watched();
  const [thrown, promised] = [new Error('thrown'), new Error('promised')];
  page.dispatchEvent(new ErrorEvent('error', { error: thrown }));
  page.dispatchEvent(rejection(promised));
  expect(seen).toEqual([thrown, promised]);
});

test('what the browser refuses or remarks, and a slip of Wails, break nothing', () => {
  const { page, seen } = watched();
  page.dispatchEvent(new ErrorEvent('error', { message: 'ResizeObserver loop limit exceeded' }));
  page.dispatchEvent(rejection(new DOMException('no', 'NotAllowedError')));
  const [filename, error] = ['http://127.0.0.1/wails/ipc.js', new TypeError('theirs')];
  page.dispatchEvent(new ErrorEvent('error', { filename, error }));
  expect(seen).toEqual([]);
});
