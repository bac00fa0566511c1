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
    const dream = { ...view!, id: 'map', group: 'dream' as const };
    const groups = grouped([...VIEWS, dream]);
    expect(groups[0]).toEqual({ group: 'dream', views: [dream] });
    expect(groups.flatMap(({ views }) => views)).toHaveLength(VIEWS.length + 1);
    expect(groups.map(({ group }) => group)).not.toContain('look');
  });

  test('open with the outline when the one that was open is gone', () => {
    expect(viewOf('carousel').id).toBe('outline');
  });
});
