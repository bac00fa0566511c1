import type { Box } from '../gesture/camera';

/** The side of a cell, in board units. */
const CELL = 512;
/** What reaches over more cells is asked for each time instead. */
const MANY = 64;

/** What lies where, by cells: who looks at a corner of a large board asks only what lies there. */
export class Grid<One> {
  readonly #cells = new Map<string, { one: One; box: Box; at: number }[]>();
  readonly #large: { one: One; box: Box; at: number }[] = [];

  constructor(all: readonly One[], boxOf: (one: One) => Box) {
    all.forEach((one, at) => this.#put({ one, box: boxOf(one), at }));
  }

  /** What touches a box, in the order in which it came. */
  in(box: Box): One[] {
    const found = new Set<{ one: One; box: Box; at: number }>(
      this.#large.filter((of) => meets(of.box, box)),
    );
    for (const key of cellsOf(box, this.#cells))
      for (const of of this.#cells.get(key) ?? []) if (meets(of.box, box)) found.add(of);
    return [...found].sort((a, b) => a.at - b.at).map(({ one }) => one);
  }

  #put(of: { one: One; box: Box; at: number }): void {
    const { left, top, right, foot } = of.box;
    const wide = Math.floor(right / CELL) - Math.floor(left / CELL) + 1;
    const high = Math.floor(foot / CELL) - Math.floor(top / CELL) + 1;
    if (wide * high > MANY) return void this.#large.push(of);
    for (const key of keysOf(of.box)) {
      const cell = this.#cells.get(key);
      if (cell) cell.push(of);
      else this.#cells.set(key, [of]);
    }
  }
}

function* keysOf({ left, top, right, foot }: Box): Generator<string> {
  for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++)
    for (let y = Math.floor(top / CELL); y <= Math.floor(foot / CELL); y++)
      yield `${String(x)} ${String(y)}`;
}

/** From afar there are more cells in sight than there are filled ones. */
function cellsOf(box: Box, cells: ReadonlyMap<string, unknown>): Iterable<string> {
  const count = ((box.right - box.left) / CELL + 1) * ((box.foot - box.top) / CELL + 1);
  return count > cells.size ? cells.keys() : keysOf(box);
}

function meets(a: Box, b: Box): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.foot && b.top <= a.foot;
}
