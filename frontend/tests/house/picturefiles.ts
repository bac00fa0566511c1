import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What a PNG begins with. */
const SIGNATURE = '89504e470d0a1a0a';

/** The width and height of a PNG, in points. */
export function sizeOf(png: Buffer): [number, number] {
  expect(png.subarray(0, 8).toString('hex')).toBe(SIGNATURE);
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** How many pages a PDF has. */
export function pagesOf(pdf: Buffer): number {
  const text = pdf.toString('latin1');
  expect(text.startsWith('%PDF-1.7\n')).toBe(true);
  expect(text.endsWith('%%EOF\n')).toBe(true);
  return text.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
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
