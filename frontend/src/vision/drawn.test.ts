import { describe, expect, test, vi } from 'vitest';
import { lightOf } from '../drawing/colours';
import type { Edge } from '../pictures/url';
import { Album } from './album';
import { freeSpot } from './free';
import { Colours, isStrong } from './inks';
import { endsOf, gripOf, lineBetween, pulled, tiedLine } from './lines';
import { readMemory, writeMemory } from './memory';
import { newPiece } from './newpieces';
import { measuresOf } from './poster';
import { Scene, type Held, type Stage } from './scene';
import { between, lookingAt, stopsOf } from './showing';

const SIZE = { width: 200, height: 100 };

/** A canvas that only notes what is done to it. */
function noted() {
  const said: string[] = [];
  const canvas = document.createElement('canvas');
  const context = new Proxy({ canvas } as Record<string, unknown>, {
    get: (own, name: string) =>
      name in own ? own[name] : (...args: unknown[]) => void said.push(`${name} ${args.join()}`),
    set: () => true,
  });
  vi.spyOn(canvas, 'getContext').mockReturnValue(context as never);
  return { said, canvas };
}

function scene() {
  const [raster, hand] = [noted(), noted()];
  const window = document.createElement('div');
  window.append(raster.canvas);
  vi.spyOn(document, 'createElement').mockReturnValueOnce(hand.canvas);
  const parts: string[] = [];
  let held: Held | null = null;
  const stage: Stage = {
    draw: (_, { left, top, right, foot }, scale) =>
      parts.push([left, top, right, foot, scale].map((n) => Math.round(n * 100) / 100).join()),
    held: () => held,
    drawHeld: () => parts.push('held'),
  };
  const again = vi.fn();
  const on = new Scene(raster.canvas, stage, again);
  const show = (x: number, y: number, s = 1) => {
    parts.length = raster.said.length = 0;
    on.show({ x, y, s }, SIZE, 1);
    return parts;
  };
  const hold = (box: Held['box'], look: string) => (held = { box, look });
  const release = () => (held = null);
  const laid = ({ canvas }: typeof raster) => canvas.style.transform;
  return { on, show, hold, release, laid, raster, hand, again, window };
}

describe('a scene', () => {
  test('draws all once, a little more than the window, and nothing while nothing changes', () => {
    const { show, laid, raster } = scene();
    expect(show(0, 0)).toEqual(['-128,-128,328,228,1']);
    expect(laid(raster)).toBe('translate(-128px, -128px) scale(1)');
    expect(show(0, 0)).toEqual([]);
  });

  test('is moved as it is, and draws what comes in at the edge alone', () => {
    const { show, laid, raster } = scene();
    show(0, 0);
    expect(show(30, 0)).toEqual([]);
    expect(laid(raster)).toBe('translate(-98px, -128px) scale(1)');
    expect(show(130, 0)).toEqual(['-258,-128,-128,228,1']);
    expect(raster.said.some((one) => one.startsWith('drawImage'))).toBe(true);
    expect(laid(raster)).toBe('translate(-128px, -128px) scale(1)');
    expect(show(130, -129)).toEqual(['-258,228,198,357,1']);
  });

  test('is scaled as it is, and drawn sharp when the eye rests', () => {
    vi.useFakeTimers();
    const { show, again, laid, raster } = scene();
    show(0, 0);
    expect(show(10, 0, 1.2)).toEqual([]);
    expect(laid(raster)).toBe('translate(-143.6px, -153.6px) scale(1.2)');
    vi.advanceTimersByTime(100);
    expect(again).toHaveBeenCalled();
    expect(show(0, 0, 1.2)).toEqual(['-106.67,-106.67,273.33,190,1.2']);
    expect(show(0, 0, 2.4)).toEqual(['-53.33,-53.33,136.67,95,2.4']);
    vi.useRealTimers();
  });

  test('draws what is in the hand once, and then only moves it', () => {
    const { show, hold, laid, hand, on } = scene();
    show(0, 0);
    hold({ left: 10, top: 20, right: 60, foot: 50 }, 'a');
    expect(show(0, 0)).toEqual(['held']);
    expect(laid(hand)).toBe('translate(10px, 20px) scale(1)');
    expect([hand.canvas.width, hand.canvas.height, hand.canvas.hidden]).toEqual([50, 30, false]);
    hold({ left: 15, top: 20, right: 65, foot: 50 }, 'a');
    expect(show(0, 0)).toEqual([]);
    expect(laid(hand)).toBe('translate(15px, 20px) scale(1)');
    hold({ left: 15, top: 20, right: 65, foot: 50 }, 'turned');
    expect(show(0, 0)).toEqual(['held']);
    on.touch({ left: 0, top: 0, right: 1, foot: 1 });
    expect(show(0, 0)).toEqual(['-2,-2,3,3,1', 'held']);
  });

  test('of what is larger than the window draws what one sees', () => {
    const { show, hold, hand } = scene();
    hold({ left: -900, top: 0, right: 900, foot: 50 }, 'a');
    show(0, 0);
    expect([hand.canvas.width, hand.canvas.height]).toEqual([200, 100]);
    expect(show(0, 0)).toEqual(['held']);
  });

  test('mends only where something has changed, and only in sight', () => {
    const { on, show } = scene();
    show(0, 0);
    on.touch({ left: 10, top: 10, right: 20, foot: 20 });
    on.touch({ left: 900, top: 10, right: 920, foot: 20 });
    expect(show(0, 0)).toEqual(['8,8,22,22,1']);
  });

  test('draws pictures that come once the hand has let go', () => {
    const { on, show, hold, release } = scene();
    show(0, 0);
    hold({ left: 10, top: 20, right: 60, foot: 50 }, 'a');
    on.came({ left: 10, top: 10, right: 20, foot: 20 });
    expect(show(0, 0)).toEqual(['held']);
    release();
    expect(show(0, 0)).toEqual(['8,8,22,22,1']);
  });

  test('draws pictures that come as time allows, and goes on in the next frame', () => {
    const { on, show, again } = scene();
    show(0, 0);
    const clock = vi.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValue(100);
    for (const left of [10, 30]) on.came({ left, top: 10, right: left + 10, foot: 20 });
    expect(show(0, 0)).toEqual(['8,8,22,22,1']);
    expect(again).toHaveBeenCalled();
    expect(show(0, 0)).toEqual(['28,8,42,22,1']);
    clock.mockRestore();
  });

  test('leaves nothing of the hand behind when it ends', () => {
    const { on, window } = scene();
    expect(window.children).toHaveLength(2);
    on.end();
    expect(window.children).toHaveLength(1);
  });
});

describe('the album', () => {
  const here = (all: readonly string[]) => {
    const asked: string[] = [];
    const came = vi.fn();
    const album = new Album((hash, edge) => `${hash}/${String(edge)}`, came);
    vi.spyOn(album, 'fetch').mockImplementation((hash: string, edge: Edge) => {
      asked.push(`${hash}/${String(edge)}`);
      const found = all.includes(`${hash}/${String(edge)}`);
      return Promise.resolve(found ? new Image() : null);
    });
    return { album, asked, came };
  };

  test('fetches the smallest first, gives the best that is here, and asks once', async () => {
    const { album, asked, came } = here(['a/480', 'a/1200']);
    expect(album.get('a', 1200)).toBeNull();
    await vi.waitFor(() => expect(came).toHaveBeenCalledTimes(2));
    expect(album.get('a', 1200)).toBeInstanceOf(Image);
    expect(album.get('a', 480)).toBeInstanceOf(Image);
    expect(asked.sort()).toEqual(['a/1200', 'a/480']);
  });

  test('lets go of large pictures that nobody has looked at for long', async () => {
    const hashes = Array.from({ length: 30 }, (_, i) => `h${String(i)}`);
    const { album, came } = here(hashes.map((hash) => `${hash}/1200`));
    for (const hash of hashes) album.get(hash, 1200);
    await vi.waitFor(() => expect(came).toHaveBeenCalledTimes(30));
    album.trim();
    expect(album.get('h29', 1200)).not.toBeNull();
    expect(album.get('h0', 1200)).toBeNull();
  });
});

describe('a poster', () => {
  const bounds = { left: 0, top: 0, right: 1600, foot: 1000 };

  test.each([
    ['4k', 3840, undefined],
    ['8k', 7680, undefined],
    ['a4', 2339, 1654],
    ['a2', 4677, 3307],
    ['screen', 1920, 1080],
  ] as const)('as %s has its points, and all of the board on it', (size, width, height) => {
    const found = measuresOf(bounds, size, { width: 1920, height: 1080 });
    expect(found.width).toBe(width);
    if (height !== undefined) expect(found.height).toBe(height);
    expect(found.part.left).toBeLessThan(0);
    expect(found.part.right).toBeGreaterThan(1600);
    expect(found.part.foot).toBeGreaterThan(1000);
  });
});

describe('a presentation', () => {
  test('passes by what is only there for others', () => {
    const order = [
      { id: 'a', kind: 'picture' },
      { id: 'b', kind: 'line' },
      { id: 'c', kind: 'wake' },
      { id: 'd', kind: 'quote' },
    ] as const;
    expect(stopsOf(order).map(({ id }) => id)).toEqual(['a', 'd']);
  });

  test('looks at a piece whole, and not blown up', () => {
    const { s } = lookingAt({ left: 0, top: 0, right: 10, foot: 10 }, SIZE);
    expect(s).toBeLessThanOrEqual(2.4);
    const wide = lookingAt({ left: 0, top: 0, right: 4000, foot: 100 }, SIZE);
    expect(4000 * wide.s).toBeLessThan(SIZE.width);
  });

  test('begins and ends where it should', () => {
    const [a, b] = [
      { x: 0, y: 0, s: 1 },
      { x: -300, y: 40, s: 2 },
    ];
    expect(between(a, b, 0, SIZE)).toEqual(a);
    const end = between(a, b, 1, SIZE);
    expect(end.x).toBeCloseTo(b.x);
    expect(end.s).toBeCloseTo(b.s);
  });
});

describe('pieces', () => {
  test('new ones go where there is room, as near as possible', () => {
    const taken = { left: -50, top: -50, right: 50, foot: 50 };
    const meets = (box: typeof taken) =>
      box.left < taken.right &&
      box.right > taken.left &&
      box.top < taken.foot &&
      box.foot > taken.top;
    expect(freeSpot({ x: 0, y: 0 }, 40, 40, () => false)).toEqual({ x: 0, y: 0 });
    const { x, y } = freeSpot({ x: 0, y: 0 }, 40, 40, meets)!;
    expect(Math.max(Math.abs(x), Math.abs(y))).toBe(96);
    expect(freeSpot({ x: 0, y: 0 }, 40, 40, () => true)).toBeNull();
  });

  test('a line follows what it leads from and to', () => {
    const places = {
      a: { x: 0, y: 0, w: 100, h: 100, angle: 0 },
      b: { x: 300, y: 0, w: 100, h: 100, angle: 0 },
    };
    const line = newPiece('line', lineBetween(0, 0, 9, 9), { fromId: 'a', toId: 'b' });
    const lies = tiedLine(line, (id) => places[id as 'a']);
    expect(lies?.angle).toBe(0);
    expect(lies?.x).toBeCloseTo(106);
    expect(lies?.w).toBeCloseTo(188);
    expect(
      tiedLine(newPiece('line', lineBetween(0, 0, 9, 9), {}), (id) => places[id as 'a']),
    ).toBeNull();
  });

  test.each([200, 40, 16, 4, 0, -20])(
    'a line between two that lie %d apart is long enough to be seen, and is held apart from them',
    (gap) => {
      const a = { x: 0, y: 0, w: 100, h: 100, angle: 0 };
      const b = { x: 100 + gap, y: 0, w: 100, h: 100, angle: 0 };
      const line = newPiece('line', lineBetween(0, 0, 9, 9), { fromId: 'a', toId: 'b' });
      const lies = tiedLine(line, (id) => (id === 'a' ? a : b))!;
      expect(lies.angle).toBe(0);
      expect(lies.w).toBeGreaterThanOrEqual(32);
      expect(lies.x + lies.w / 2).toBeCloseTo(100 + gap / 2);
      const [from, to] = [gripOf(lies, 'fromId', 1), gripOf(lies, 'toId', 1)];
      expect(Math.hypot(from.x - to.x, from.y - to.y)).toBeGreaterThanOrEqual(40);
    },
  );

  test('a line between two that lie on each other still has a length', () => {
    const a = { x: 0, y: 0, w: 100, h: 100, angle: 0 };
    const line = newPiece('line', lineBetween(0, 0, 9, 9), { fromId: 'a', toId: 'b' });
    expect(tiedLine(line, () => a)?.w).toBeCloseTo(32);
  });

  test('a line that is tied at one end goes from there to where its other end lies', () => {
    const a = { x: 0, y: 0, w: 100, h: 100, angle: 0 };
    const line = newPiece('line', lineBetween(0, 0, 300, 50), { fromId: 'a' });
    const lies = tiedLine(line, (id) => (id === 'a' ? a : undefined));
    const ends = endsOf(lies!);
    expect(ends.fromId).toEqual({ x: expect.closeTo(106), y: expect.closeTo(50) });
    expect(ends.toId).toEqual({ x: expect.closeTo(300), y: expect.closeTo(50) });
  });

  test('one end of a line is pulled, the other stays', () => {
    const line = lineBetween(0, 0, 100, 0);
    const ends = endsOf(pulled(line, 'toId', { x: 80, y: 70 }, false));
    expect(ends.fromId).toEqual({ x: expect.closeTo(0), y: expect.closeTo(0) });
    expect(ends.toId).toEqual({ x: expect.closeTo(80), y: expect.closeTo(70) });
    const whole = pulled(line, 'fromId', { x: 98, y: -60 }, true);
    expect(whole.angle).toBe(90);
    const { x, y } = endsOf(whole).toId;
    expect([x, y]).toEqual([expect.closeTo(100), expect.closeTo(0)]);
  });

  test.each([
    ['sea', true],
    ['sand', false],
    ['#102030', true],
    ['#f0e8c0', false],
  ])('words on %s are light: %s', (ink, strong) => {
    expect(isStrong(ink)).toBe(strong);
  });

  test('the colours of a poster are those of the light page', () => {
    document.documentElement.dataset['theme'] = 'dark';
    const colours = Colours.inLight();
    colours.layOn('');
    expect(colours.ground).toBe(lightOf('page'));
    expect(colours.of('fold')).toMatch(/^oklch\(0\.885 /);
    expect(colours.ink('ink')).toMatch(/^oklch\(0\.\d+ /);
    expect(colours.bare()).toBe(lightOf('ink'));
    delete document.documentElement.dataset['theme'];
  });

  test('how a board stood is known the next time', () => {
    const memory = { board: 'b', active: 'x', camera: { x: 1, y: 2, s: 0.5 } };
    expect(readMemory(writeMemory(memory))).toEqual(memory);
    expect(readMemory('nonsense')).toEqual({ board: '', active: '', camera: null });
  });
});
