// A report on one page, in ink alone: nothing on it is told by its colour.

import type { Drawing, Paint } from '../drawing/drawing';
import { line } from '../drawing/drawing';
import { leading, Pen, type Style } from '../drawing/pen';
import type { Ruler } from '../drawing/words';
import { fullDay } from '../text/dates';
import { tn } from '../text/text';
import type { Letter } from './letter';

/** A4, in px of 1/96 inch. */
const WIDE = 794;
const HIGH = 1123;
const EDGE = 72;
const FOOT = HIGH - EDGE;
const WIDTH = WIDE - 2 * EDGE;
/** Lines stand in from their heading. */
const IN = 16;
/** A line of a report is no longer than so many lines of type. */
const MOST = 4;
/** The type gets smaller until all fits; below the last nobody would read it. */
const SIZES = [16, 15, 14, 13, 12] as const;

const ink = (role: 'ink' | 'ink-2' | 'ink-3'): Paint => ({ role });
const TITLE: Style = { face: 'title', size: 30, paint: ink('ink') };
const SMALL: Style = { face: 'text', size: 13, paint: ink('ink-3') };

/** Draws a letter on its page. What fits on no page is counted where it is left out. */
export function paperOf(letter: Letter, ruler: Ruler): Drawing {
  const size = SIZES.find((one) => draw(letter, ruler, one, all(letter)).end <= FOOT);
  const smallest = SIZES.at(-1) ?? 12;
  const { pen } = draw(
    letter,
    ruler,
    size ?? smallest,
    size ? all(letter) : fit(letter, ruler, smallest),
  );
  return { width: WIDE, height: HIGH, shapes: pen.shapes };
}

/** How many lines of each section are drawn. */
type Counts = readonly number[];

function all({ sections }: Letter): Counts {
  return sections.map(({ lines }) => lines.length);
}

/** As many as the page holds: the longest section loses a line first. */
function fit(letter: Letter, ruler: Ruler, size: number): Counts {
  const counts = [...all(letter)];
  while (draw(letter, ruler, size, counts).end > FOOT) {
    const most = Math.max(...counts);
    if (most <= 1) break;
    counts[counts.indexOf(most)] = most - 1;
  }
  return counts;
}

function draw(
  letter: Letter,
  ruler: Ruler,
  size: number,
  counts: Counts,
): { pen: Pen; end: number } {
  const pen = new Pen(ruler);
  const text: Style = { face: 'text', size, paint: ink('ink') };
  const voice: Style = { face: 'voice', size: size + 2, paint: ink('ink-2') };
  const head: Style = { face: 'strong', size, paint: ink('ink') };
  const more: Style = { face: 'aside', size, paint: ink('ink-2') };
  let y = pen.writeAll(ruler.wrap(letter.plan, TITLE, WIDTH, 2), EDGE, EDGE + TITLE.size, TITLE);
  y += 2.2 * voice.size;
  const greeting = letter.greeting
    .split('\n')
    .flatMap((one) => ruler.wrap(one, voice, WIDTH, MOST));
  if (greeting.length > 0) y = pen.writeAll(greeting, EDGE, y, voice) + leading(voice);
  y = pen.writeAll(ruler.wrap(letter.about, voice, WIDTH, MOST), EDGE, y, voice);
  letter.sections.forEach(({ head: title, lines }, i) => {
    const count = counts[i] ?? 0;
    y += 2.3 * size;
    pen.write(title, EDGE, y, head);
    for (const words of lines.slice(0, count)) {
      y += 1.55 * size;
      pen.write('–', EDGE, y, text);
      y = pen.writeAll(ruler.wrap(words, text, WIDTH - IN, MOST), EDGE + IN, y, text);
    }
    if (count === lines.length) return;
    y += 1.55 * size;
    pen.write(tn('report.more', lines.length - count), EDGE + IN, y, more);
  });
  pen.draw(
    line(EDGE, HIGH - 52, WIDE - EDGE, HIGH - 52, { stroke: { role: 'ink-3' }, width: 0.8 }),
  );
  pen.write(fullDay(letter.day), EDGE, HIGH - 34, SMALL);
  return { pen, end: y + 0.3 * size };
}
