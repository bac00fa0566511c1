import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listenForRoaming } from './roam';

let surface: HTMLElement;
let told: string[];
let busy: boolean;
let stop: () => void;

beforeEach(() => {
  surface = document.body.appendChild(document.createElement('div'));
  told = [];
  busy = false;
  stop = listenForRoaming(surface, {
    grabs: (event) => event.button === 0,
    busy: () => busy,
    move: (dx, dy) => told.push(`move ${String(dx)} ${String(dy)}`),
    zoom: (factor, at) => told.push(`zoom ${factor.toFixed(2)} at ${String(at.x)} ${String(at.y)}`),
  });
});

afterEach(() => {
  stop();
  surface.remove();
});

function point(type: string, x: number, y: number, pointerId = 1, pointerType = 'mouse'): void {
  const event = new MouseEvent(type, { clientX: x, clientY: y, bubbles: true });
  Object.assign(event, { pointerId, pointerType });
  (type === 'pointerdown' ? surface : window).dispatchEvent(event);
}

describe('moving about', () => {
  it('follows the mouse that holds the ground, once it has travelled', () => {
    point('pointerdown', 100, 100);
    point('pointermove', 102, 100);
    point('pointermove', 120, 110);
    point('pointerup', 120, 110);
    point('pointermove', 200, 200);
    expect(told).toEqual(['move 18 10']);
  });

  it('zooms between two fingers', () => {
    point('pointerdown', 100, 100, 1, 'touch');
    point('pointerdown', 200, 100, 2, 'touch');
    point('pointermove', 300, 100, 2, 'touch');
    expect(told).toEqual(['zoom 2.00 at 200 100', 'move 50 0']);
  });

  it('keeps still while something is dragged', () => {
    point('pointerdown', 100, 100, 1, 'touch');
    busy = true;
    point('pointermove', 200, 100, 1, 'touch');
    busy = false;
    point('pointermove', 300, 100, 1, 'touch');
    expect(told).toEqual([]);
  });

  it.each([
    ['moves with the wheel', { deltaX: 3, deltaY: 40 }, 'move -3 -40'],
    ['moves across with Shift', { deltaY: 40, shiftKey: true }, 'move -40 0'],
    ['counts lines where the wheel does', { deltaY: 2, deltaMode: 1 }, 'move 0 -48'],
    ['leads nearer with Ctrl', { deltaY: -100, ctrlKey: true }, 'zoom 1.25 at 7 9'],
  ])('%s', (_, init, said) => {
    const event = new WheelEvent('wheel', { clientX: 7, clientY: 9, cancelable: true, ...init });
    surface.dispatchEvent(event);
    expect(told.map((one) => one.replace('-0', '0'))).toEqual([said]);
    expect(event.defaultPrevented).toBe(true);
  });
});
