import { over } from './ui/over';

// For tests: jsdom lays nothing out. Here everything is as large as a window of
// 800 × 600 px, but no height is ever measured, and the system is light.

/** Tells of what is observed once, right away. */
class Sizes implements ResizeObserver {
  readonly #tell: ResizeObserverCallback;
  readonly #observed = new Set<Element>();

  constructor(tell: ResizeObserverCallback) {
    this.#tell = tell;
  }

  observe(target: Element): void {
    this.#observed.add(target);
    queueMicrotask(() => {
      if (this.#observed.has(target)) this.#tell([entryOf(target)], this);
    });
  }

  unobserve(target: Element): void {
    this.#observed.delete(target);
  }

  disconnect(): void {
    this.#observed.clear();
  }
}

function entryOf(target: Element): ResizeObserverEntry {
  const contentRect = target.getBoundingClientRect();
  return {
    target,
    contentRect,
    borderBoxSize: [],
    contentBoxSize: [],
    devicePixelContentBoxSize: [],
  };
}

// Some tests have no page at all.
if (typeof HTMLElement !== 'undefined') {
  await over(); // a menu opens as quickly as in the program
  globalThis.ResizeObserver = Sizes;
  globalThis.matchMedia = (media) =>
    Object.assign(new EventTarget(), { matches: false, media }) as MediaQueryList;
  Object.defineProperties(HTMLElement.prototype, {
    clientWidth: { configurable: true, value: 800 },
    clientHeight: { configurable: true, value: 600 },
  });
}
