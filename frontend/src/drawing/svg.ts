import { hexOf } from './colours';
import { round, type Drawing, type Paint, type Path, type Shape, type Text } from './drawing';
import { runsOf, stackOf, type Face, type Faces } from './faces';
import type { Font } from './font';

/** Millimetres of a px. */
const MM = 25.4 / 96;

/**
 * A drawing as a file of its own. The fonts come along in it, only those files
 * whose characters occur, so that it looks the same on a computer that has
 * none of them.
 */
export function svgOf({ width, height, shapes }: Drawing, title: string, faces: Faces): string {
  const size = `width="${String(round(width * MM))}mm" height="${String(round(height * MM))}mm"`;
  const box = `viewBox="0 0 ${String(round(width))} ${String(round(height))}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${box} text-rendering="geometricPrecision">`,
    `<title>${escaped(title)}</title>`,
    `<style>${usedFonts(shapes, faces).map(faceRule).join('')}</style>`,
    `<rect width="100%" height="100%" fill="${hexOf({ role: 'sheet' })}"/>`,
    ...shapes.map((shape) => (shape.is === 'path' ? pathOf(shape) : textOf(shape, faces))),
    '</svg>\n',
  ].join('\n');
}

function pathOf({ d, fill, stroke, width = 1, dash }: Path): string {
  const lines = stroke
    ? ` ${colour('stroke', stroke)} stroke-width="${String(round(width))}"` +
      (dash ? ` stroke-dasharray="${dash.join(' ')}" stroke-linecap="round"` : '')
    : '';
  return `<path d="${d}" ${fill ? colour('fill', fill) : 'fill="none"'}${lines}/>`;
}

function textOf({ words, x, y, face, size, paint }: Text, faces: Faces): string {
  const { weight, style } = faces[face];
  const font = `font-family="${stackOf(faces[face])}" font-size="${String(size)}" font-weight="${String(weight)}"`;
  const slant = style === 'italic' ? ' font-style="italic"' : '';
  const at = `x="${String(round(x))}" y="${String(round(y))}"`;
  return `<text ${at} ${font}${slant} ${colour('fill', paint)}>${escaped(words)}</text>`;
}

function colour(name: 'fill' | 'stroke', paint: Paint): string {
  return `${name}="${hexOf(paint)}"`;
}

interface Used {
  readonly face: Face;
  readonly font: Font;
}

/** The files that the words of a drawing are set from, each with the face it belongs to. */
function usedFonts(shapes: readonly Shape[], faces: Faces): Used[] {
  const used = new Map<Font, Used>();
  for (const shape of shapes) {
    if (shape.is !== 'text') continue;
    for (const { font } of runsOf(shape.words, shape.face, faces)) {
      if (!font) continue;
      const own = faces[shape.face];
      used.set(font, { face: own.fonts.includes(font) ? own : faces.text, font });
    }
  }
  return [...used.values()];
}

function faceRule({ face: { family, weight, style }, font }: Used): string {
  const source = `url(data:font/woff;base64,${base64Of(font.woff)}) format('woff')`;
  return `@font-face{font-family:'${family}';font-weight:${String(weight)};font-style:${style};src:${source};unicode-range:${font.range}}`;
}

/** What stands for itself in a text of XML; what may stand in none is left out. */
function escaped(words: string): string {
  return words
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}

/** So many bytes at once become characters: more arguments than that no engine takes. */
const PORTION = 0x8000;

/** Bytes as data: addresses write them. */
export function base64Of(bytes: Uint8Array): string {
  let signs = '';
  for (let at = 0; at < bytes.length; at += PORTION)
    signs += String.fromCharCode(...bytes.subarray(at, at + PORTION));
  return btoa(signs);
}
