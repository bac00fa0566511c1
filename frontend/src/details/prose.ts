import { readInline, type Inline } from './inline';

/** A paragraph, heading, list … of a note. */
export type Block =
  | { readonly type: 'paragraph'; readonly inside: readonly Inline[] }
  | { readonly type: 'heading'; readonly level: number; readonly inside: readonly Inline[] }
  | { readonly type: 'quote'; readonly blocks: readonly Block[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'rule' }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly entries: readonly Entry[];
    };

/** One entry of a list; done is set for a "[x]" or "[ ]" line. */
export interface Entry {
  readonly done: boolean | null;
  readonly blocks: readonly Block[];
}

const DEEP = 12;
const BULLET = /^( {0,3})([-*+•]|\d{1,9}[.)])(?: +|$)/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}(#{1,6}) +(.*?)(?: +#+)? *$/;
const RULE = /^ {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$/;
const QUOTE = /^ {0,3}> ?/;

/**
 * Reads the Markdown that people write in notes: headings, lists in lists,
 * quotes, code, rules, emphasis and links. Anything else is plain words; no
 * text is ever lost, and none becomes markup.
 */
export function readProse(text: string): Block[] {
  return readBlocks(text.replace(/\r\n?/g, '\n').replace(/\t/g, '    ').split('\n'), 0);
}

function readBlocks(lines: readonly string[], depth: number): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const [block, length] = readBlock(lines, at, depth);
    if (block) blocks.push(block);
    at += length;
  }
  return blocks;
}

/** The block that begins at a line, and how many lines it takes. */
function readBlock(lines: readonly string[], at: number, depth: number): [Block | null, number] {
  const line = lines[at] ?? '';
  const heading = HEADING.exec(line);
  if (line.trim() === '') return [null, 1];
  if (FENCE.test(line)) return readCode(lines, at);
  if (heading) return [headingOf(heading), 1];
  if (RULE.test(line)) return [{ type: 'rule' }, 1];
  if (depth < DEEP && QUOTE.test(line)) return readQuote(lines, at, depth);
  if (depth < DEEP && BULLET.test(line)) return readList(lines, at, depth);
  return readParagraph(lines, at);
}

function headingOf(match: RegExpExecArray): Block {
  const [, marks = '#', words = ''] = match;
  return { type: 'heading', level: marks.length, inside: readInline(words) };
}

function readCode(lines: readonly string[], at: number): [Block, number] {
  const fence = FENCE.exec(lines[at] ?? '')?.[1] ?? '```';
  let end = at + 1;
  while (end < lines.length && !lines[end]?.trim().startsWith(fence)) end++;
  return [{ type: 'code', text: lines.slice(at + 1, end).join('\n') }, end + 1 - at];
}

function readQuote(lines: readonly string[], at: number, depth: number): [Block, number] {
  let end = at;
  while (end < lines.length && QUOTE.test(lines[end] ?? '')) end++;
  const inside = lines.slice(at, end).map((line) => line.replace(QUOTE, ''));
  return [{ type: 'quote', blocks: readBlocks(inside, depth + 1) }, end - at];
}

function readParagraph(lines: readonly string[], at: number): [Block, number] {
  let end = at + 1;
  while (end < lines.length && !beginsBlock(lines[end] ?? '')) end++;
  const words = lines.slice(at, end).map((line) => line.trim());
  return [{ type: 'paragraph', inside: readInline(words.join('\n')) }, end - at];
}

function beginsBlock(line: string): boolean {
  return (
    line.trim() === '' || [FENCE, HEADING, RULE, QUOTE, BULLET].some((mark) => mark.test(line))
  );
}

function readList(lines: readonly string[], at: number, depth: number): [Block, number] {
  const first = BULLET.exec(lines[at] ?? '')?.[2] ?? '-';
  const ordered = /^\d/.test(first);
  const entries: Entry[] = [];
  let end = at;
  while (end < lines.length && sameList(lines[end] ?? '', ordered)) {
    const length = entryLength(lines, end);
    entries.push(readEntry(lines.slice(end, end + length), depth));
    end += length;
  }
  return [{ type: 'list', ordered, start: ordered ? parseInt(first, 10) : 1, entries }, end - at];
}

function sameList(line: string, ordered: boolean): boolean {
  const mark = BULLET.exec(line)?.[2];
  return mark !== undefined && /^\d/.test(mark) === ordered && !RULE.test(line);
}

/** An entry goes on over indented lines, and over blank ones when an indented one follows. */
function entryLength(lines: readonly string[], at: number): number {
  const indent = BULLET.exec(lines[at] ?? '')?.[0].length ?? 2;
  let end = at + 1;
  for (let i = end; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const inner = line.length - line.trimStart().length >= Math.min(indent, 2);
    if (line.trim() === '') continue;
    if (!inner && (i > end || beginsBlock(line))) break;
    end = i + 1;
  }
  return end - at;
}

function readEntry(lines: readonly string[], depth: number): Entry {
  const mark = BULLET.exec(lines[0] ?? '')?.[0] ?? '';
  const task = /^\[([ xX])\] +/.exec((lines[0] ?? '').slice(mark.length));
  const first = (lines[0] ?? '').slice(mark.length + (task?.[0].length ?? 0));
  const indent = indentOf(lines.slice(1));
  const rest = lines.slice(1).map((line) => line.slice(Math.min(indent, spaces(line))));
  const done = task ? task[1] !== ' ' : null;
  return { done, blocks: readBlocks([first, ...rest], depth + 1) };
}

function indentOf(lines: readonly string[]): number {
  const filled = lines.filter((line) => line.trim() !== '' && spaces(line) > 0);
  return filled.reduce((least, line) => Math.min(least, spaces(line)), 4);
}

function spaces(line: string): number {
  return line.length - line.trimStart().length;
}
