import type { Piece, PieceBodies, PieceKind } from '../plan/pieces';

/** What of some pieces has a colour: the field, what it is now, and whether it may have none. */
export interface Coloured {
  readonly kind: PieceKind;
  readonly field: 'colour' | 'fill';
  readonly now: string;
  readonly none: boolean;
}

/** The colours of a row of them, in their order. */
export function coloursOf({ body }: Piece<'swatch'>): string[] {
  return (body.colours ?? '').split(' ').filter(Boolean);
}

/** A colour as one writes it, such as #3A6B4F, 3a6b4f or #3a6, as it is kept; null = it is none. */
export function readColour(typed: string): string | null {
  const digits = typed.trim().replace(/^#/, '').toLowerCase();
  if (/^[0-9a-f]{6}$/.test(digits)) return `#${digits}`;
  return /^[0-9a-f]{3}$/.test(digits) ? `#${digits.replace(/./g, '$&$&')}` : null;
}

/** The colour of pieces of one kind; null where they have none, or several kinds. */
export function inkOf(pieces: readonly Piece[]): Coloured | null {
  const [first, ...others] = pieces;
  if (!first || others.some(({ kind }) => kind !== first.kind)) return null;
  switch (first.kind) {
    case 'quote':
    case 'note':
    case 'line':
    case 'frame':
    case 'card': {
      const { colour = '' } = first.body as PieceBodies['note'];
      return { kind: first.kind, field: 'colour', now: colour, none: true };
    }
    case 'shape': {
      const { fill = '' } = first.body as PieceBodies['shape'];
      return { kind: 'shape', field: 'fill', now: fill, none: true };
    }
    case 'picture':
    case 'wake':
    case 'swatch':
      return null;
  }
}
