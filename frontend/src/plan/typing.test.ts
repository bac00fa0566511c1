import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { flushTyping, flushWhenHidden, REST_MS, Typing } from './typing';

describe('typing', () => {
  let saved: [string, string][] = [];
  const save = async (text: string, edit: string) => void saved.push([text, edit]);

  beforeEach(() => {
    saved = [];
    vi.useFakeTimers();
  });
  afterEach(() => vi.useRealTimers());

  test('is saved when the hand has rested, and only what stands there then', () => {
    const typing = new Typing(save);
    typing.type('C');
    vi.advanceTimersByTime(REST_MS - 1);
    typing.type('Ca');
    vi.advanceTimersByTime(REST_MS - 1);
    expect(saved).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(saved).toEqual([['Ca', typing.edit]]);
  });

  test('carries one token per visit and another on the next', async () => {
    const first = new Typing(save);
    first.type('a');
    await first.flush();
    first.type('b');
    await first.flush();
    expect(new Set(saved.map(([, edit]) => edit)).size).toBe(1);
    expect(new Typing(save).edit).not.toBe(first.edit);
  });

  test('is saved at once on leaving, and not again after', async () => {
    const typing = new Typing(save);
    typing.type('Call Per');
    await typing.flush();
    vi.advanceTimersByTime(REST_MS);
    expect(saved).toHaveLength(1);
  });

  test('that is on its way is waited for by whoever wants all of it saved', async () => {
    let land: () => void = () => undefined;
    const typing = new Typing(() => new Promise<void>((resolve) => (land = resolve)));
    typing.type('Call Per');
    void typing.flush();
    let all = false;
    const saved = flushTyping().then(() => (all = true));
    for (let i = 0; i < 10; i++) await Promise.resolve();
    expect(all).toBe(false);
    land();
    await saved;
  });

  test('is not saved when it is dropped', () => {
    const typing = new Typing(save);
    typing.type('never mind');
    typing.drop();
    vi.advanceTimersByTime(REST_MS);
    expect(saved).toEqual([]);
  });

  test('is saved when the window hides or closes', () => {
    flushWhenHidden();
    new Typing(save).type('one');
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    expect(saved.map(([text]) => text)).toEqual(['one']);
    new Typing(save).type('two');
    window.dispatchEvent(new Event('pagehide'));
    expect(saved.map(([text]) => text)).toEqual(['one', 'two']);
  });
});
