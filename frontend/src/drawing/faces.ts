import { Font } from './font';
import type { Bytes } from './woff';

/**
 * How words are set on a drawing: text and strong for what it tells, aside for
 * what is only thought of, title and voice for what the person hopes. The screen, the picture and the paper are
 * set from the same files, so that what one sees is what is printed; these have
 * fixed weights, as no PDF takes the variable fonts of the page.
 */
export type FaceName = 'text' | 'strong' | 'aside' | 'title' | 'voice';

export interface Face {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** The files, by the characters they have; the first that has one draws it. */
  readonly fonts: readonly Font[];
}

export type Faces = Readonly<Record<FaceName, Face>>;

const SANS = 'drawn-sans';
const SERIF = 'drawn-serif';

/** What else a family may be set in, where a character is in none of its files. */
export const FALLBACK: Readonly<Record<string, string>> = {
  [SANS]: 'system-ui, sans-serif',
  [SERIF]: `'${SANS}', Georgia, serif`,
};

/** A family as CSS writes it, and what stands in for it. */
export function stackOf({ family }: Face): string {
  return `'${family}', ${FALLBACK[family] ?? 'sans-serif'}`;
}

let asked: Promise<Faces> | undefined;

/** The faces, read once and made known to the page. */
export function facesOf(): Promise<Faces> {
  return (asked ??= read());
}

async function read(): Promise<Faces> {
  const { FILES } = await import('./files');
  const fonts = (files: readonly string[]) =>
    Promise.all(files.map((file) => Font.read(bytesOf(file))));
  const sans = async (
    files: readonly string[],
    weight: number,
    style: Face['style'] = 'normal',
  ): Promise<Face> => ({ family: SANS, weight, style, fonts: await fonts(files) });
  const faces: Faces = {
    text: await sans(FILES.text, 400),
    strong: await sans(FILES.strong, 600),
    aside: await sans(FILES.aside, 400, 'italic'),
    title: { family: SERIF, weight: 500, style: 'normal', fonts: await fonts(FILES.title) },
    voice: { family: SERIF, weight: 400, style: 'italic', fonts: await fonts(FILES.voice) },
  };
  await makeKnown(Object.values(faces));
  return faces;
}

/** The bytes of a data: address. */
function bytesOf(address: string): Bytes {
  return Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (sign) =>
    sign.charCodeAt(0),
  );
}

/** Gives the page the fonts; where there is no page to be drawn, nobody needs them. */
async function makeKnown(faces: readonly Face[]): Promise<void> {
  if (typeof FontFace === 'undefined') return;
  const all = faces.flatMap(({ family, weight, style, fonts }) =>
    fonts.map(
      ({ woff, range }) =>
        new FontFace(family, woff, { weight: String(weight), style, unicodeRange: range }),
    ),
  );
  for (const one of all) document.fonts.add(one);
  await Promise.all(all.map((one) => one.load()));
}

/** A stretch of words that one file draws; without a font nobody of ours has its characters. */
export interface Run {
  readonly font: Font | undefined;
  readonly words: string;
}

/** What joins signs to one, or changes the one before: it stays with that. */
export const JOINS = /[\p{M}\u200d\ufe0e\ufe0f\u{1f3fb}-\u{1f3ff}]/u;
export const JOINER = '\u200d';

/** Words by the files that draw them. */
export function runsOf(words: string, name: FaceName, faces: Faces): Run[] {
  const fonts = [...faces[name].fonts, ...faces.text.fonts];
  const runs: { font: Font | undefined; words: string }[] = [];
  for (const sign of words) {
    const last = runs.at(-1);
    const font = fonts.find((one) => one.glyph(sign.codePointAt(0) ?? 0) !== 0);
    const stays = last && !last.font && (JOINS.test(sign) || last.words.endsWith(JOINER));
    if (last && (stays || last.font === font)) last.words += sign;
    else runs.push({ font, words: sign });
  }
  return runs;
}
