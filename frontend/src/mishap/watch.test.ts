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

/** An error that was thrown at the first of these places, which the next one called. */
function thrownAt(...places: string[]): Error {
  const error = new TypeError('lost');
  error.stack = ['TypeError: lost', ...places.map((place) => `    at run (${place})`)].join('\n');
  return error;
}

test('what Wails stumbles over by itself breaks nothing; what it calls of ours does', () => {
  const { page, seen } = watched();
  const [its, ours] = [
    'wails://wails/wails/ipc.js:32:26544',
    'wails://wails/assets/index-B1.js:1:2',
  ];
  const called = thrownAt(ours, its);
  for (const error of [thrownAt(its), thrownAt('http://127.0.0.1:1/wails/runtime.js:1:2'), called])
    page.dispatchEvent(new ErrorEvent('error', { error }));
  expect(seen).toEqual([called]);
});

test('what the browser refuses or remarks breaks nothing', () => {
  const { page, seen } = watched();
  page.dispatchEvent(new ErrorEvent('error', { message: 'ResizeObserver loop limit exceeded' }));
  page.dispatchEvent(rejection(new DOMException('no', 'NotAllowedError')));
  expect(seen).toEqual([]);
});
