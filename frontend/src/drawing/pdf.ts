import { colourOf } from './colours';
import { round, type Drawing, type Path, type Text } from './drawing';
import { runsOf, type Faces } from './faces';
import type { Font } from './font';
import { hex, PdfFile, utf16 } from './pdffile';
import type { Snapshot } from './png';
import type { Bytes } from './woff';

/** A point of paper is this much of a px. */
const POINT = 72 / 96;
/** No page is longer, in points: readers of PDF refuse it. A larger drawing is drawn smaller. */
const LONGEST = 14_400;
/** How PDF writes the letters of a path. */
const LETTERS: Readonly<Record<string, string>> = { M: 'm', L: 'l', C: 'c', Z: 'h' };

/**
 * A drawing as a page of paper: lines stay lines and words stay words, in the
 * fonts that they are measured in, to be searched and copied. What none of our
 * fonts draws, such as an emoji, is a small picture that still copies as words.
 */
export async function pdfOf(
  { width, height, shapes }: Drawing,
  title: string,
  faces: Faces,
  snapshot: (text: Text) => Snapshot,
): Promise<Bytes> {
  const file = new PdfFile();
  const point = Math.min(POINT, LONGEST / Math.max(width, height));
  const fonts = new Map<Font, string>();
  const content: string[] = [
    `${fine(point)} 0 0 ${fine(-point)} 0 ${num(height * point)} cm`,
    `${paint({ role: 'sheet' }, 'rg')} 0 0 ${num(width)} ${num(height)} re f`,
  ];

  for (const shape of shapes) {
    if (shape.is === 'path') content.push(pathOf(shape));
    else await write(shape);
  }
  return file.page(content.join('\n'), title, width * point, height * point);

  async function write(text: Text): Promise<void> {
    let { x } = text;
    for (const { font, words } of runsOf(text.words, text.face, faces)) {
      if (!font) x += await picture({ ...text, words, x });
      else {
        content.push(textOf({ ...text, words, x }, font, await known(font)));
        x += widthOf(words, font) * text.size;
      }
    }
  }

  async function known(font: Font): Promise<string> {
    let name = fonts.get(font);
    if (name === undefined) fonts.set(font, (name = await file.font(font)));
    return name;
  }

  async function picture(text: Text): Promise<number> {
    const { pixels, width, up, down } = snapshot(text);
    const name = await file.picture(pixels);
    const place = [width, 0, 0, -(up + down), text.x, text.y + down].map(num).join(' ');
    content.push(
      `/Span <</ActualText <${utf16(text.words)}>>> BDC q ${place} cm /${name} Do Q EMC`,
    );
    return width;
  }
}

function pathOf({ d, fill, stroke, width = 1, dash }: Path): string {
  const lines = [
    fill && paint(fill, 'rg'),
    stroke && `${paint(stroke, 'RG')} ${num(width)} w`,
    stroke && (dash ? `[${dash.map(num).join(' ')}] 0 d 1 J` : '[] 0 d 0 J'),
    inPdf(d),
    fill && stroke ? 'B' : fill ? 'f' : 'S',
  ];
  return lines.filter(Boolean).join(' ');
}

/** A path with its letters behind their numbers. */
function inPdf(d: string): string {
  const parts: string[] = [];
  let letter = '';
  for (const part of d.split(' ')) {
    if (LETTERS[part] === undefined) parts.push(part);
    else {
      parts.push(letter);
      letter = LETTERS[part];
    }
  }
  return [...parts, letter].filter(Boolean).join(' ');
}

function textOf({ words, x, y, size, paint: colour }: Text, font: Font, name: string): string {
  const glyphs = Array.from(words, (sign) => hex(font.glyph(sign.codePointAt(0) ?? 0)));
  const place = `1 0 0 -1 ${num(x)} ${num(y)} Tm`;
  return `BT /${name} ${num(size)} Tf ${paint(colour, 'rg')} ${place} <${glyphs.join('')}> Tj ET`;
}

function widthOf(words: string, font: Font): number {
  let width = 0;
  for (const sign of words) width += font.width(font.glyph(sign.codePointAt(0) ?? 0));
  return width / 1000;
}

function paint(colour: Parameters<typeof colourOf>[0], op: 'rg' | 'RG'): string {
  return [...colourOf(colour).map((part) => part.toFixed(3)), op].join(' ');
}

/** A scale: hundredths are too coarse for it where a page is large. */
function fine(value: number): string {
  return value.toFixed(5);
}

function num(value: number): string {
  return String(round(value));
}
