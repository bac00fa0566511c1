// How the words of a piece are set: which lines, where, and how high the piece
// must be for them. Board units, from the upper left corner of the piece.

import type { Point } from '../gesture/press';
import type { Mirror } from '../plan/mirror.svelte';
import type { Piece, PieceBodies, Side } from '../plan/pieces';
import type { Day } from '../text/dates';
import type { Ruler } from '../text/ruler';
import { t } from '../text/text';
import { faceOf, META, NOTE_SIZES, QUOTE_SIZES, type Type, type Voice } from './faces';
import { toldOf, wokeOf, type Told, type Woke } from './facts';

/** A line of words; x and base are where it begins, on its base. */
export interface Line {
  readonly words: string;
  readonly x: number;
  readonly base: number;
  readonly voice: Voice;
  readonly size: number;
  readonly quiet: boolean;
  /** How wide it was measured. */
  readonly width: number;
}

/** A piece as it is set. */
export interface Setting {
  readonly lines: readonly Line[];
  /** How high it has to be, 0 = as one likes; below: how much of it lies under the piece. */
  readonly high: number;
  readonly below: number;
}

/** What the setting of a piece is told from. */
export interface Setter {
  readonly mirror: Mirror;
  readonly ruler: Ruler;
  readonly type: Type;
  readonly day: Day;
}

/** White inside notes, cards and shapes. */
export const PAD = 16;
/** The mark before the title of a card. */
export const MARK = 26;
const ASCENT = 0.78;
const CAPTION = 8;
const NONE: Setting = { lines: [], high: 0, below: 0 };

/** Writes lines from the top down. */
class Page {
  readonly lines: Line[] = [];
  #y: number;

  constructor(
    readonly setter: Setter,
    top: number,
  ) {
    this.#y = top;
  }

  get foot(): number {
    return this.#y;
  }

  skip(by: number): void {
    this.#y += by;
  }

  /** Words that may have paragraphs of their own. */
  write(
    words: string,
    {
      x,
      width,
      voice,
      size,
      quiet = false,
      side = 'start',
    }: Column & { voice: Voice; size: number; quiet?: boolean; side?: Side },
  ): void {
    const face = faceOf(voice, size, this.setter.type);
    for (const paragraph of words.split('\n'))
      for (const line of this.setter.ruler.wrap(paragraph, face, width).lines) {
        const wide = this.setter.ruler.width(line, face);
        const free = width - wide;
        const from = x + (startsRight(line) ? free - asideOf(side, free) : asideOf(side, free));
        const base = this.#y + (face.leading - size) / 2 + size * ASCENT;
        this.lines.push({ words: line, x: from, base, voice, size, quiet, width: wide });
        this.#y += face.leading;
      }
  }
}

interface Column {
  readonly x: number;
  readonly width: number;
}

function asideOf(side: Side, free: number): number {
  return side === 'start' ? 0 : side === 'middle' ? free / 2 : free;
}

/** Words of a script that is read from the right. */
export function startsRight(words: string): boolean {
  return /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u.test(words);
}

/** Sets a piece that is so wide. */
export function settingOf(piece: Piece, w: number, setter: Setter, shown: string | null): Setting {
  switch (piece.kind) {
    case 'quote':
      return quote(piece.body as PieceBodies['quote'], w, setter, shown);
    case 'note':
      return note(piece.body as PieceBodies['note'], w, setter, shown);
    case 'shape':
      return shape(piece.body as PieceBodies['shape'], w, piece.h, setter, shown);
    case 'picture':
    case 'swatch':
      return caption((piece.body as PieceBodies['picture']).caption ?? '', w, setter);
    case 'card':
      return card(toldOf(setter.mirror, piece, setter.day), w, setter);
    case 'wake':
      return wake(wokeOf(setter.mirror, piece as Piece<'wake'>, setter.day), w, setter);
    case 'line':
    case 'frame':
      return NONE;
  }
}

function quote(
  body: PieceBodies['quote'],
  w: number,
  setter: Setter,
  shown: string | null,
): Setting {
  const page = new Page(setter, 0);
  const size = QUOTE_SIZES[body.size ?? 'l'];
  const side = body.side ?? 'start';
  const voice = body.plain ? 'text' : 'voice';
  page.write(shown ?? body.words ?? '', { x: 0, width: w, voice, size, side });
  if (body.by) {
    page.skip(CAPTION);
    page.write(body.by, { x: 0, width: w, voice: 'meta', size: META, quiet: true, side });
  }
  return { lines: page.lines, high: page.foot, below: 0 };
}

function note(body: PieceBodies['note'], w: number, setter: Setter, shown: string | null): Setting {
  const page = new Page(setter, PAD);
  const voice = body.plain ? 'text' : 'voice';
  const size = NOTE_SIZES[body.size ?? 'm'];
  const side = body.side ?? 'start';
  page.write(shown ?? body.words ?? '', { x: PAD, width: w - 2 * PAD, voice, size, side });
  return { lines: page.lines, high: page.foot + PAD, below: 0 };
}

/** Where the first line of a new quote or note begins in it, half way up. */
export function beginningOf(kind: 'quote' | 'note', type: Type): Point {
  if (kind === 'quote') return { x: 0, y: faceOf('voice', QUOTE_SIZES.l, type).leading / 2 };
  return { x: PAD, y: PAD + faceOf('voice', NOTE_SIZES.m, type).leading / 2 };
}

/** In the middle of the shape, both ways. */
function shape(
  body: PieceBodies['shape'],
  w: number,
  h: number,
  setter: Setter,
  shown: string | null,
): Setting {
  const words = shown ?? body.words ?? '';
  if (words === '') return NONE;
  const page = new Page(setter, 0);
  page.write(words, {
    x: PAD,
    width: Math.max(24, w - 2 * PAD),
    voice: 'title',
    size: 18,
    side: 'middle',
  });
  const down = (h - page.foot) / 2;
  return {
    lines: page.lines.map((line) => ({ ...line, base: line.base + down })),
    high: 0,
    below: 0,
  };
}

function caption(words: string, w: number, setter: Setter): Setting {
  if (words === '') return NONE;
  const page = new Page(setter, CAPTION);
  page.write(words, { x: 0, width: w, voice: 'meta', size: META, quiet: true });
  return { lines: page.lines, high: 0, below: page.foot };
}

/** How much room the facts of a card take, with their ring. */
export const FACTS = { gap: 10, ring: 18 } as const;

function card(told: Told, w: number, setter: Setter): Setting {
  const page = new Page(setter, PAD - 4);
  const title = told.item?.title ?? told.value?.body.name ?? t('vision.card.gone');
  page.write(title, {
    x: PAD + MARK,
    width: w - 2 * PAD - MARK,
    voice: 'title',
    size: 20,
    quiet: !told.item && !told.value,
  });
  const words = [told.share === null ? '' : percent(told.share), told.counted]
    .filter(Boolean)
    .join(', ');
  if (words === '' && told.day === '')
    return { lines: page.lines, high: page.foot + PAD - 4, below: 0 };
  page.skip(FACTS.gap);
  const face = faceOf('meta', 14, setter.type);
  const base = page.foot + (face.leading - 14) / 2 + 14 * ASCENT;
  const from = PAD + (told.share === null ? 0 : MARK);
  const lines: Line[] = [];
  const put = (said: string, x: number, width: number) =>
    lines.push({ words: said, x, base, voice: 'meta', size: 14, quiet: false, width });
  const [width, wide] = [words, told.day].map((said) => setter.ruler.width(said, face)) as [
    number,
    number,
  ];
  if (words !== '') put(words, from, width);
  if (told.day !== '' && from + width + 12 + wide <= w - PAD) put(told.day, w - PAD - wide, wide);
  return { lines: [...page.lines, ...lines], high: page.foot + face.leading + PAD, below: 0 };
}

function wake(woke: Woke, w: number, setter: Setter): Setting {
  const page = new Page(setter, PAD - 2);
  const column = { x: PAD, width: w - 2 * PAD };
  if (woke.asks) {
    page.write(t('vision.wake.asks'), { ...column, voice: 'voice', size: 20 });
    page.skip(6);
    page.write(woke.later ? t('vision.wake.later.short') : t('vision.wake.ready'), {
      ...column,
      voice: 'meta',
      size: 14,
      quiet: true,
    });
    return { lines: page.lines, high: page.foot + PAD, below: 0 };
  }
  if (woke.barrier) page.write(woke.barrier, { ...column, voice: 'voice', size: 18 });
  if (woke.response) {
    page.skip(6);
    page.write(t('vision.wake.plan', { cue: woke.cue, response: woke.response }), {
      ...column,
      voice: 'meta',
      size: 14,
      quiet: true,
    });
  }
  if (woke.step) {
    page.skip(8);
    page.write(woke.step.title, {
      x: PAD + MARK,
      width: column.width - MARK,
      voice: 'text',
      size: 15,
    });
  }
  return { lines: page.lines, high: page.foot + PAD - 2, below: 0 };
}

export function percent(share: number): string {
  return `${String(Math.round(share * 100))} %`;
}
