// What of a surface that is larger than the window can be seen: plain numbers. A
// point of the surface lies at x + s · (its x) in the window.

/** A stretch of a surface. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly foot: number;
}

/** The least box that holds both. */
export function around(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    foot: Math.max(a.foot, b.foot),
  };
}

export interface Camera {
  readonly x: number;
  readonly y: number;
  /** How large it is drawn; 1 = as it is. */
  readonly s: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const NEAREST = 2;
export const FARTHEST = 0.05;

/** The stretch of the surface in the window, and so many px around it. */
export function seen({ x, y, s }: Camera, { width, height }: Size, margin = 0): Box {
  return {
    left: (-x - margin) / s,
    top: (-y - margin) / s,
    right: (width - x + margin) / s,
    foot: (height - y + margin) / s,
  };
}

export function holds(outer: Box, inner: Box): boolean {
  return (
    outer.left <= inner.left &&
    outer.top <= inner.top &&
    outer.right >= inner.right &&
    outer.foot >= inner.foot
  );
}

export function meets(a: Box, b: Box): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.foot && b.top <= a.foot;
}

/** Nearer or farther by a factor, around a point of the window that stays where it is. */
export function zoomed(
  camera: Camera,
  factor: number,
  px: number,
  py: number,
  nearest: number = NEAREST,
): Camera {
  const s = between(camera.s * factor, FARTHEST, nearest);
  const f = s / camera.s;
  return { x: px - (px - camera.x) * f, y: py - (py - camera.y) * f, s };
}

/** So that a box lies in the middle of the window, whole, and no larger than it is. */
export function fitting(box: Box, { width, height }: Size, margin = 40): Camera {
  const wide = Math.max(1, box.right - box.left);
  const tall = Math.max(1, box.foot - box.top);
  const most = Math.min((width - 2 * margin) / wide, (height - 2 * margin) / tall);
  return centred(box, { width, height }, between(most, FARTHEST, 1));
}

/** So that the middle of a box lies in the middle of the window. */
export function centred(box: Box, { width, height }: Size, s: number): Camera {
  return {
    x: width / 2 - (s * (box.left + box.right)) / 2,
    y: height / 2 - (s * (box.top + box.foot)) / 2,
    s,
  };
}

/** The least move that brings a box into the window, its beginning first. */
export function showing(camera: Camera, size: Size, box: Box, margin = 24): Camera {
  const { x, y, s } = camera;
  return {
    x: x + push(x + s * box.left, x + s * box.right, size.width, margin),
    y: y + push(y + s * box.top, y + s * box.foot, size.height, margin),
    s,
  };
}

function push(from: number, to: number, length: number, margin: number): number {
  if (from < margin || to - from > length - 2 * margin) return from < margin ? margin - from : 0;
  return Math.min(0, length - margin - to);
}

/** So much of the surface stays in the window, in px. */
const STAYS = 96;

/** The camera, moved so that it does not lose all of a box out of the window. */
export function within({ x, y, s }: Camera, { width, height }: Size, box: Box): Camera {
  return {
    x: between(x, STAYS - s * box.right, width - STAYS - s * box.left),
    y: between(y, STAYS - s * box.foot, height - STAYS - s * box.top),
    s,
  };
}

function between(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
