import { beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeBridge } from '../bridge/fake';
import { changes } from '../plan/sample';
import { Coming } from './coming.svelte';
import { hearFiles } from './falling';

describe('files that come to the page', () => {
  let page: Document;
  let coming: Coming;
  let brought: unknown[];
  let windowed: boolean;

  beforeEach(() => {
    page = document.implementation.createHTMLDocument();
    coming = new Coming(new FakeBridge(changes({})), () => undefined);
    brought = [];
    vi.spyOn(coming, 'bring').mockImplementation((what) => {
      brought.push(what);
      return Promise.resolve([]);
    });
    windowed = false;
    hearFiles(page, coming, () => windowed);
  });

  const file = new File(['x'], 'ferry.jpg');

  function fire(type: string, kinds: string[], files: File[]): boolean {
    const data = { types: kinds, files, dropEffect: '' };
    const event = new Event(type, { bubbles: true, cancelable: true });
    const named = type === 'paste' ? { clipboardData: data } : { dataTransfer: data };
    return page.body.dispatchEvent(Object.assign(event, named, { clientX: 4, clientY: 5 }));
  }

  test('are left alone while nobody takes them', () => {
    expect(fire('paste', ['Files'], [file])).toBe(true);
    fire('drop', ['Files'], [file]);
    expect(brought).toEqual([]);
  });

  test('come in where somebody does, pasted or dropped', () => {
    coming.receive(() => undefined);
    expect(fire('paste', ['Files'], [file])).toBe(false);
    fire('drop', ['Files'], [file]);
    expect(brought).toEqual([[file], [file]]);
  });

  test('words that bring a picture of themselves are words', () => {
    coming.receive(() => undefined);
    expect(fire('paste', ['text/plain', 'Files'], [file])).toBe(true);
    expect(brought).toEqual([]);
  });

  test('in a window of our own the drop is heard by that, and not twice', () => {
    coming.receive(() => undefined);
    windowed = true;
    fire('drop', ['Files'], [file]);
    expect(brought).toEqual([]);
  });
});
