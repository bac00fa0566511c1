import { describe, expect, test } from 'vitest';
import { grouped, keysOf, VIEWS, viewOf } from './views';

describe('the views', () => {
  test('each have a name of their own, and the key of their place', () => {
    expect(new Set(VIEWS.map((view) => view.id)).size).toBe(VIEWS.length);
    expect(VIEWS.map(keysOf)).toEqual(VIEWS.map((_, i) => `Mod+${i + 1}`));
    expect(VIEWS.length).toBeLessThan(10);
  });

  test('stand in groups, and none is lost', () => {
    const [view] = VIEWS;
    const dream = { ...view!, id: 'balance', group: 'dream' as const };
    const groups = grouped([dream, ...VIEWS]);
    expect(groups.map(({ group }) => group)).toEqual(['dream', 'plan', 'look']);
    expect(groups[0]?.views[0]).toBe(dream);
    expect(groups[2]?.views.map(({ id }) => id)).toEqual(['desk']);
    expect(groups.flatMap(({ views }) => views)).toHaveLength(VIEWS.length + 1);
    const alone = grouped(VIEWS.filter(({ offered }) => !offered));
    expect(alone.map(({ group }) => group)).toEqual(['dream', 'plan']);
  });

  test('have the keys 1, 2, … from the top of the rail down', () => {
    const rail = grouped(VIEWS).flatMap(({ views }) => views);
    expect(rail.map(keysOf)).toEqual(rail.map((_, i) => `Mod+${i + 1}`));
  });

  test('open with the outline when the one that was open is gone', () => {
    expect(viewOf('carousel').id).toBe('outline');
  });
});
