import { t, type Key } from '../text/text';
import type { Stretch } from '../ui/found';
import type { Verdict } from './types';

/** What stands for the word while a sentence is cut at it. */
const HOLE = '\u0000';

/** The words of a chip: what stands before the word that gave it away, the word, and what stands behind. */
export function chipOf({ reason, word }: Verdict): readonly [string, string, string] {
  if (reason === '') return ['', '', ''];
  const [before = '', after] = t(`${reason}.chip`, { word: HOLE }).split(HOLE);
  return after === undefined ? [before, '', ''] : [before, word.toLowerCase(), after];
}

/** The chip as one text. */
export function chipText(verdict: Verdict): string {
  return chipOf(verdict).join('');
}

/** Where the word that gave it away stands in the title. */
export function wordIn(title: string, { word }: Verdict): readonly Stretch[] {
  const text = title.toLowerCase();
  for (let at = text.indexOf(word); word !== '' && at >= 0; at = text.indexOf(word, at + 1))
    if (isWhole(text, at, word)) return [[at, at + word.length]];
  return [];
}

/** No letter goes on before or behind it: "be" is not in "maybe". */
function isWhole(text: string, at: number, word: string): boolean {
  const around = text.slice(0, at).slice(-1) + text.slice(at + word.length).slice(0, 1);
  return !/\p{L}/u.test(around);
}

/** Why, as a sentence; the word, with which it begins, is that of the title. */
export function reasonOf(verdict: Verdict, title: string): string {
  const { reason, word } = verdict;
  if (reason === '') return '';
  const [stretch] = wordIn(title, verdict);
  const read = stretch ? title.slice(...stretch) : word;
  return t(reason, { word: read.charAt(0).toUpperCase() + read.slice(1) });
}

/** What is known about it, and the text of its source; null = nothing that we could quote. */
export function evidenceOf({ reason }: Verdict): readonly [Key, Key] | null {
  switch (reason) {
    case 'lens.result':
    case 'lens.state':
      return ['lens.evidence.result', 'lens.evidence.result.source'];
    case 'lens.open':
    case 'lens.measure':
    case 'lens.more':
      return ['lens.evidence.open', 'lens.evidence.open.source'];
    default:
      return null;
  }
}
