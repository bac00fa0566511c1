import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What a PNG begins with. */
const SIGNATURE = '89504e470d0a1a0a';

/** The width and height of a PNG, in points. */
export function sizeOf(png: Buffer): [number, number] {
  expect(png.subarray(0, 8).toString('hex')).toBe(SIGNATURE);
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** How large a PNG is drawn, and how many colours it has, as a page reads it. */
export function readPng(page: Page, png: Buffer): Promise<{ width: number; colours: number }> {
  return page.evaluate(
    async (bytes) => {
      const image = await createImageBitmap(
        new Blob([new Uint8Array(bytes)], { type: 'image/png' }),
      );
      const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
      if (!pen) throw new Error('no canvas');
      pen.drawImage(image, 0, 0);
      const { data } = pen.getImageData(0, 0, image.width, image.height);
      return { width: image.width, colours: new Set(new Uint32Array(data.buffer)).size };
    },
    [...png],
  );
}

/** How many pages a PDF has. */
export function pagesOf(pdf: Buffer): number {
  const text = pdf.toString('latin1');
  expect(text.startsWith('%PDF-1.7\n')).toBe(true);
  expect(text.endsWith('%%EOF\n')).toBe(true);
  return text.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
}

/** The page of a PDF that one photograph fills: its width and height in points of paper, and those of the photograph. */
export function photoOf(pdf: Buffer): { page: [number, number]; photo: [number, number] } {
  const text = pdf.toString('latin1');
  const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text);
  const image =
    /\/Subtype \/Image \/Width (\d+) \/Height (\d+) .*\/DCTDecode \/Length (\d+) >>/.exec(text);
  if (!box || !image) throw new Error('no page with a photograph');
  const from = text.indexOf('stream\n', image.index) + 'stream\n'.length;
  const jpeg = text.slice(from, from + Number(image[3]));
  expect(jpeg.startsWith('\u00ff\u00d8') && jpeg.endsWith('\u00ff\u00d9'), 'a whole JPEG').toBe(
    true,
  );
  return { page: [Number(box[1]), Number(box[2])], photo: [Number(image[1]), Number(image[2])] };
}

/** The words of an SVG, read as XML; its fonts apart, which the policy of the page would not let in. */
export function textsOf(page: Page, svg: string): Promise<(string | null)[]> {
  return page.evaluate(
    (text) => {
      const read = new DOMParser().parseFromString(text, 'image/svg+xml');
      if (read.querySelector('parsererror')) throw new Error('this is no XML');
      return [...read.querySelectorAll('text')].map(({ textContent }) => textContent);
    },
    svg.replace(/<style>.*<\/style>/, ''),
  );
}

/** The lines of words on the page of a PDF, as somebody gets them who copies them out of it. */
export function linesOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  const objects = new Map(
    [...text.matchAll(/(\d+) 0 obj\n([^]*?)\nendobj\n/g)].map(([, id = '', body = '']) => [
      id,
      body,
    ]),
  );
  const streamOf = (id: string) => {
    const [, stream = ''] = /stream\n([^]*)\nendstream$/.exec(objects.get(id) ?? '') ?? [];
    return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
  };
  const signsOf = (font: string) => {
    const [, id = ''] = new RegExp(`/${font} (\\d+) 0 R`).exec(text) ?? [];
    const [, map = ''] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '') ?? [];
    const pairs = streamOf(map).matchAll(/<([0-9a-f]{4})> <([0-9a-f]+)>/gi);
    // One glyph may stand for several signs, as for both kinds of space: the first is the plain one.
    const all = [...pairs].reverse();
    return new Map(all.map(([, glyph = '', sign = '']) => [glyph, signOf(sign)]));
  };
  const [, content = ''] = /\/Contents (\d+) 0 R/.exec(text) ?? [];
  return [...streamOf(content).matchAll(/\/(\w+) [\d.]+ Tf .*<([0-9a-f]+)> Tj/gi)].map(
    ([, font = '', glyphs = '']) => {
      const signs = signsOf(font);
      return (glyphs.match(/.{4}/g) ?? []).map((glyph) => signs.get(glyph) ?? '?').join('');
    },
  );
}

function signOf(hex: string): string {
  return (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join('');
}
