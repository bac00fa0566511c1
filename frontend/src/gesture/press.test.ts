import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listenForPresses } from './press';

let surface: HTMLElement;
let said: string[];
let stop: () => void;
let willing: boolean;

interface Fire {
  button?: number;
  isPrimary?: boolean;
  pointerType?: string;
}

/** A pointer event as the page gets it; jsdom has none of its own. */
function fire(type: string, x: number, y: number, over: Fire = {}): void {
  const { button = 0, ...pointer } = over;
  const event = new MouseEvent(type, { clientX: x, clientY: y, button, bubbles: true });
  Object.assign(event, { pointerId: 1, isPrimary: true, pointerType: 'mouse', ...pointer });
  (type === 'pointerdown' ? surface : window).dispatchEvent(event);
}

beforeEach(() => {
  vi.useFakeTimers();
  surface = document.body.appendChild(document.createElement('div'));
  Object.assign(surface, {
    setPointerCapture: () => said.push('capture'),
    hasPointerCapture: () => false,
  });
  said = [];
  willing = true;
  stop = listenForPresses(surface, () => true, {
    start: () => (said.push('start'), willing),
    move: (point) => said.push(`move ${point.x},${point.y}`),
    drop: (point) => said.push(`drop ${point.x},${point.y}`),
    cancel: () => said.push('cancel'),
    tap: () => said.push('tap'),
    hold: () => said.push('hold'),
  });
});

afterEach(() => {
  stop();
  surface.remove();
  vi.useRealTimers();
});

describe('a press', () => {
  it('is a tap when it does not travel', () => {
    fire('pointerdown', 10, 10);
    fire('pointermove', 13, 12);
    fire('pointerup', 13, 12);
    expect(said).toEqual(['tap']);
  });

  it('is a drag from 5 px on, captured and dropped where it ends', () => {
    fire('pointerdown', 10, 10);
    fire('pointermove', 10, 15);
    fire('pointermove', 10, 40);
    fire('pointerup', 12, 44);
    expect(said).toEqual(['start', 'capture', 'move 10,15', 'move 10,40', 'drop 12,44']);
  });

  it('is nothing when the drag is refused', () => {
    willing = false;
    fire('pointerdown', 10, 10);
    fire('pointermove', 10, 40);
    fire('pointerup', 10, 40);
    expect(said).toEqual(['start']);
  });

  it('is cancelled by Esc, by the system and when the listener goes', () => {
    const end = [
      () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' })),
      () => fire('pointercancel', 0, 0),
      () => window.dispatchEvent(new Event('blur')),
      () => stop(),
    ];
    for (const how of end) {
      fire('pointerdown', 10, 10);
      fire('pointermove', 10, 40);
      how();
      fire('pointerup', 10, 40);
    }
    expect(said.filter((word) => word === 'cancel')).toHaveLength(end.length);
    expect(said.some((word) => word.startsWith('drop'))).toBe(false);
  });

  it('of a second button or finger is left alone', () => {
    fire('pointerdown', 10, 10, { button: 2 });
    fire('pointerdown', 10, 10, { isPrimary: false });
    fire('pointerup', 10, 10);
    expect(said).toEqual([]);
  });
});

describe('a finger on what it may drag at once', () => {
  it('drags without a rest', () => {
    stop();
    stop = listenForPresses(surface, () => true, {
      start: () => true,
      move: ({ x, y, shift }) => said.push(`move ${x},${y} ${shift}`),
      drop: ({ x, y }) => said.push(`drop ${x},${y}`),
      cancel: () => said.push('cancel'),
      tap: () => said.push('tap'),
      hold: () => said.push('hold'),
      atOnce: () => true,
    });
    fire('pointerdown', 10, 10, { pointerType: 'touch' });
    fire('pointermove', 10, 40, { pointerType: 'touch' });
    fire('pointerup', 10, 40, { pointerType: 'touch' });
    expect(said).toEqual(['capture', 'move 10,40 false', 'drop 10,40']);
  });
});

describe('a finger', () => {
  const finger = { pointerType: 'touch' };

  it('scrolls when it moves at once', () => {
    fire('pointerdown', 10, 10, finger);
    fire('pointermove', 10, 40, finger);
    fire('pointerup', 10, 40, finger);
    expect(said).toEqual([]);
  });

  it('drags after it has rested', () => {
    fire('pointerdown', 10, 10, finger);
    vi.advanceTimersByTime(500);
    fire('pointermove', 10, 40, finger);
    fire('pointerup', 10, 40, finger);
    expect(said).toEqual(['start', 'capture', 'move 10,40', 'drop 10,40']);
  });

  it('holds when it rests and is lifted again', () => {
    fire('pointerdown', 10, 10, finger);
    vi.advanceTimersByTime(500);
    fire('pointerup', 10, 10, finger);
    expect(said).toEqual(['hold']);
    const lifted = new Event('touchend', { bubbles: true, cancelable: true });
    surface.dispatchEvent(lifted);
    expect(lifted.defaultPrevented).toBe(true);
  });
});
