import { describe, expect, it } from 'vitest';
import { type Box } from '../gesture/camera';
import {
  ACROSS,
  band,
  boxOf,
  cornerOf,
  countOn,
  isSeen,
  lay,
  layAll,
  layUp,
  onIt,
  visit,
  type Band,
  type Tree,
} from './bands';

/** Numbers that look thrown and are the same each time. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return (state >> 8) % sides;
  };
}

let named = 0;

function node(width: number, height: number, line = height): Band {
  return Object.assign(band(`n${String(++named)}`), { width, height, line });
}

function hang(parent: Band, child: Band, at: number): void {
  parent.children.splice(at, 0, child);
  child.parent = parent;
}

function take(child: Band): Band {
  const parent = child.parent!;
  parent.children.splice(parent.children.indexOf(child), 1);
  child.parent = null;
  return parent;
}

function everything(root: Band): Band[] {
  return [root, ...root.children.flatMap(everything)];
}

function seen(root: Band): Band[] {
  return [root, ...onIt(root).flatMap(seen)];
}

function thrown(roll: (sides: number) => number): Band {
  const height = 20 + roll(60);
  return node(40 + roll(200), height, 10 + roll(height - 10));
}

function grown(count: number, roll: (sides: number) => number): Band {
  const all = [thrown(roll)];
  while (all.length < count) {
    const parent = all[roll(all.length)]!;
    const child = thrown(roll);
    hang(parent, child, roll(parent.children.length + 1));
    all.push(child);
  }
  return all[0]!;
}

/** One thing that a hand does to a map, laid out along the path only. */
function act(root: Band, roll: (sides: number) => number): void {
  const all = everything(root);
  const one = all[roll(all.length)]!;
  const what = roll(5);
  if (what === 0) {
    const child = thrown(roll);
    hang(one, child, roll(one.children.length + 1));
    lay(child);
  } else if (what === 1) one.width += roll(80);
  else if (what === 2) one.open = !one.open;
  else if (what === 3 && one.parent) return void layUp(take(one));
  else if (one.parent) {
    const home = all[roll(all.length)]!;
    for (let up: Band | null = home; up; up = up.parent) if (up === one) return;
    layUp(take(one));
    hang(home, one, roll(home.children.length + 1));
  }
  // What was folded while things changed below it is laid out when it opens.
  if (one.open) for (const below of everything(one).reverse()) lay(below);
  layUp(one);
}

function picture(root: Band): unknown {
  return seen(root).map(({ id, top, inner, tall, wide }) => ({ id, top, inner, tall, wide }));
}

function meet(a: Box, b: Box): boolean {
  return a.right > b.left && b.right > a.left && a.foot > b.top && b.foot > a.top;
}

const all: Box = { left: -1e9, top: -1e9, right: 1e9, foot: 1e9 };

function boxes(tree: Tree): { of: Band; box: Box }[] {
  return seen(tree.root).map((of) => {
    const { x, y } = cornerOf(tree, of);
    return { of, box: { left: x, top: y, right: x + of.width, foot: y + of.height } };
  });
}

describe('a map laid out in bands', () => {
  it.each([1, 2, 3, 4, 5])('is after 400 edits what a full layout makes of it (%d)', (seed) => {
    const roll = dice(seed);
    const root = grown(60, roll);
    layAll(root);
    for (let i = 0; i < 400; i++) {
      act(root, roll);
      const before = picture(root);
      layAll(root);
      expect(picture(root)).toEqual(before);
    }
  });

  it.each([
    [1, 1],
    [2, -1],
    [3, 1],
    [4, -1],
  ] as const)('lets no node touch another (%d, %d)', (seed, way) => {
    const root = grown(300, dice(seed));
    layAll(root);
    const placed = boxes({ root, way, x: 0, y: 0 });
    const touching = placed.flatMap((a) =>
      placed.filter((b) => a.of !== b.of && meet(a.box, b.box)),
    );
    expect(touching).toEqual([]);
  });

  it('keeps every node in the box of its tree', () => {
    const root = grown(200, dice(9));
    layAll(root);
    const tree: Tree = { root, way: -1, x: 30, y: -70 };
    const whole = boxOf(tree);
    for (const { box } of boxes(tree)) {
      expect(box.left).toBeGreaterThanOrEqual(whole.left);
      expect(box.right).toBeLessThanOrEqual(whole.right);
      expect(box.top).toBeGreaterThanOrEqual(whole.top);
      expect(box.foot).toBeLessThanOrEqual(whole.foot);
    }
  });

  it('lets children begin where their parent ends, and their lines meet', () => {
    const root = node(100, 30);
    hang(root, node(50, 20), 0);
    hang(root, node(50, 20), 1);
    layAll(root);
    const tree: Tree = { root, way: 1, x: 0, y: 0 };
    const [first, last] = root.children;
    const line = (of: Band) => cornerOf(tree, of).y + of.line;
    expect(cornerOf(tree, first!).x).toBe(100 + ACROSS);
    expect(line(root)).toBe((line(first!) + line(last!)) / 2);
  });

  it('touches only the path to the root', () => {
    const root = grown(2000, dice(4));
    layAll(root);
    let leaf = root;
    while (leaf.children[0]) leaf = leaf.children[0];
    let depth = 1;
    for (let up = leaf.parent; up; up = up.parent) depth++;
    expect(layUp(leaf)).toBe(depth);
  });

  it('gives what is folded no room, and keeps it', () => {
    const root = grown(30, dice(2));
    root.open = false;
    layAll(root);
    expect(root.wide).toBe(root.width);
    expect(countOn(root)).toBe(29);
    expect(isSeen(root)).toBe(true);
    expect(isSeen(root.children[0]!)).toBe(false);
  });
});

describe('visit', () => {
  const root = grown(500, dice(7));
  layAll(root);

  it.each([1, -1] as const)('tells each node where it lies (%d)', (way) => {
    const tree: Tree = { root, way, x: 12, y: 5 };
    const told = new Map<Band, { x: number; y: number }>();
    visit(tree, all, (of, x, y) => told.set(of, { x, y }));
    expect(told.size).toBe(seen(root).length);
    for (const [of, at] of told) {
      const corner = cornerOf(tree, of);
      expect(at.x).toBeCloseTo(corner.x);
      expect(at.y).toBeCloseTo(corner.y);
    }
  });

  it.each([1, -1] as const)('passes over nothing that lies in the box (%d)', (way) => {
    const tree: Tree = { root, way, x: 0, y: 0 };
    const whole = boxOf(tree);
    const box = {
      left: whole.left + (whole.right - whole.left) / 3,
      right: whole.left + (whole.right - whole.left) / 2,
      top: root.tall / 3,
      foot: root.tall / 2,
    };
    const told = new Set<Band>();
    visit(tree, box, (of) => told.add(of));
    for (const { of, box: own } of boxes(tree)) {
      const apart =
        own.right < box.left || own.left > box.right || own.foot < box.top || own.top > box.foot;
      if (!apart) expect(told.has(of)).toBe(true);
    }
    expect(told.size).toBeLessThan(seen(root).length / 2);
  });

  it('lets a thin band stand for all that stands on it', () => {
    const told: Band[] = [];
    visit({ root, way: 1, x: 0, y: 0 }, all, (of) => told.push(of), 200);
    expect(told.length).toBeGreaterThan(1);
    expect(told.length).toBeLessThan(seen(root).length);
    for (const of of told) if (of.parent) expect(of.parent.tall).toBeGreaterThanOrEqual(200);
  });
});
