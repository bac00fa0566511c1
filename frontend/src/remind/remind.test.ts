import { describe, expect, it } from 'vitest';
import type { Aspect } from '../plan/aspects';
import { Mirror } from '../plan/mirror.svelte';
import { changes, item } from '../plan/sample';
import type { Item } from '../plan/types';
import { isQuiet, Reminder } from './remind';

const DAY = '2026-03-10';
const ORDINARY = { quiet: '22:00-07:00', busy: false };
const at = (time: string, day = DAY) => ({ day, time });

function plan(aspects: Aspect[], over: Partial<Item> = {}): Mirror {
  const mirror = new Mirror();
  mirror.apply(changes({ items: [item('a', over), item('b')], aspects }));
  return mirror;
}

const promise = (time: string, itemId = 'a', more = {}): Aspect => ({
  id: itemId + time,
  itemId,
  kind: 'promise',
  rank: 'a',
  body: { on: DAY, time, ...more },
});

describe('what was committed to for a time', () => {
  it('is told once, when it has come', () => {
    const reminder = new Reminder(at('08:00'));
    const mirror = plan([promise('09:30')]);
    const seen = ['08:01', '09:29', '09:30', '09:31', '12:00'].map((time) =>
      reminder.look(mirror, at(time), ORDINARY),
    );
    expect(seen).toEqual([0, 0, 1, 0, 0]);
  });

  it('is told by a clock that goes on', () => {
    const clock = at('08:00');
    const reminder = new Reminder(clock);
    const mirror = plan([promise('09:30')]);
    expect(reminder.look(mirror, clock, ORDINARY)).toBe(0);
    clock.time = '09:30';
    expect(reminder.look(mirror, clock, ORDINARY)).toBe(1);
  });

  it('is not told when it is done, or had come before the program was there', () => {
    const done = plan([promise('09:30')], { state: 'done' });
    expect(new Reminder(at('08:00')).look(done, at('09:30'), ORDINARY)).toBe(0);
    expect(new Reminder(at('10:00')).look(plan([promise('09:30')]), at('10:01'), ORDINARY)).toBe(0);
  });

  it('comes with others in one message', () => {
    const reminder = new Reminder(at('08:00'));
    const mirror = plan([promise('09:30'), promise('09:35', 'b')]);
    expect(reminder.look(mirror, at('09:36'), ORDINARY)).toBe(2);
    const apart = new Reminder(at('08:00'));
    const seen = ['09:30', '09:36', '09:40'].map((time) => apart.look(mirror, at(time), ORDINARY));
    expect(seen).toEqual([1, 0, 1]);
  });

  it('waits until quiet hours are over, and while one is at one thing', () => {
    const reminder = new Reminder(at('06:00'));
    const mirror = plan([promise('06:30'), promise('08:00', 'b')]);
    expect(reminder.look(mirror, at('06:30'), ORDINARY)).toBe(0);
    expect(reminder.look(mirror, at('07:00'), ORDINARY)).toBe(1);
    expect(reminder.look(mirror, at('08:00'), { ...ORDINARY, busy: true })).toBe(0);
    expect(reminder.look(mirror, at('08:30'), ORDINARY)).toBe(1);
  });

  it('is told after midnight too, and not of days long gone', () => {
    const late = plan([promise('23:55')]);
    const none = { quiet: '', busy: false };
    expect(new Reminder(at('23:00')).look(late, at('00:01', '2026-03-11'), none)).toBe(1);
    expect(new Reminder(at('23:00')).look(late, at('12:00', '2026-03-14'), none)).toBe(0);
  });

  it('is told by the clock of the zone that it was said in', () => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(
      new Reminder(at('08:00')).look(
        plan([promise('09:30', 'a', { zone })]),
        at('09:30'),
        ORDINARY,
      ),
    ).toBe(1);
  });

  it('is told again after the clock was set back', () => {
    const reminder = new Reminder(at('08:00'));
    const mirror = plan([promise('09:30')]);
    expect(reminder.look(mirror, at('09:30'), ORDINARY)).toBe(1);
    expect(reminder.look(mirror, at('09:00'), ORDINARY)).toBe(0);
    expect(reminder.look(mirror, at('09:31'), ORDINARY)).toBe(1);
  });
});

it('a routine is told at its time, unless it is done or skipped', () => {
  const routine = (): Aspect => ({
    id: 'r',
    itemId: 'a',
    kind: 'routine',
    rank: 'a',
    body: { rule: 'FREQ=DAILY', from: '2026-03-01', time: '07:30' },
  });
  const log = (on: string): Aspect => ({
    id: on,
    itemId: 'a',
    kind: 'log',
    rank: 'a',
    body: { on },
  });
  const look = (aspects: Aspect[]) =>
    new Reminder(at('07:00')).look(plan(aspects), at('07:30'), ORDINARY);
  expect(look([routine()])).toBe(1);
  expect(look([routine(), log(DAY)])).toBe(0);
  expect(look([routine(), log('2026-03-09')])).toBe(1);
});

it('what is to be looked at again is told in the morning of its day', () => {
  const aim: Aspect = { id: 'm', itemId: 'a', kind: 'aim', rank: 'a', body: { check: DAY } };
  const mirror = new Mirror();
  mirror.apply(changes({ items: [item('a', { kind: 'goal' })], aspects: [aim] }));
  const reminder = new Reminder(at('08:00'));
  expect(['08:59', '09:00'].map((time) => reminder.look(mirror, at(time), ORDINARY))).toEqual([
    0, 1,
  ]);
});

it.each([
  ['22:00-07:00', '23:00', true],
  ['22:00-07:00', '06:59', true],
  ['22:00-07:00', '07:00', false],
  ['12:00-14:00', '13:00', true],
  ['12:00-14:00', '15:00', false],
  ['', '03:00', false],
])('%s at %s', (quiet, time, is) => {
  expect(isQuiet(quiet, time)).toBe(is);
});
