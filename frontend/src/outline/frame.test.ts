import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { Hand } from '../plan/hand.svelte';
import { Drafts } from '../tree/drafts.svelte';
import { Frame } from './frame.svelte';
import { sketch } from '../tree/sketch';
import { View } from './view.svelte';

/** A hundred steps, each 32 px high, seen through a window of 320 px. */
function window320(): { frame: Frame; view: View } {
  const lines = Array.from({ length: 100 }, (_, i) => `s${String(i).padStart(2, '0')}`);
  const plan = sketch(lines.join('\n'));
  const drafts = new Drafts(
    plan,
    () => 'p1',
    async () => undefined,
    () => undefined,
  );
  const view = new View(drafts, new Hand(), () => new Set());
  const frame = new Frame(view, (id) => drafts.key(id));
  frame.resize(800, 320, 16);
  frame.measured(view.rows.map((row) => [row.id, 32]));
  return { frame, view };
}

const ids = (frame: Frame) => frame.placed.map(({ row }) => row.id);

describe('the frame', () => {
  it('holds the rows in sight, some around them, and the active one wherever it is', () => {
    const { frame, view } = window320();
    view.pick('s99');
    frame.scrolled(0);
    expect(ids(frame).length).toBeLessThan(40);
    expect(ids(frame)[0]).toBe('s00');
    expect(ids(frame).at(-1)).toBe('s99');
  });

  it('asks for its rows to be measured again when it gets another width', () => {
    const { frame } = window320();
    expect(frame.resize(800, 500, 16)).toBe(false);
    expect(frame.resize(600, 500, 16)).toBe(true);
  });

  it('keeps in place what one looks at when a row above it grows', () => {
    const { frame } = window320();
    frame.scrolled(at(frame, 's50') + 10);
    const before = frame.top - at(frame, 's50');
    frame.measured([['s10', 132]]);
    flushSync();
    expect(frame.settle() - at(frame, 's50')).toBe(before);
  });

  it('keeps a row in place that it was told to hold', () => {
    const { frame, view } = window320();
    frame.scrolled(at(frame, 's50'));
    const before = frame.top - at(frame, 's55');
    frame.hold('s55');
    frame.measured([['s52', 132]]);
    expect(frame.settle() - at(frame, 's55')).toBe(before);
    expect(view.active).toBe('s00');
  });

  it('brings a row into sight with a little around it, and not beyond the end', () => {
    const { frame } = window320();
    frame.show('s20');
    const top = frame.settle();
    expect(at(frame, 's20')).toBeGreaterThan(top);
    expect(at(frame, 's21')).toBeLessThan(top + 320);
    frame.show('s99');
    expect(frame.settle()).toBeLessThanOrEqual(frame.total + 48 - 320);
  });
});

function at(frame: Frame, id: string): number {
  return frame.offsets[frame.view.at(id)] ?? NaN;
}
