import type { Band } from './bands';
import { onIt } from './bands';
import type { Chart } from './chart';
import type { MindMap } from './map';

/** Where an arrow leads: outwards and inwards along a branch, up and down beside it. */
export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/**
 * What a key without a command means on a node: arrows walk, Home goes to the
 * middle, Esc leaves. True when it meant something and is used up.
 */
export function walk(map: MindMap, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const { view } = map;
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight':
    case 'ArrowUp':
    case 'ArrowDown':
      return go(map, target(map, event.key), event.shiftKey);
    case 'Home':
      return go(map, view.rows[0]?.id ?? null, event.shiftKey);
    case 'End':
      return go(map, view.rows.at(-1)?.id ?? null, event.shiftKey);
    case 'Escape':
      return back(map);
    default:
      return false;
  }
}

function go({ view }: MindMap, id: string | null, extend: boolean): boolean {
  if (id === null) return true;
  if (extend) view.hand.pick([...view.hand.ids.filter((one) => one !== id), id], id);
  else view.pick(id);
  view.reach();
  return true;
}

/** Esc: from several nodes to one, then out of the branch. */
function back({ view }: MindMap): boolean {
  if (view.picked.size > 1) view.pick(view.active);
  else if (view.branch !== '') view.leaveBranch();
  else return false;
  view.reach();
  return true;
}

/** Outwards from what is folded unfolds it. */
function target({ view }: MindMap, key: Arrow): string | null {
  const { chart } = view;
  const of = chart.band(view.active);
  if (!of) return view.rows[0]?.id ?? null;
  const outwards = key === (view.wayOf(of) === 1 ? 'ArrowRight' : 'ArrowLeft');
  if (outwards && of !== chart.middle && !of.open && of.children.length > 0) {
    view.fold(of.id, false);
    return null;
  }
  return neighbour(chart, of, key)?.id ?? null;
}

/** The node that an arrow leads to; null at the ends. */
export function neighbour(chart: Chart, of: Band, key: Arrow): Band | null {
  if (of === chart.middle) return fromMiddle(chart, key);
  const tree = chart.treeOf(of);
  if (!tree) return null;
  switch (key) {
    case 'ArrowUp':
      return beside(chart, of, -1);
    case 'ArrowDown':
      return beside(chart, of, 1);
    default:
      return (key === 'ArrowRight') === (tree.way === 1) ? outer(chart, of) : inner(chart, of);
  }
}

function fromMiddle(chart: Chart, key: Arrow): Band | null {
  const { left, right, free } = chart;
  switch (key) {
    case 'ArrowRight':
      return nearest(chart, right.root.children, chart.middle);
    case 'ArrowLeft':
      return nearest(chart, left.root.children, chart.middle);
    case 'ArrowDown':
      return free.root.children[0] ?? null;
    case 'ArrowUp':
      return null;
  }
}

function outer(chart: Chart, of: Band): Band | null {
  return nearest(chart, onIt(of), of);
}

function inner(chart: Chart, { parent }: Band): Band | null {
  if (!parent || parent === chart.free.root) return null;
  return chart.isRoot(parent) ? chart.middle : parent;
}

/** Of several nodes the one whose line lies nearest in height. */
function nearest(chart: Chart, bands: readonly Band[], to: Band): Band | null {
  const height = (of: Band) => chart.corner(of).y + of.line;
  const at = height(to);
  const far = (of: Band) => Math.abs(height(of) - at);
  return bands.reduce<Band | null>((best, of) => (best && far(best) <= far(of) ? best : of), null);
}

/** The next node above or below that stands as far from the middle, or as near to that as there is one. */
function beside(chart: Chart, of: Band, step: 1 | -1): Band | null {
  let depth = 0;
  for (let at = of; at.parent; at = at.parent) {
    const row = at.parent.children;
    const next = row[row.indexOf(at) + step];
    if (next) return along(next, depth, step);
    depth++;
  }
  return over(chart, of, step);
}

/** Down along the nearest edge of a branch, so many levels or as far as it goes. */
function along(of: Band, depth: number, step: 1 | -1): Band {
  const children = onIt(of);
  const next = step === 1 ? children[0] : children.at(-1);
  return depth === 0 || !next ? of : along(next, depth - 1, step);
}

/** Below the map lie the ideas, and above them is the map. */
function over(chart: Chart, of: Band, step: 1 | -1): Band | null {
  const isFree = chart.treeOf(of) === chart.free;
  if (isFree) return step === -1 ? chart.middle : null;
  return step === 1 ? (chart.free.root.children[0] ?? null) : null;
}
