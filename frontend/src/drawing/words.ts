import { JOINER, JOINS, runsOf, type FaceName, type Faces } from './faces';

/** The em that a sign of a script without a font of ours, or a picture, takes at most. */
const UNKNOWN = 1.3;
/** The em that a letter written from right to left takes at most in running words. */
const LEFTWARDS = 0.8;
const LEFTWARD = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;
const CUT = '…';

/** How words are set: px of type, and what the line is high. */
export interface Setting {
  readonly face: FaceName;
  readonly size: number;
}

/** Measures words by the fonts themselves, and so alike wherever it runs. */
export class Ruler {
  readonly #faces: Faces;
  /** The em that each sign moves on, by face and sign. */
  readonly #known = new Map<string, number>();

  constructor(faces: Faces) {
    this.#faces = faces;
  }

  /** How wide words are, in px; what no font of ours draws counts as wide as it may be. */
  width(words: string, { face, size }: Setting): number {
    let em = 0;
    for (const [, more] of this.#signs(words, face)) em += more;
    return em * size;
  }

  /** Words in no more lines than these, none wider than so many px; what is too long ends with "…". */
  wrap(words: string, setting: Setting, width: number, lines: number): string[] {
    const done: string[] = [];
    let rest = words.trim().replace(/\s+/g, ' ');
    while (rest !== '' && done.length < lines - 1) {
      const line = this.#line(rest, setting, width);
      done.push(line.trimEnd());
      rest = rest.slice(line.length).trimStart();
    }
    if (rest !== '') done.push(this.cut(rest, setting, width));
    return done;
  }

  /** Words on one line, cut where it ends. */
  cut(words: string, setting: Setting, width: number): string {
    if (this.width(words, setting) <= width) return words;
    return this.#most(words, setting, width - this.width(CUT, setting)).trimEnd() + CUT;
  }

  /** What goes on a line: whole words, or of a word that is longer than it as much as it holds. */
  #line(words: string, setting: Setting, width: number): string {
    const most = this.#most(words, setting, width);
    if (most.length === words.length) return words;
    const space = most.lastIndexOf(' ');
    return space > 0 ? most.slice(0, space + 1) : most;
  }

  /** As many signs as fit; at least one, so that every line goes on. */
  #most(words: string, { face, size }: Setting, width: number): string {
    let left = width / size;
    let end = 0;
    for (const [sign, em] of this.#signs(words, face)) {
      left -= em;
      if (left < 0 && end > 0) break;
      end += sign.length;
    }
    return words.slice(0, end);
  }

  /** Each sign, and the em that it moves on: none, where it is joined to the one before. */
  *#signs(words: string, face: FaceName): Generator<[string, number]> {
    let joined = false;
    for (const sign of words) {
      yield [sign, joined ? 0 : this.#advance(sign, face)];
      joined = sign === JOINER;
    }
  }

  #advance(sign: string, face: FaceName): number {
    const key = face + sign;
    let em = this.#known.get(key);
    if (em === undefined) this.#known.set(key, (em = this.#measure(sign, face)));
    return em;
  }

  #measure(sign: string, face: FaceName): number {
    const [run] = runsOf(sign, face, this.#faces);
    if (run?.font) return run.font.width(run.font.glyph(sign.codePointAt(0) ?? 0)) / 1000;
    if (JOINS.test(sign)) return 0;
    return LEFTWARD.test(sign) ? LEFTWARDS : UNKNOWN;
  }
}
