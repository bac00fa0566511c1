import { flushSync } from 'svelte';
import type { Outline } from './outline';
import { at, rowAt } from '../gesture/window';

/**
 * What a key without a command means on a row: arrows walk and fold, letters
 * begin to edit, Esc leaves. True when it meant something and is used up.
 */
export function walk(outline: Outline, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const to = target(outline, event.key);
  if (to !== null) {
    go(outline, to, event.shiftKey);
    return true;
  }
  if (event.key === 'Escape') return back(outline);
  return write(outline, event);
}

/** The row that a key leads to; null when it leads to none. */
function target(outline: Outline, key: string): string | null {
  const { view, frame } = outline;
  const here = view.at(view.active);
  const id = (index: number) => view.rows[clamp(index, view.rows.length)]?.id ?? null;
  switch (key) {
    case 'ArrowDown':
      return id(here + 1);
    case 'ArrowUp':
      return id(here - 1);
    case 'ArrowLeft':
      return shut(outline);
    case 'ArrowRight':
      return open(outline);
    case 'Home':
      return id(0);
    case 'End':
      return id(view.rows.length - 1);
    case 'PageDown':
      return id(rowAt(frame.offsets, at(frame.offsets, here) + frame.height * 0.9));
    case 'PageUp':
      return id(rowAt(frame.offsets, at(frame.offsets, here) - frame.height * 0.9));
    default:
      return null;
  }
}

/** Folds the active row, or goes to what it stands below. */
function shut({ view }: Outline): string {
  const row = view.row(view.active);
  if (row?.fold !== 'open' || row.id === view.branch) return row?.parentId || view.active;
  view.fold(row.id, true);
  return row.id;
}

/** Unfolds the active row, or goes to the first row below it. */
function open({ view }: Outline): string {
  const row = view.row(view.active);
  if (row?.fold === 'open') return view.rows[view.at(row.id) + 1]?.id ?? row.id;
  if (row?.fold === 'shut') view.fold(row.id, false);
  return view.active;
}

function go({ view }: Outline, id: string, extend: boolean): void {
  if (extend) view.extend(id);
  else view.pick(id);
  view.reach();
}

/** Esc: from several rows to one, then out of the filter, then out of the branch. */
function back({ view, frame }: Outline): boolean {
  frame.hold(view.active);
  if (view.picked.size > 1) view.pick(view.active);
  else if (view.filtering || view.sought > 0) view.stopSeeking();
  else if (view.branch !== '') view.leaveBranch();
  else return false;
  view.reveal(view.active);
  view.reach();
  return true;
}

/**
 * A letter begins to edit, and lands in the title itself: the field has the
 * focus before the browser types. Dead keys and compositions begin there too.
 */
function write({ view, writing, desk }: Outline, event: KeyboardEvent): boolean {
  if (desk.commands.of(event, 'row')) return false;
  const types = [...event.key].length === 1 && event.key !== ' ';
  const composes = event.key === 'Dead' || event.key === 'Process' || event.isComposing;
  if (view.active !== '' && (types || composes)) flushSync(() => writing.begin(view.active, 'end'));
  return false;
}

function clamp(index: number, length: number): number {
  return Math.min(Math.max(index, 0), length - 1);
}
