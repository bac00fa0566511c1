// How a node is set: its words in lines, and how much room that takes.
// MindNode.svelte draws what is said here, with the same sizes.
import type { Kind } from '../plan/types';
import { percent, type Facts } from './facts';
import type { Face, Ruler } from '../text/ruler';

/** The fonts of the page, and how many px 1 rem has now. */
export interface Type {
  readonly sans: string;
  readonly serif: string;
  readonly rem: number;
}

/** Where a node stands: in the middle of the map, or on a branch. */
export type Rank = 'centre' | 'branch';

/** A node as it is set; all in px. */
export interface Setting {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
  /** Where its line lies, from its top. */
  readonly line: number;
}

/** Sizes in rem; they stand in MindNode.svelte once more, as CSS. */
export interface Look {
  readonly serif: boolean;
  readonly weight: number;
  readonly italic?: true;
  readonly size: number;
  readonly leading: number;
  /** The widest line. */
  readonly most: number;
  /** The mark before the words. */
  readonly mark: number;
}

const TITLE = { serif: true, weight: 500, leading: 1.3 } as const;
const LOOKS: Readonly<Record<Kind | 'centre', Look>> = {
  centre: { serif: true, weight: 440, size: 1.75, leading: 1.15, most: 16, mark: 0 },
  vision: { ...TITLE, size: 1.375, most: 15, mark: 1.75 },
  goal: { ...TITLE, size: 1.1875, most: 13, mark: 0 },
  milestone: { serif: false, weight: 600, size: 0.9375, leading: 1.3, most: 13, mark: 0 },
  step: { serif: false, weight: 420, size: 0.9375, leading: 1.3, most: 16, mark: 1.75 },
  decision: { serif: false, weight: 420, size: 0.9375, leading: 1.3, most: 16, mark: 1.75 },
  idea: {
    serif: false,
    weight: 420,
    italic: true,
    size: 0.9375,
    leading: 1.3,
    most: 14,
    mark: 1.75,
  },
};

/** Around the words: before and after them, above, and between them and the line. */
export const SIDE = 0.25;
export const ABOVE = 0.25;
const BELOW = 0.3125;
/** The stones above the middle of the map. */
export const STONES = 2;
/** What is said below the line. */
export const FACTS = { size: 0.8125, height: 1.25, ring: 1.375, gap: 0.5, most: 14, note: 1.125 };
/** An empty title leaves room for its question. */
const EMPTY = 9;

export function lookOf(kind: Kind, rank: Rank): Look {
  return LOOKS[rank === 'centre' ? 'centre' : kind];
}

/** A map has many nodes, and few faces. */
const faces = new WeakMap<Type, Map<Look, Face>>();

/** How the words of a look are set. */
export function faceOf(look: Look, type: Type): Face {
  let known = faces.get(type);
  if (!known) faces.set(type, (known = new Map<Look, Face>()));
  let face = known.get(look);
  if (!face) known.set(look, (face = newFace(look, type)));
  return face;
}

function newFace(look: Look, type: Type): Face {
  const { serif, weight, italic, size, leading } = look;
  const family = serif ? type.serif : type.sans;
  const px = size * type.rem;
  const style = italic ? 'italic ' : '';
  return { font: `${style}${String(weight)} ${String(px)}px ${family}`, leading: px * leading };
}

/** Sets a title with what is said below it. */
export function set(
  { title, kind }: { title: string; kind: Kind },
  rank: Rank,
  facts: Facts | null,
  ruler: Ruler,
  type: Type,
): Setting {
  const { rem } = type;
  const look = lookOf(kind, rank);
  const face = faceOf(look, type);
  const { lines, width } = ruler.wrap(title, face, look.most * rem);
  const words = (title === '' ? EMPTY * rem : width) + (facts?.noted ? FACTS.note * rem : 0);
  const above = (ABOVE + (rank === 'centre' ? STONES : 0)) * rem;
  const tall = lines.length * face.leading;
  const line = above + tall + BELOW * rem;
  const told = facts ? factsWidth(facts, ruler, type) : 0;
  const below = told > 0 ? FACTS.height * rem : 0;
  const wide = look.mark * rem + Math.max(words, told);
  return {
    lines,
    width: Math.ceil(wide + 2 * SIDE * rem) + 2,
    height: Math.ceil(line + below) + 1,
    line: rank === 'centre' ? above + tall / 2 : line,
  };
}

/** How wide what is said below the line is; 0 = nothing is. */
function factsWidth({ share, ask, words }: Facts, ruler: Ruler, type: Type): number {
  const { rem, sans } = type;
  const face = { font: `420 ${String(FACTS.size * rem)}px ${sans}`, leading: 0 };
  const told = [share === null ? '' : percent(share), ask, ...words];
  const all = told.filter((word) => word !== '');
  const text = all.reduce((sum, word) => sum + ruler.width(word, face) + FACTS.gap * rem, 0);
  return Math.min(FACTS.most * rem, text + (share === null ? 0 : FACTS.ring * rem));
}
