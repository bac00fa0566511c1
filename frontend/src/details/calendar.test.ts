import { describe, expect, test } from 'vitest';
import { sameMonth, walk, weeksOf } from './calendar';

describe('the calendar', () => {
  test('shows whole weeks from Monday to Sunday', () => {
    const weeks = weeksOf('2026-03-13');
    expect(weeks[0]?.[0]).toBe('2026-02-23');
    expect(weeks.at(-1)?.at(-1)).toBe('2026-04-05');
    expect(weeks.every((week) => week.length === 7)).toBe(true);
  });

  test('a February that fills four weeks takes four', () => {
    expect(weeksOf('2027-02-10')).toHaveLength(4);
  });

  test.each([
    ['ArrowLeft', '2026-02-28'],
    ['ArrowRight', '2026-03-02'],
    ['ArrowUp', '2026-02-22'],
    ['ArrowDown', '2026-03-08'],
    ['Home', '2026-02-23'],
    ['End', '2026-03-01'],
    ['PageUp', '2026-02-01'],
    ['PageDown', '2026-04-01'],
    ['a', null],
  ])('%s walks from the first of March', (key, day) => {
    expect(walk('2026-03-01', key)).toBe(day);
  });

  test('knows a month of another year as another', () => {
    expect(sameMonth('2026-03-01', '2026-03-31')).toBe(true);
    expect(sameMonth('2026-03-01', '2027-03-01')).toBe(false);
  });
});
