import type { Piece, PieceBodies } from '../plan/pieces';
import type { Arranged } from './proportions';
import type { View } from './view.svelte';

/**
 * What of a board is arranged, in the order in which one reads it: of some pieces
 * or of all (null), but no lines, no frames and nothing that is locked.
 */
export function arrangeable(view: View, some: ReadonlySet<string> | null): Arranged[] {
  return view.order.flatMap((id) => {
    const one = view.lying(id);
    if (!one || (some && !some.has(id)) || !mayMove(one.piece)) return [];
    return [{ ...one.place, id, ...sizing(one.piece) }];
  });
}

function mayMove({ locked, kind }: Piece): boolean {
  return !locked && kind !== 'line' && kind !== 'frame';
}

/** A picture may be of any size, and is a large one when it stands for something; all else keeps its own. */
function sizing({ kind, itemId, valueId, body }: Piece): Pick<Arranged, 'size' | 'beside'> {
  if (kind === 'picture') return { size: itemId + valueId === '' ? undefined : 'large' };
  return {
    size: 'own',
    beside: kind === 'wake' ? (body as PieceBodies['wake']).pieceId : undefined,
  };
}
