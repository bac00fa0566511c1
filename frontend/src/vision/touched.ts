import type { Box } from '../gesture/camera';
import type { Hung } from './easel';
import { reachOf } from './view.svelte';

/** Where something looks another way than before: what came, went, moved, or tells another thing. */
export function changedBetween(before: readonly Hung[], after: readonly Hung[]): Box[] {
  const known = new Map(before.map((one) => [one.piece.id, one]));
  const boxes: Box[] = [];
  for (const one of after) {
    const was = known.get(one.piece.id);
    known.delete(one.piece.id);
    if (was && sameLook(was, one)) continue;
    boxes.push(reachOf(one));
    if (was) boxes.push(reachOf(was));
  }
  for (const gone of known.values()) boxes.push(reachOf(gone));
  return boxes;
}

/** Where something was taken up, or let go. */
export function takenBetween(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
  lying: (id: string) => Hung | undefined,
): Box[] {
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids].flatMap((id) => {
    const one = before.has(id) === after.has(id) ? undefined : lying(id);
    return one ? [reachOf(one)] : [];
  });
}

function sameLook(a: Hung, b: Hung): boolean {
  const lives = b.piece.itemId !== '' || b.piece.valueId !== '' || b.piece.kind === 'wake';
  const { x, y, w, h, angle } = a.place;
  const to = b.place;
  const stays = x === to.x && y === to.y && w === to.w && h === to.h && angle === to.angle;
  return !lives && a.piece === b.piece && stays && sameWords(a, b);
}

function sameWords(a: Hung, b: Hung): boolean {
  const [one, other] = [a.setting.lines, b.setting.lines];
  return one.length === other.length && one.every(({ words }, i) => words === other[i]?.words);
}
