import { point, type Look, type Path } from './drawing';

/** The stone of tokens.css (--pebble-a): how far each corner reaches along the sides, as shares; from the upper left one around. */
const ACROSS = [0.54, 0.46, 0.47, 0.53] as const;
const ALONG = [0.62, 0.58, 0.42, 0.38] as const;
/** How far the handles of a quarter of an ellipse reach, as a share of its radius. */
const HANDLE = 0.5523;

/** Where a stone lies, in px. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A flat stone. */
export function pebble(spot: Spot, look: Look): Path {
  const [left, right] = [ALONG[0], ALONG[1]];
  const quarter = quarterOf(spot);
  const d = [
    `M ${quarter(0, left)}`,
    curve(quarter, [0, left], [0, 0], [ACROSS[0], 0]),
    curve(quarter, [ACROSS[0], 0], [1, 0], [1, right]),
    curve(quarter, [1, right], [1, 1], [ACROSS[3], 1]),
    curve(quarter, [ACROSS[3], 1], [0, 1], [0, left]),
    'Z',
  ];
  return { is: 'path', d: d.join(' '), ...look };
}

/** The lower part of a stone that is under way. */
export function halfPebble(spot: Spot, look: Look): Path {
  const [left, right] = [ALONG[0], ALONG[1]];
  const quarter = quarterOf(spot);
  const d = [
    `M ${quarter(1, right)}`,
    curve(quarter, [1, right], [1, 1], [ACROSS[3], 1]),
    curve(quarter, [ACROSS[3], 1], [0, 1], [0, left]),
    'Z',
  ];
  return { is: 'path', d: d.join(' '), ...look };
}

/** A whole circle, as four curves. */
export function disc(x: number, y: number, radius: number, look: Look): Path {
  const place = quarterOf({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius });
  const d = [
    `M ${place(0.5, 0)}`,
    curve(place, [0.5, 0], [1, 0], [1, 0.5]),
    curve(place, [1, 0.5], [1, 1], [0.5, 1]),
    curve(place, [0.5, 1], [0, 1], [0, 0.5]),
    curve(place, [0, 0.5], [0, 0], [0.5, 0]),
    'Z',
  ];
  return { is: 'path', d: d.join(' '), ...look };
}

/** So many pieces of a circle are curves that nobody tells from it. */
const PIECES = 8;

/** A part of a circle from its top on, clockwise; share is 0 to 1. */
export function arc(x: number, y: number, radius: number, share: number, look: Look): Path {
  const step = (share * 2 * Math.PI) / PIECES;
  const reach = (4 / 3) * Math.tan(step / 4) * radius;
  const words = [`M ${point(x, y - radius)}`];
  for (let i = 0; i < PIECES; i++) {
    const [a, b] = [i * step, (i + 1) * step];
    const on = (angle: number) => [x + radius * Math.sin(angle), y - radius * Math.cos(angle)];
    const [ax = 0, ay = 0] = on(a);
    const [bx = 0, by = 0] = on(b);
    const leave = point(ax + reach * Math.cos(a), ay + reach * Math.sin(a));
    const arrive = point(bx - reach * Math.cos(b), by - reach * Math.sin(b));
    words.push(`C ${leave} ${arrive} ${point(bx, by)}`);
  }
  return { is: 'path', d: words.join(' '), ...look };
}

type Share = readonly [number, number];
type Place = (across: number, along: number) => string;

function quarterOf({ x, y, width, height }: Spot): Place {
  return (across, along) => point(x + across * width, y + along * height);
}

/** A quarter of an ellipse from one place to another, around a corner. */
function curve(place: Place, from: Share, corner: Share, to: Share): string {
  const toward = (end: Share): string =>
    place(end[0] + (corner[0] - end[0]) * HANDLE, end[1] + (corner[1] - end[1]) * HANDLE);
  return `C ${toward(from)} ${toward(to)} ${place(...to)}`;
}
