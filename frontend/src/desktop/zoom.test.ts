import { describe, expect, test } from 'vitest';
import { nextZoom, onZoomWheel } from './zoom';

describe('the size of text', () => {
  test.each([
    [100, 1, 110],
    [100, -1, 90],
    [115, 1, 125],
    [115, -1, 110],
    [200, 1, 200],
    [80, -1, 80],
  ] as const)('from %i in the direction %i goes to %i', (from, direction, to) => {
    expect(nextZoom(from, direction)).toBe(to);
  });
});

describe('a wheel', () => {
  const stop = (event: Event): void => event.preventDefault();

  function turn(...turns: WheelEventInit[]): { steps: number[]; kept: boolean[] } {
    const steps: number[] = [];
    const target = new EventTarget() as Window;
    onZoomWheel(target, (direction) => steps.push(direction));
    const kept = turns.map((init) =>
      target.dispatchEvent(new WheelEvent('wheel', { cancelable: true, ...init })),
    );
    return { steps, kept };
  }

  test('changes the size while Ctrl is held, away from the hand for larger', () => {
    const { steps, kept } = turn({ deltaY: -120, ctrlKey: true }, { deltaY: 120, ctrlKey: true });
    expect(steps).toEqual([1, -1]);
    expect(kept).toEqual([false, false]);
  });

  test('scrolls without Ctrl', () => {
    expect(turn({ deltaY: -120 })).toEqual({ steps: [], kept: [true] });
  });

  test('adds up small turns, and begins anew when it turns round', () => {
    const small = (deltaY: number) => ({ deltaY, ctrlKey: true });
    expect(turn(small(-25), small(-25), small(-25)).steps).toEqual([1]);
    expect(turn(small(-50), small(50), small(-50)).steps).toEqual([]);
  });

  test('is left to a view that zooms by itself', () => {
    const target = new EventTarget() as Window;
    const steps: number[] = [];
    target.addEventListener('wheel', stop);
    onZoomWheel(target, (direction) => steps.push(direction));
    target.dispatchEvent(new WheelEvent('wheel', { deltaY: 99, ctrlKey: true, cancelable: true }));
    expect(steps).toEqual([]);
  });
});
