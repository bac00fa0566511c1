import { plain, wordsOf } from '../plan/words';

/** A stretch of a text, from start up to end in its own characters. */
export type Stretch = readonly [start: number, end: number];

/** Where the words of a filter stand in a title. */
export function finds(title: string, filter: string): Stretch[] {
  const words = wordsOf(filter);
  if (words.length === 0) return [];
  const { text, from } = mapped(title);
  const found: Stretch[] = [];
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      found.push([from[at] ?? 0, from[at + word.length] ?? title.length]);
  }
  return found;
}

/** A title as it is compared, and from which of its characters each compared one comes. */
function mapped(title: string): { text: string; from: number[] } {
  const from: number[] = [];
  let text = '';
  let index = 0;
  for (const letter of title) {
    const letters = plain(letter);
    for (let i = 0; i < letters.length; i++) from.push(index);
    text += letters;
    index += letter.length;
  }
  return { text, from };
}

/** A text in pieces, those that lie in a stretch marked as hit. */
export function pieces(
  text: string,
  stretches: readonly Stretch[],
): { text: string; hit: boolean }[] {
  const cut: { text: string; hit: boolean }[] = [];
  let done = 0;
  const take = (to: number, hit: boolean) => {
    if (to > done) cut.push({ text: text.slice(done, to), hit });
    done = Math.max(done, to);
  };
  for (const [start, end] of [...stretches].sort((a, b) => a[0] - b[0])) {
    take(start, false);
    take(end, true);
  }
  take(text.length, false);
  return cut;
}

/** How a stretch of a text is marked: as what was sought, or as what the lens asks about. */
export type Marking = 'found' | 'asked';

/**
 * Marks stretches of an element's text without changing the document, until the
 * function it gives is called. An engine that cannot does without.
 */
export function mark(
  element: Element,
  stretches: readonly Stretch[],
  as: Marking = 'found',
): () => void {
  const words = element.firstChild;
  if (!words || stretches.length === 0 || typeof Highlight === 'undefined') return () => undefined;
  const ranges = stretches.map(([start, end]) => rangeOf(words, start, end));
  ranges.forEach((range) => marks(as).add(range));
  return () => ranges.forEach((range) => marks(as).delete(range));
}

function rangeOf(words: Node, start: number, end: number): Range {
  const range = new Range();
  range.setStart(words, start);
  range.setEnd(words, end);
  return range;
}

/** All marks of the page of one kind; base.css says how they look. */
function marks(as: Marking): Highlight {
  const known = CSS.highlights.get(as) ?? new Highlight();
  CSS.highlights.set(as, known);
  return known;
}
