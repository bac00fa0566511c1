import { disc } from '../drawing/pebble';
import { line, point, type Look, type Paint, type Path } from '../drawing/drawing';
import { hashOf, heapOf, swing, type Lying } from './heap';
import type { Laid } from './cairn';

/** So many stones are drawn at most: more than anybody tells apart. */
export const MOST = 6000;

/** A heap as it is drawn, its corner at 0, 0. */
export interface Heap {
  readonly width: number;
  readonly height: number;
  readonly paths: readonly Path[];
}

/** How much of the colour of stone a pebble has. */
const SHADES = [0.5, 0.62, 0.74, 0.88] as const;
const STEP = (shade: number): Paint => ({ role: 'ink-3', share: shade });
const OTHER: Paint = { role: 'ink-2' };
const FRESH: Paint = { role: 'accent' };
const VEIN: Look = { stroke: { role: 'sheet' }, width: 1.6 };
const SPOT: Look = { fill: { role: 'lichen-2' } };
const GROUND: Look = { stroke: { role: 'ground' }, width: 1.5 };
/** Between two stones, and from the heap to the end of its ground. */
const SEAM = 0.9;
const MARGIN = 14;

/** The stones of a plan as a heap: the same plan always gives the same, and its stones stay where they are. */
export function drawHeap(laid: readonly Laid[], seed: string): Heap {
  const shown = laid.slice(0, MOST);
  const lying = heapOf(shown.length, seed);
  const left = Math.min(0, ...lying.filter(({ row }) => row === 0).map((one) => one.left)) - MARGIN;
  const right =
    Math.max(0, ...lying.filter(({ row }) => row === 0).map((one) => one.right)) + MARGIN;
  const top = (lying.length > 0 ? least(lying) : 0) - MARGIN;
  const number = hashOf(seed);
  const paths = shown.flatMap((one, i) => {
    const place = lying[i];
    return place ? stone(one, moved(place, -left, -top), number) : [];
  });
  const ground = -top + 0.75;
  const [width, height] = [right - left, -top + 3];
  return {
    width,
    height,
    paths: [...together(paths), line(0, ground, width, ground, GROUND)],
  };
}

function least(lying: readonly Lying[]): number {
  return lying.reduce((top, one) => Math.min(top, one.top), 0);
}

function moved({ left, right, top, foot, ...place }: Lying, x: number, y: number): Lying {
  return { ...place, left: left + x, right: right + x, top: top + y, foot: foot + y };
}

/** All that looks alike is one path: a thousand stones are quick to draw. What lies above comes later. */
function together(paths: readonly Path[]): Path[] {
  const alike = new Map<string, Path[]>();
  for (const path of paths) {
    const key = JSON.stringify([path.fill, path.stroke, path.width]);
    const others = alike.get(key);
    if (others) others.push(path);
    else alike.set(key, [path]);
  }
  const merged = [...alike.values()].flatMap((same): Path[] => {
    const [first] = same;
    return first ? [{ ...first, d: same.map(({ d }) => d).join(' ') }] : [];
  });
  const isBody = ({ fill }: Path) => fill !== undefined && fill.role !== 'lichen-2';
  return [...merged.filter(isBody), ...merged.filter((path) => !isBody(path))];
}

function stone({ sort, fresh, celebrated }: Laid, at: Lying, seed: number): Path[] {
  const shade = SHADES[Math.floor(((swing(seed, at.row, at.along * 3 + 11) + 1) / 2) * 4)] ?? 1;
  const fill = fresh ? FRESH : sort === 'step' ? STEP(shade) : OTHER;
  return [
    { is: 'path', d: outline(at, seed), fill },
    ...(sort === 'milestone' ? [vein(at)] : sort === 'decision' ? fork(at) : []),
    ...(celebrated ? spots(at, seed) : []),
  ];
}

/** How far a corner reaches along a side, and how far the handles of its curve: rounder above than below. */
const UPPER = 0.42;
const LOWER = 0.3;
const WAVER = 0.08;
/** So much of its height one side of a stone may be lower than the other. */
const TILT = 0.1;
const HANDLE = 0.62;

/** A stone in its place: nearly flat below, no corner like another. */
function outline({ left, right, top, foot, row, along }: Lying, seed: number): string {
  const [l, r, t, f] = [left + SEAM, right - SEAM, top + SEAM, foot - SEAM / 2];
  const [wide, high] = [r - l, f - t];
  const reach = (corner: number, share: number) =>
    share + WAVER * swing(seed, row, along * 5 + 1000 + corner);
  const [a, b, c, d] = [reach(0, UPPER), reach(1, UPPER), reach(2, LOWER), reach(3, LOWER)];
  const [ax, bx, cx, dx] = [a * wide, b * wide, c * wide, d * wide];
  const [ay, by, cy, dy] = [a * high, b * high, c * high, d * high];
  const rest = 1 - HANDLE;
  const tilt = TILT * high * swing(seed, row, along * 13 + 500);
  const [tl, tr] = [t + Math.max(0, tilt), t + Math.max(0, -tilt)];
  return [
    `M ${point(l, tl + ay)}`,
    `C ${point(l, tl + ay * rest)} ${point(l + ax * rest, tl)} ${point(l + ax, tl)}`,
    `L ${point(r - bx, tr)}`,
    `C ${point(r - bx * rest, tr)} ${point(r, tr + by * rest)} ${point(r, tr + by)}`,
    `L ${point(r, f - cy)}`,
    `C ${point(r, f - cy * rest)} ${point(r - cx * rest, f)} ${point(r - cx, f)}`,
    `L ${point(l + dx, f)}`,
    `C ${point(l + dx * rest, f)} ${point(l, f - dy * rest)} ${point(l, f - dy)}`,
    'Z',
  ].join(' ');
}

/** A vein of quartz across a milestone. */
function vein({ left, right, top, foot }: Lying): Path {
  const [wide, high] = [right - left, foot - top];
  return line(left + wide * 0.3, foot - high * 0.14, left + wide * 0.62, top + high * 0.14, VEIN);
}

/** A way that forks, on a decision. */
function fork({ left, right, top, foot }: Lying): Path[] {
  const [x, y] = [(left + right) / 2, (top + foot) / 2];
  const [wide, high] = [(right - left) * 0.22, (foot - top) * 0.3];
  return [
    line(x, y + high, x, y, VEIN),
    line(x, y, x - wide, y - high, VEIN),
    line(x, y, x + wide, y - high, VEIN),
  ];
}

/** The spots of a patch of lichen: how far along and down from its middle, and how large. */
const PATCH = [
  [0, 0, 3],
  [4, -2.8, 1.8],
  [3.2, 3, 1.4],
] as const;

/** Lichen on what was celebrated, at the foot of its stone: no mark of it runs there. */
function spots({ left, right, top, foot, row, along }: Lying, seed: number): Path[] {
  const x = left + (right - left) * 0.66;
  const y = foot - (foot - top) * (0.34 + 0.04 * swing(seed, row, along * 7));
  return PATCH.map(([across, down, size]) => disc(x + across, y + down, size, SPOT));
}
