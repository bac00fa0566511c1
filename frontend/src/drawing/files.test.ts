import { describe, expect, test } from 'vitest';
import { colourOf, cssOf, hexOf } from './colours';
import type { Drawing, Text } from './drawing';
import { facesOf } from './faces';
import { sheetOf } from './paper';
import { pdfOf } from './pdf';
import { svgOf } from './svg';

const faces = await facesOf();

const text = (words: string, over: Partial<Text> = {}): Text => ({
  is: 'text',
  words,
  x: 10,
  y: 20,
  face: 'text',
  size: 12,
  paint: { role: 'ink' },
  width: 50,
  ...over,
});

function drawing(...words: string[]): Drawing {
  const path = {
    is: 'path',
    d: 'M 0 0 L 10 0 C 1 2 3 4 5 6 Z',
    fill: { role: 'accent' },
    stroke: { role: 'a-growth', share: 0.3 },
    width: 2,
    dash: [0.1, 5],
  } as const;
  return { width: 400, height: 300, shapes: [path, ...words.map((one) => text(one))] };
}

describe('a colour', () => {
  test('is that of the light page, as the window has it too', () => {
    expect(hexOf({ role: 'ink' })).toBe('#2a2520'); // native_gtk.go has it as a number
    expect(hexOf({ role: 'sheet', share: 0.5 })).toBe(hexOf({ role: 'sheet' }));
    expect(colourOf({ role: 'ink', share: 0 })).toEqual(colourOf({ role: 'sheet' }));
    expect(() => hexOf({ role: 'a-nothing' })).toThrow('a-nothing');
  });

  test('is a role on the screen', () => {
    expect(cssOf({ role: 'ink' })).toBe('var(--ink)');
    expect(cssOf({ role: 'ink', share: 0.3 })).toBe(
      'color-mix(in srgb, var(--ink) 30%, var(--sheet))',
    );
  });
});

describe('as SVG', () => {
  const read = (svg: string) => new DOMParser().parseFromString(svg, 'image/svg+xml');

  test('it is one file that says what is drawn, whatever the words hold', () => {
    const odd = 'Tom & <Ada> "say" \u0000 🏃‍♀️ \ud800';
    const page = read(svgOf(drawing('A book', odd), 'Roadmap & more', faces));
    expect(page.querySelector('parsererror')).toBeNull();
    expect(page.querySelector('title')?.textContent).toBe('Roadmap & more');
    const said = [...page.querySelectorAll('text')].map(({ textContent }) => textContent);
    expect(said).toEqual(['A book', 'Tom & <Ada> "say"  🏃‍♀️ ']);
    expect(page.documentElement.getAttribute('width')).toBe('105.83mm');
  });

  test('it brings along the fonts that its words need, and no other', () => {
    const fonts = (...words: string[]) =>
      svgOf(drawing(...words), '', faces).match(/@font-face/g)?.length ?? 0;
    expect(fonts()).toBe(0);
    expect(fonts('A book', 'A boat')).toBe(1);
    expect(fonts('A book', 'Книга')).toBe(2);
    expect(svgOf(drawing('A book'), '', faces)).not.toMatch(
      /https?:\/\/(?!www\.w3\.org\/2000\/svg)/,
    );
  });
});

/** Each byte as one character. */
const textOf = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** How many objects a PDF of one page has; each is where it says. */
function placesIn(file: string): number {
  expect(file.startsWith('%PDF-1.7\n')).toBe(true);
  expect(file.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
  const start = Number(/startxref\n(\d+)/.exec(file)?.[1]);
  expect(file.slice(start, start + 4)).toBe('xref');
  const places = [...file.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)];
  places.forEach(([, at], i) => {
    expect(file.slice(Number(at)).startsWith(`${String(i + 1)} 0 obj`)).toBe(true);
  });
  return places.length;
}

describe('as PDF', () => {
  const pixels = { width: 2, height: 1, data: new Uint8ClampedArray(8) } as unknown as ImageData;
  const made: string[] = [];
  const print = async (...words: string[]) => {
    const bytes = await pdfOf(drawing(...words), 'Wanderung – 🥾', faces, ({ words }) => {
      made.push(words);
      return { pixels, width: 16, up: 12, down: 4 };
    });
    return textOf(bytes);
  };

  test('it is one page, and everything in it is where it says', async () => {
    const file = await print('A book', 'Größe');
    expect(file).toContain('/MediaBox [0 0 300.00 225.00]');
    expect(placesIn(file)).toBeGreaterThan(8);
    expect(file.match(/\/FontFile2/g)).toHaveLength(1);
  });

  test('what no font draws is a picture that can be copied as words', async () => {
    const file = await print('Run 🏃‍♀️ far');
    expect(made).toContain('🏃‍♀️');
    expect(file.match(/\/Subtype \/Image/g)).toHaveLength(2); // and what shines through it
  });
});

describe('a sheet of paper', () => {
  test('has the size of the paper, and the picture on it as it is', async () => {
    const jpeg = Uint8Array.from([0xff, 0xd8, 1, 2, 3, 0xff, 0xd9]);
    const file = textOf(await sheetOf({ jpeg, width: 200, height: 100 }, [297, 210], 'Größe'));
    expect(file).toContain('/MediaBox [0 0 841.89 595.28]');
    expect(file).toMatch(/\/Width 200 \/Height 100 .*\/Filter \/DCTDecode \/Length 7 /);
    expect(file).toContain(`stream\n${textOf(jpeg)}\nendstream`);
    expect(file).toContain('/Title <feff0047007200f600df0065>');
    expect(placesIn(file)).toBe(6);
  });
});
