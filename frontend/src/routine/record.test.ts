import { describe, expect, it } from 'vitest';
import { item as made } from '../plan/sample';
import type { Log, Record, Routine } from './log';
import { cellsOf, fullness, isMeant, keptOf, lastOf, nextOf, weekSum } from './record';

/** A Tuesday. */
const NOW = '2026-03-10';

function record(routine: Routine, logs: { [day: string]: Log } = {}): Record {
  const said = Object.entries(logs).map(([on, log]) => {
    const body = { on, ...log };
    return [on, { id: on, itemId: 'a', kind: 'log', rank: on, body }] as const;
  });
  return { item: made('a'), routine, logs: new Map(said) };
}

const daily = { rule: 'FREQ=DAILY', from: '2026-03-01', target: 10, unit: 'minutes' };

describe('how days were', () => {
  const one = record(
    { ...daily, paused: '2026-03-05', back: '2026-03-07' },
    {
      '2026-03-01': { amount: 22 },
      '2026-03-02': { least: true },
      '2026-03-03': { skipped: true },
      '2026-03-06': { amount: 4 },
    },
  );
  const cells = cellsOf(one, '2026-02-28', '2026-03-11', NOW);

  it('is said of each', () => {
    expect(cells.map(({ how }) => how)).toEqual([
      'none',
      'done',
      'least',
      'skipped',
      'gap',
      'rest',
      'done',
      'gap',
      'gap',
      'gap',
      'due',
      'ahead',
    ]);
  });

  it('is counted without punishing what was skipped or at rest', () => {
    expect(keptOf(cells)).toEqual({ kept: 3, of: 7 });
    expect(lastOf(one, NOW, 3).map(({ day }) => day)).toEqual([
      '2026-03-07',
      '2026-03-08',
      '2026-03-09',
    ]);
    expect(weekSum(one, NOW)).toBe(4);
  });

  it('is drawn the darker the more was done', () => {
    const dark = cells
      .filter(({ how }) => how === 'done' || how === 'least')
      .map((cell) => fullness(one, cell));
    expect(dark).toEqual([100, 30, 30]);
    expect(fullness(record({ rule: 'FREQ=DAILY' }), { day: NOW, how: 'done' })).toBe(80);
  });
});

describe('by the calendar', () => {
  const weekly = { rule: 'FREQ=WEEKLY;BYDAY=TU,FR', from: '2026-03-01' };

  it('it is meant for its days, done or not, and comes again', () => {
    expect(isMeant(record(weekly), NOW)).toBe(true);
    expect(isMeant(record(weekly, { [NOW]: { skipped: true } }), NOW)).toBe(true);
    expect(isMeant(record(weekly), '2026-03-11')).toBe(false);
    expect(nextOf(record(weekly), NOW)).toBe('2026-03-13');
  });

  it('it is done on another day too, and that counts', () => {
    const other = record(weekly, { '2026-03-11': {} });
    expect(isMeant(other, '2026-03-11')).toBe(true);
    expect(keptOf(cellsOf(other, '2026-03-10', '2026-03-12', '2026-03-12'))).toEqual({
      kept: 1,
      of: 2,
    });
  });

  it('one that has come as often as it should does not come again', () => {
    expect(nextOf(record({ ...weekly, rule: 'FREQ=DAILY;COUNT=2' }), NOW)).toBe('');
  });
});

describe('after it was done', () => {
  const after = { rule: 'FREQ=DAILY;INTERVAL=3', after: true, from: '2026-03-01' } as const;

  it('it waits for its days, and then until it is done', () => {
    const done = record(after, { '2026-03-08': {} });
    expect(isMeant(done, NOW)).toBe(false);
    expect(isMeant(done, '2026-03-11')).toBe(true);
    expect(isMeant(done, '2026-03-20')).toBe(true);
    expect(nextOf(done, NOW)).toBe('2026-03-11');
    expect(isMeant(record(after), NOW)).toBe(true);
  });

  it('it counts from what was skipped too, and not within a rest', () => {
    const skipped = record(after, { [NOW]: { skipped: true } });
    expect(nextOf(skipped, NOW)).toBe('2026-03-13');
    const rest = { paused: '2026-03-12', back: '2026-04-01' };
    expect(nextOf(record({ ...after, ...rest }, { [NOW]: {} }), NOW)).toBe('2026-04-01');
    expect(isMeant(record({ ...after, ...rest }, { [NOW]: {} }), '2026-03-14')).toBe(false);
  });
});
