import type { Mirror } from '../plan/mirror.svelte';
import type { Piece, PieceBodies, VisionBoard } from '../plan/pieces';
import type { Day } from '../text/dates';
import { t } from '../text/text';
import { tieName, toldOf, wokeOf } from './facts';
import { ENDS, tiesOf } from './lines';
import type { Place } from './piece';
import { percent } from './setting';

/** What a board is called: its name, else the title of what it shows. */
export function boardName(mirror: Mirror, board: VisionBoard | undefined): string {
  if (!board) return t('vision.name.full');
  return board.name || mirror.item(board.itemId)?.title || t('vision.name.full');
}

/** A piece as one says it: what it is, what it shows, what it stands for and how that goes. */
export function nameOf(mirror: Mirror, piece: Piece, day: Day): string {
  const told = toldOf(mirror, piece, day);
  const tie = tieName(told);
  const share = told.share === null ? '' : percent(told.share);
  const kind = t(`vision.kind.${piece.kind}`);
  const said = saidBy(mirror, piece, day);
  return [
    said === '' ? kind : t('vision.says', { kind, words: said }),
    tie !== '' && piece.kind !== 'card' && t('vision.says.stands', { title: tie }),
    share,
    told.day,
    piece.locked && t('vision.says.locked'),
    piece.groupId !== '' && t('vision.says.group'),
  ]
    .filter(Boolean)
    .join(', ');
}

/** How large a piece is, and how it is turned. */
export function sizeOf({ w, h, angle }: Place): string {
  const size = t('vision.says.size', { w: Math.round(w), h: Math.round(h) });
  return angle === 0 ? size : `${size}, ${t('vision.says.turned', { degrees: Math.round(angle) })}`;
}

function saidBy(mirror: Mirror, piece: Piece, day: Day): string {
  switch (piece.kind) {
    case 'picture': {
      const { alt = '', caption = '' } = piece.body as PieceBodies['picture'];
      return alt || caption;
    }
    case 'quote':
    case 'note':
    case 'shape': {
      const { words = '', by = '' } = piece.body as PieceBodies['quote'];
      return [words, by].filter(Boolean).join(', ');
    }
    case 'frame':
      return (piece.body as PieceBodies['frame']).name ?? '';
    case 'swatch': {
      const { colours = '', caption = '' } = piece.body as PieceBodies['swatch'];
      return caption || colours;
    }
    case 'card':
      return tieName(toldOf(mirror, piece, day)) || t('vision.card.gone');
    case 'wake': {
      const woke = wokeOf(mirror, piece as Piece<'wake'>, day);
      const { barrier, step } = woke;
      return woke.asks ? t('vision.wake.asks') : [barrier, step?.title].filter(Boolean).join(', ');
    }
    case 'line':
      return ENDS.flatMap((end) => {
        const on = mirror.pieces.find(({ id }) => id === tiesOf(piece)[end]);
        return on ? [t(`vision.says.${end}`, { what: nameOf(mirror, on, day) })] : [];
      }).join(', ');
  }
}
