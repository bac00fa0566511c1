import { describe, expect, test } from 'vitest';
import { grouped, keysOf, VIEWS, viewOf } from './views';

/** The digits, and for the one that is only there for who sits beside others the last with Shift. */
const KEYS = [...Array.from({ length: 9 }, (_, i) => `Mod+${i + 1}`), 'Mod+Shift+9'];

describe('the views', () => {
  test('each have a name of their own, and the key of their place', () => {
    expect(new Set(VIEWS.map((view) => view.id)).size).toBe(VIEWS.length);
    expect(VIEWS.map(keysOf)).toEqual(KEYS);
  });

  test('stand in groups, and none is lost', () => {
    const [view] = VIEWS;
    const dream = { ...view!, id: 'stream', group: 'dream' as const };
    const groups = grouped([dream, ...VIEWS]);
    expect(groups.map(({ group }) => group)).toEqual(['dream', 'plan', 'look']);
    expect(groups[0]?.views[0]).toBe(dream);
    expect(groups[2]?.views.map(({ id }) => id)).toEqual(['balance', 'desk']);
    expect(groups.flatMap(({ views }) => views)).toHaveLength(VIEWS.length + 1);
    const alone = grouped(VIEWS.filter(({ offered }) => !offered));
    expect(alone.map(({ group }) => group)).toEqual(['dream', 'plan', 'look']);
  });

  test('have the keys 1, 2, … from the top of the rail down', () => {
    const rail = grouped(VIEWS).flatMap(({ views }) => views);
    expect(rail.map(keysOf)).toEqual(KEYS);
  });

  test('open with the outline when the one that was open is gone', () => {
    expect(viewOf('carousel').id).toBe('outline');
  });
});
