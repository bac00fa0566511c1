import { describe, expect, test } from 'vitest';
import '../text/english';
import { Scale, ZOOM_NAMES, ZOOMS } from './scale';

describe('a scale', () => {
  test('puts days to the right, and finds them again', () => {
    for (const zoom of ZOOM_NAMES) {
      const scale = new Scale('2026-03-01', zoom);
      expect(scale.x('2026-03-01')).toBe(0);
      expect(scale.x('2027-03-01')).toBeCloseTo(365 * ZOOMS[zoom]);
      for (const day of ['2026-03-01', '2026-10-25', '2028-02-29', '2035-12-31'])
        expect(scale.day(scale.x(day) + ZOOMS[zoom] / 2)).toBe(day);
      expect(scale.width('2026-03-01', '2026-03-01')).toBe(ZOOMS[zoom]);
    }
  });

  test('marks months and weeks where one is near, years and quarters where one is far', () => {
    const near = new Scale('2026-12-01', 'quarter');
    expect(near.upper(0, 600).map(({ words }) => words)).toEqual(['Dec', '2027', 'Feb', 'Mar']);
    expect(near.lower(0, 100).map(({ day }) => day)).toEqual([
      '2026-11-30',
      '2026-12-07',
      '2026-12-14',
    ]);
    const far = new Scale('2026-02-01', 'year');
    expect(far.upper(0, 800).map(({ words }) => words)).toEqual(['2026', '2027']);
    expect(far.lower(0, 300).map(({ words }) => words)).toEqual(['Q1', 'Q2', 'Q3']);
    expect(new Scale('2026-02-01', 'decade').lower(0, 300)).toEqual([]);
    expect(new Scale('2026-03-01', 'week').lower(0, 100).map(({ words }) => words)).toEqual([
      '1',
      '2',
      '3',
    ]);
  });
});
