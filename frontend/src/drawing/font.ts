import { joined, tablesOf, type Bytes } from './woff';

/** What a PDF reads of a font; how its glyphs are substituted and kerned it does not. */
const PRINTED = ['cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep'];

/** Characters in a row that a font has, from the first to the last, and the glyph of the first. */
interface Range {
  readonly from: number;
  readonly to: number;
  glyph(code: number): number;
}

/** One file of a font: which characters it draws, and how wide. */
export class Font {
  readonly #ranges: readonly Range[];
  readonly #tables: ReadonlyMap<string, Bytes>;
  /** How many units an em has. */
  readonly #units: number;
  /** How many glyphs have a width of their own; all after them have the last one's. */
  readonly #wide: number;

  private constructor(
    /** The file as it came, for a page or picture that brings it along. */
    readonly woff: Bytes,
    tables: ReadonlyMap<string, Bytes>,
  ) {
    this.#tables = tables;
    this.#units = viewOf(tables, 'head').getUint16(18);
    this.#wide = viewOf(tables, 'hhea').getUint16(34);
    this.#ranges = rangesOf(viewOf(tables, 'cmap'));
  }

  static async read(woff: Bytes): Promise<Font> {
    return new Font(woff, await tablesOf(woff));
  }

  /** The glyph of a character; 0 = the font has none. */
  glyph(code: number): number {
    const range = this.#ranges.find(({ from, to }) => code >= from && code <= to);
    return range ? range.glyph(code) : 0;
  }

  /** How far a glyph moves on, in thousandths of the size of type. */
  width(glyph: number): number {
    const at = Math.min(glyph, this.#wide - 1) * 4;
    return (viewOf(this.#tables, 'hmtx').getUint16(at) * 1000) / this.#units;
  }

  /** How far each glyph moves on that has a width of its own, in thousandths. */
  get widths(): number[] {
    return Array.from({ length: this.#wide }, (_, glyph) => this.width(glyph));
  }

  /** All characters that it has, each with its glyph. */
  get characters(): [number, number][] {
    return this.#ranges
      .flatMap(({ from, to, glyph }) =>
        Array.from({ length: to - from + 1 }, (_, i): [number, number] => [
          from + i,
          glyph(from + i),
        ]),
      )
      .filter(([, glyph]) => glyph !== 0);
  }

  /** The box around all glyphs, and how far type goes up and down, in thousandths. */
  get metrics(): { box: number[]; up: number; down: number } {
    const head = viewOf(this.#tables, 'head');
    const hhea = viewOf(this.#tables, 'hhea');
    const part = (units: number) => Math.round((units * 1000) / this.#units);
    return {
      box: [36, 38, 40, 42].map((at) => part(head.getInt16(at))),
      up: part(hhea.getInt16(4)),
      down: part(hhea.getInt16(6)),
    };
  }

  /** Which characters it has, as CSS writes it (unicode-range). */
  get range(): string {
    const hex = (code: number) => code.toString(16);
    return this.#ranges.map(({ from, to }) => `U+${hex(from)}-${hex(to)}`).join(', ');
  }

  /** A TrueType file with what is needed to print it. */
  get trueType(): Bytes {
    const tags = PRINTED.filter((tag) => this.#tables.has(tag));
    const head = new DataView(new ArrayBuffer(12 + tags.length * 16));
    head.setUint32(0, 0x00010000);
    head.setUint16(4, tags.length);
    let at = head.byteLength;
    const parts: Bytes[] = [];
    tags.forEach((tag, i) => {
      const table = this.#tables.get(tag) ?? new Uint8Array();
      [...tag].forEach((sign, j) => {
        head.setUint8(12 + i * 16 + j, sign.charCodeAt(0));
      });
      head.setUint32(12 + i * 16 + 8, at);
      head.setUint32(12 + i * 16 + 12, table.length);
      const padded = new Uint8Array(Math.ceil(table.length / 4) * 4);
      padded.set(table);
      parts.push(padded);
      at += padded.length;
    });
    return joined([new Uint8Array(head.buffer), ...parts]);
  }
}

function viewOf(tables: ReadonlyMap<string, Bytes>, tag: string): DataView {
  const table = tables.get(tag);
  if (!table) throw new Error('a font without ' + tag);
  return new DataView(table.buffer, table.byteOffset, table.byteLength);
}

/** The characters of a font, by its map in format 4, which every font for the web has. */
function rangesOf(cmap: DataView): Range[] {
  for (let i = 0; i < cmap.getUint16(2); i++) {
    const at = cmap.getUint32(4 + i * 8 + 4);
    if (cmap.getUint16(at) === 4) return segmentsOf(cmap, at);
  }
  throw new Error('a font without a map of its characters');
}

function segmentsOf(cmap: DataView, at: number): Range[] {
  const size = cmap.getUint16(at + 6); // twice the number of segments
  return Array.from({ length: size / 2 }, (_, i) => {
    const ends = at + 14 + i * 2;
    const starts = ends + size + 2;
    const [from, to] = [cmap.getUint16(starts), cmap.getUint16(ends)];
    const delta = cmap.getUint16(starts + size);
    const offsets = starts + 2 * size;
    const offset = cmap.getUint16(offsets);
    const glyph = (code: number) => {
      if (offset === 0) return (code + delta) & 0xffff;
      const found = cmap.getUint16(offsets + offset + (code - from) * 2);
      return found === 0 ? 0 : (found + delta) & 0xffff;
    };
    return { from, to, glyph };
  }).filter(({ from }) => from !== 0xffff);
}
