// How wide words are, without asking the document to lay itself out: signs of
// plain alphabets are measured once each, whatever joins or changes its signs
// (emoji, Arabic, Hebrew, combined letters) as a whole.

/** How words are set. */
export interface Face {
  /** As a canvas takes it. */
  readonly font: string;
  /** From one line to the next, in px. */
  readonly leading: number;
}

/** Words in lines no wider than asked for, and how wide the widest is, in px. */
export interface Lines {
  readonly lines: readonly string[];
  readonly width: number;
}

/** Latin, Greek and Cyrillic letters, digits and the marks among them: no sign changes beside another. */
const PLAIN = /^[\u0020-\u02ff\u0370-\u04ff\u2010-\u203a\u20a0-\u20bf]*$/;
/** Their numbers lie below this one. */
const SIGNS = 0x20c0;
/** So many whole words are remembered. */
const WORDS = 20_000;

/** Measures words; measure tells the width of some in a font, in px. */
export class Ruler {
  readonly #measure: (words: string, font: string) => number;
  /** How wide each plain sign is, by its number; NaN = not measured yet. */
  readonly #signs = new Map<string, Float64Array>();
  readonly #words = new Map<string, number>();

  constructor(measure: (words: string, font: string) => number) {
    this.#measure = measure;
  }

  /** Forgets everything: fonts have come. */
  forget(): void {
    this.#signs.clear();
    this.#words.clear();
  }

  width(words: string, { font }: Face): number {
    if (!PLAIN.test(words)) return this.#whole(words, font);
    const signs = this.#signsOf(font);
    let sum = 0;
    for (let i = 0; i < words.length; i++) {
      const code = words.charCodeAt(i);
      let width = signs[code] ?? NaN;
      if (Number.isNaN(width)) signs[code] = width = this.#measure(words.charAt(i), font);
      sum += width;
    }
    return sum;
  }

  #signsOf(font: string): Float64Array {
    let signs = this.#signs.get(font);
    if (!signs) this.#signs.set(font, (signs = new Float64Array(SIGNS).fill(NaN)));
    return signs;
  }

  /** Breaks words into lines no wider than most; a word wider than that is broken where it must. */
  wrap(text: string, face: Face, most: number): Lines {
    const space = this.width(' ', face);
    const lines: string[] = [];
    let widest = 0;
    let line = '';
    let used = 0;
    const end = () => {
      lines.push(line);
      widest = Math.max(widest, used);
    };
    const put = (word: string, width: number) => {
      if (line !== '' && used + space + width > most) {
        end();
        [line, used] = [word, width];
      } else {
        used += line === '' ? width : space + width;
        line = line === '' ? word : `${line} ${word}`;
      }
    };
    for (const word of text.split(' ')) {
      const width = this.width(word, face);
      if (width <= most) put(word, width);
      else for (const piece of this.#broken(word, face, most)) put(piece, this.width(piece, face));
    }
    end();
    return { lines, width: widest };
  }

  /** A word in pieces that each fit into a line. */
  #broken(word: string, face: Face, most: number): string[] {
    const pieces: string[] = [];
    let piece = '';
    for (const sign of word) {
      if (piece !== '' && this.width(piece + sign, face) > most) {
        pieces.push(piece);
        piece = '';
      }
      piece += sign;
    }
    return [...pieces, piece];
  }

  #whole(words: string, font: string): number {
    const key = `${font}\n${words}`;
    let width = this.#words.get(key);
    if (width === undefined) {
      if (this.#words.size >= WORDS) this.#words.clear();
      this.#words.set(key, (width = this.#measure(words, font)));
    }
    return width;
  }
}

/** A ruler that asks a canvas. */
export function pageRuler(): Ruler {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('no canvas');
  return new Ruler((words, font) => {
    if (context.font !== font) context.font = font;
    return context.measureText(words).width;
  });
}
