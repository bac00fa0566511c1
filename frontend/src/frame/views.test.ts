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
    const look = { ...view!, id: 'balance', group: 'look' as const };
    const groups = grouped([look, ...VIEWS]);
    expect(groups.map(({ group }) => group)).toEqual(['dream', 'plan', 'look']);
    expect(groups[2]).toEqual({ group: 'look', views: [look] });
    expect(groups.flatMap(({ views }) => views)).toHaveLength(VIEWS.length + 1);
    expect(grouped(VIEWS).map(({ group }) => group)).not.toContain('look');
  });

  test('have the keys 1, 2, … from the top of the rail down', () => {
    const rail = grouped(VIEWS).flatMap(({ views }) => views);
    expect(rail.map(keysOf)).toEqual(rail.map((_, i) => `Mod+${i + 1}`));
  });

  test('open with the outline when the one that was open is gone', () => {
    expect(viewOf('carousel').id).toBe('outline');
  });
});
