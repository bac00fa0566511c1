import type { Font } from './font';
import { deflate, joined, type Bytes } from './woff';

/** The objects that every file begins with. */
const CATALOG = 1;
const PAGES = 2;
const PAGE = 3;
const CONTENT = 4;
const INFO = 5;
/** How many characters one list of a map may hold. */
const LISTED = 100;
/** What a descriptor says of a font: its characters are no letters of the oldest alphabet. */
const SYMBOLIC = 4;

/**
 * The outside of a PDF (ISO 32000) with one page: its objects, fonts and
 * pictures. It is written here and not by a library: one page of words, lines
 * and pictures takes little, and a library would still have to be told which of
 * our font files draws what, and what to do beyond U+FFFF.
 */
export class PdfFile {
  readonly #objects = new Map<number, Bytes>();
  readonly #fonts: string[] = [];
  readonly #pictures: string[] = [];
  #last = INFO;

  /** Takes a font in; gives the name that the page calls it by. */
  async font(font: Font): Promise<string> {
    const file = font.trueType;
    const { box, up, down } = font.metrics;
    const name = `Cairn${String(this.#fonts.length)}`;
    const stream = await this.#stream(`/Length1 ${String(file.length)}`, file);
    const descriptor = this.#add(
      `<< /Type /FontDescriptor /FontName /${name} /Flags ${String(SYMBOLIC)} /FontBBox [${box.join(' ')}]` +
        ` /ItalicAngle 0 /Ascent ${String(up)} /Descent ${String(down)} /CapHeight ${String(up)} /StemV 80 /FontFile2 ${ref(stream)} >>`,
    );
    const inner = this.#add(
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDToGIDMap /Identity` +
        ` /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>` +
        ` /FontDescriptor ${ref(descriptor)} /W [0 [${font.widths.map(Math.round).join(' ')}]] >>`,
    );
    const map = await this.#stream('', bytes(unicodeOf(font)));
    const whole = this.#add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H` +
        ` /DescendantFonts [${ref(inner)}] /ToUnicode ${ref(map)} >>`,
    );
    this.#fonts.push(`/${name} ${ref(whole)}`);
    return name;
  }

  /** Takes a picture in; gives the name that the page calls it by. */
  async picture({ data, width, height }: ImageData): Promise<string> {
    const points = width * height;
    const [colours, mask] = [new Uint8Array(points * 3), new Uint8Array(points)];
    for (let i = 0; i < points; i++) {
      colours.set(data.subarray(i * 4, i * 4 + 3), i * 3);
      mask[i] = data[i * 4 + 3] ?? 0;
    }
    const size = `/Type /XObject /Subtype /Image /Width ${String(width)} /Height ${String(height)} /BitsPerComponent 8`;
    const through = await this.#stream(`${size} /ColorSpace /DeviceGray`, mask);
    const own = `${size} /ColorSpace /DeviceRGB /SMask ${ref(through)}`;
    return this.#named(await this.#stream(own, colours));
  }

  /** Takes a photograph in as it is, a JPEG of so many points; gives the name that the page calls it by. */
  photo(jpeg: Bytes, width: number, height: number): string {
    const head =
      `<< /Type /XObject /Subtype /Image /Width ${String(width)} /Height ${String(height)} /BitsPerComponent 8` +
      ` /ColorSpace /DeviceRGB /Filter /DCTDecode /Length ${String(jpeg.length)} >>\nstream\n`;
    return this.#named(this.#add(joined([bytes(head), jpeg, bytes('\nendstream')])));
  }

  #named(picture: number): string {
    const name = `Picture${String(this.#pictures.length)}`;
    this.#pictures.push(`/${name} ${ref(picture)}`);
    return name;
  }

  /** The whole file, with this on its page; sizes are points. */
  async page(content: string, title: string, width: number, height: number): Promise<Bytes> {
    await this.#stream('', bytes(content), CONTENT);
    this.#add(
      '<< /Type /Catalog /Pages 2 0 R /ViewerPreferences << /DisplayDocTitle true >> >>',
      CATALOG,
    );
    this.#add(`<< /Type /Pages /Kids [${ref(PAGE)}] /Count 1 >>`, PAGES);
    const resources = `<< /Font << ${this.#fonts.join(' ')} >> /XObject << ${this.#pictures.join(' ')} >> >>`;
    const box = `[0 0 ${width.toFixed(2)} ${height.toFixed(2)}]`;
    this.#add(
      `<< /Type /Page /Parent ${ref(PAGES)} /MediaBox ${box} /Contents ${ref(CONTENT)} /Resources ${resources} >>`,
      PAGE,
    );
    this.#add(`<< /Title <${utf16(title)}> /Creator (Cairn) >>`, INFO);
    return this.#whole();
  }

  #whole(): Bytes {
    const parts = [bytes('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n')];
    let at = parts[0]?.length ?? 0;
    const places: string[] = ['0000000000 65535 f \n'];
    for (let id = 1; id <= this.#last; id++) {
      const object = this.#objects.get(id) ?? bytes('');
      places.push(`${String(at).padStart(10, '0')} 00000 n \n`);
      parts.push(object);
      at += object.length;
    }
    const size = String(this.#last + 1);
    parts.push(
      bytes(
        `xref\n0 ${size}\n${places.join('')}trailer\n<< /Size ${size} /Root ${ref(CATALOG)} /Info ${ref(INFO)} >>\nstartxref\n${String(at)}\n%%EOF\n`,
      ),
    );
    return joined(parts);
  }

  #add(body: string | Bytes, id = ++this.#last): number {
    const inner = typeof body === 'string' ? bytes(body) : body;
    this.#objects.set(id, joined([bytes(`${String(id)} 0 obj\n`), inner, bytes('\nendobj\n')]));
    return id;
  }

  async #stream(says: string, content: Bytes, id?: number): Promise<number> {
    const packed = await deflate(content);
    const head = `<< ${says} /Filter /FlateDecode /Length ${String(packed.length)} >>\nstream\n`;
    return this.#add(joined([bytes(head), packed, bytes('\nendstream')]), id);
  }
}

/** Which character each glyph stands for, so that words can be searched and copied. */
function unicodeOf(font: Font): string {
  const pairs = font.characters.map(([code, glyph]) => `<${hex(glyph)}> <${hex(code)}>`);
  const lists: string[] = [];
  for (let i = 0; i < pairs.length; i += LISTED) {
    const some = pairs.slice(i, i + LISTED);
    lists.push(`${String(some.length)} beginbfchar\n${some.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CMapName /Cairn def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...lists,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}

function ref(id: number): string {
  return `${String(id)} 0 R`;
}

/** Each character as one byte. */
function bytes(text: string): Bytes {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

/** A number in four digits. */
export function hex(value: number): string {
  return value.toString(16).padStart(4, '0');
}

/** Words as PDF wants them beside its fonts: a mark, then UTF-16. */
export function utf16(words: string): string {
  return 'feff' + Array.from(words.split(''), (unit) => hex(unit.charCodeAt(0))).join('');
}
