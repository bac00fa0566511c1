import type { Desk } from '../commands/desk';
import type { Drawing, Paint, Path, Text } from '../drawing/drawing';
import type { Pictured } from '../drawing/pictured';
import type { Ruler, Setting } from '../drawing/words';
import { longDay } from '../text/dates';
import { t, tn } from '../text/text';
import { laidIn, sortsWords, type Laid } from './cairn';
import { drawHeap } from './stones';

/** The sheet is at least so wide, and so much is left around what stands on it. */
const NARROWEST = 520;
const MARGIN = 48;
const NAME: Setting = { face: 'title', size: 26 };
const TOLD: Setting = { face: 'text', size: 13 };
const INK: Paint = { role: 'ink' };
const INK_3: Paint = { role: 'ink-3' };

/** The cairn of the plan shown, as a picture to be saved. */
export function picturedCairn({ mirror, now }: Desk, planId: string): Pictured {
  const plan = mirror.plans.find(({ id }) => id === planId)?.name ?? '';
  const laid = laidIn(mirror, planId, now.day);
  const title = t('balance.cairn.title');
  return {
    title,
    label: cairnWords(plan, laid),
    file: t('balance.cairn.file', { plan }),
    saved: 'balance.cairn.saved',
    ways: [{ name: title, make: (ruler) => cairnOf(laid, planId, plan, ruler) }],
  };
}

/** What a cairn shows, for whoever cannot see it. */
export function cairnWords(plan: string, laid: readonly Laid[]): string {
  const stones = tn('balance.cairn.stones', laid.length);
  return t('balance.cairn.of', { plan, stones: [stones, sortsWords(laid)].join(', ') });
}

/** The heap on a sheet, with the plan's name and what lies there below it. */
export function cairnOf(laid: readonly Laid[], seed: string, plan: string, ruler: Ruler): Drawing {
  const heap = drawHeap(laid, seed);
  const width = Math.max(NARROWEST, heap.width + 2 * MARGIN);
  const room = width - 2 * MARGIN;
  const shift = (width - heap.width) / 2;
  const foot = MARGIN + heap.height;
  const told = [
    ...ruler.wrap(plan, NAME, room, 2).map((words) => ({ words, setting: NAME, paint: INK })),
    ...toldOf(laid)
      .flatMap((line) => ruler.wrap(line, TOLD, room, 2))
      .map((words) => ({ words, setting: TOLD, paint: INK_3 })),
  ];
  let y = foot + 12;
  const texts = told.map(({ words, setting, paint }): Text => {
    y += setting.size * 1.4;
    const wide = ruler.width(words, setting);
    return { is: 'text', words, x: (width - wide) / 2, y, ...setting, paint, width: wide };
  });
  const stones = heap.paths.map((path): Path => ({ ...path, d: shifted(path.d, shift, MARGIN) }));
  return { width, height: y + MARGIN, shapes: [...stones, ...texts] };
}

/** How many stones there are, and from when to when they were laid. */
function toldOf(laid: readonly Laid[]): string[] {
  const [first, last] = [laid[0], laid.at(-1)];
  if (!first || !last) return [];
  return [
    [tn('balance.cairn.stones', laid.length), sortsWords(laid)].join(': '),
    t('balance.cairn.from', { from: longDay(first.day), to: longDay(last.day) }),
  ];
}

/** A path somewhere else; its numbers are x and y in turn. */
function shifted(d: string, x: number, y: number): string {
  let down = true;
  return d.replace(/-?\d+(?:\.\d+)?/g, (number) => {
    down = !down;
    return String(Math.round((Number(number) + (down ? y : x)) * 100) / 100);
  });
}
