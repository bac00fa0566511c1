import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Mirror } from '../plan/mirror.svelte';
import '../text/english';
import { drawPiece } from './drawing';
import { newPiece } from './newpieces';

const WIDE = 90;
const title = { words: 'A manuscript', x: 0, base: 30, voice: 'title', size: 20 } as const;
const facts = { words: '46 %, 11 of 24', x: 0, base: 60, voice: 'meta', size: 14 } as const;

beforeEach(() => {
  vi.stubGlobal(
    'Path2D',
    class {
      roundRect(): void {
        // nothing is drawn here
      }
    },
  );
});

/** The words that are written on a card of the plan. */
function written(dreams: boolean): string[] {
  const words: string[] = [];
  const own: Record<string, unknown> = {
    measureText: () => ({ width: WIDE }),
    fillText: (one: string) => void words.push(one),
  };
  const context = new Proxy(own, {
    get: (known, name: string) => known[name] ?? (() => undefined),
    set: () => true,
  });
  const place = { x: 0, y: 0, w: 200, h: 80, angle: 0 };
  const lines = [title, facts].map((line) => ({ ...line, quiet: false, width: WIDE }));
  const hung = {
    piece: newPiece('card', place, {}),
    place,
    setting: { lines, high: 80, below: 0 },
  };
  const black = () => 'black';
  const easel = {
    mirror: new Mirror(),
    colours: { of: black, ink: black, onInk: black },
    type: { sans: 'sans-serif', serif: 'serif' },
    day: '2026-03-13',
    dreams,
  };
  drawPiece(context as never, hung as never, 1, easel as never);
  return words;
}

describe('a card on a poster', () => {
  test('tells how it is going only where that is asked for', () => {
    expect(written(false)).toEqual(['A manuscript', '46 %, 11 of 24']);
    expect(written(true)).toEqual(['A manuscript']);
  });
});
