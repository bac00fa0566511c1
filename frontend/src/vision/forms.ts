import type { Form } from '../plan/pieces';

/** A flat stone in a square of 1, uneven as they are. */
export const STONE_D =
  'M0 .62C0 .22 .24 0 .54 0C.8 0 1 .22 1 .58C1 .84 .82 1 .53 1C.22 1 0 .86 0 .62Z';
/** Two more, so that no row looks stamped. */
const STONES = [
  STONE_D,
  'M0 .5C.02 .2 .2 .02 .46 0C.78 0 .98 .18 1 .52C1 .84 .84 1 .5 1C.2 1 0 .8 0 .5Z',
  'M0 .44C.04 .14 .26 0 .58 .01C.86 .04 1 .26 .99 .6C.97 .88 .76 1 .44 1C.14 .98 0 .76 0 .44Z',
] as const;

/** One stone of a row of colours. */
export function swatchPath(at: number, count: number, w: number, h: number): Path2D {
  const cell = w / count;
  const wide = cell * 0.92;
  const high = Math.min(h, wide * 0.74);
  const path = new Path2D();
  const stone = new Path2D(STONES[at % STONES.length]);
  path.addPath(
    stone,
    new DOMMatrix().translate(at * cell + (cell - wide) / 2, (h - high) / 2).scale(wide, high),
  );
  return path;
}

/** The outline of a plain figure. */
export function formPath(form: Form, w: number, h: number, radius: number): Path2D {
  const path = new Path2D();
  switch (form) {
    case 'box':
      path.roundRect(0, 0, w, h, radius);
      return path;
    case 'oval':
      path.ellipse(w / 2, h / 2, w / 2, h / 2, 0, 0, 2 * Math.PI);
      return path;
    case 'triangle':
      return polygon(path, [
        [w / 2, 0],
        [w, h],
        [0, h],
      ]);
    case 'diamond':
      return polygon(path, [
        [w / 2, 0],
        [w, h / 2],
        [w / 2, h],
        [0, h / 2],
      ]);
    case 'stone':
      path.addPath(new Path2D(STONE_D), new DOMMatrix().scale(w, h));
      return path;
    case 'star':
      return polygon(path, star(w, h));
  }
}

function polygon(path: Path2D, points: readonly (readonly [number, number])[]): Path2D {
  points.forEach(([x, y], i) => (i === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
  path.closePath();
  return path;
}

/** Five tips; the inner ones reach so far. */
const INNER = 0.42;

function star(w: number, h: number): [number, number][] {
  return Array.from({ length: 10 }, (_, i) => {
    const turn = (Math.PI * i) / 5 - Math.PI / 2;
    const far = i % 2 === 0 ? 1 : INNER;
    return [(w / 2) * (1 + Math.cos(turn) * far), (h / 2) * (1 + Math.sin(turn) * far)];
  });
}

/** A box with round corners. */
export function rounded(w: number, h: number, radius: number): Path2D {
  const path = new Path2D();
  path.roundRect(0, 0, w, h, Math.min(radius, w / 2, h / 2));
  return path;
}
