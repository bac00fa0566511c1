import { LEAST, anchored, turnedAbout } from './handles';
import { middle, type Place } from './piece';

/** What of a place is a number that can be typed. */
export const MEASURES = ['w', 'h', 'angle'] as const;
export type Measure = (typeof MEASURES)[number];

/** No piece is larger, in board units. */
const MOST = 20_000;

/** A number as one types it, in whole degrees or units with at most a tenth; null = it is none that fits. */
export function readMeasure(measure: Measure, typed: string): number | null {
  const plain = typed.trim().replace(',', '.').replace(/°$/, '').trim();
  if (!/^[-+]?\d+(\.\d+)?$/.test(plain)) return null;
  const value = Math.round(Number(plain) * 10) / 10;
  const [least, most] = measure === 'angle' ? [-360, 360] : [LEAST, MOST];
  return value < least || value > most ? null : value;
}

export function showMeasure(measure: Measure, value: number): string {
  const round = String(Math.round(value * 10) / 10);
  return measure === 'angle' ? `${round}°` : round;
}

/** A place with another width, height or turn; its upper left corner stays, or its middle when it turns. */
export function withMeasure<P extends Place>(
  place: P,
  measure: Measure,
  value: number,
  ratio: boolean,
): P {
  if (measure === 'angle')
    return { ...place, ...turnedAbout(place, middle(place), value - place.angle) };
  const factor = value / place[measure];
  const w = measure === 'w' ? value : ratio ? place.w * factor : place.w;
  const h = measure === 'h' ? value : ratio ? place.h * factor : place.h;
  return { ...place, ...anchored(place, w, h, { x: 1, y: 1 }) };
}

/** What all of some have in common; undefined = they differ. */
export function shared<One, Value>(
  all: readonly One[],
  of: (one: One) => Value,
): Value | undefined {
  const [first, ...others] = all.map(of);
  return others.every((other) => other === first) ? first : undefined;
}
