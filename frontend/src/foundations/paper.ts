import { line, type Drawing, type Paint } from '../drawing/drawing';
import { leading, Pen, type Style } from '../drawing/pen';
import type { Ruler } from '../drawing/words';
import { t } from '../text/text';
import type { Row } from './sheet';

// The sheet on paper: A4 across, one page, whatever is said.

const WIDE = 1123;
const HIGH = 794;
const EDGE = 56;
const GAP = 28;
/** Where the two columns begin, behind the names of the rows. */
const NAMES = 130;
/** So many lines does a cell hold. */
const LINES = 4;

const ink = (role: 'ink' | 'ink-2' | 'ink-3'): Paint => ({ role });
const TITLE: Style = { face: 'title', size: 26, paint: ink('ink') };
const HEAD: Style = { face: 'strong', size: 13, paint: ink('ink-2') };
const NAME: Style = { face: 'text', size: 12, paint: ink('ink-3') };
const VISION: Style = { face: 'voice', size: 14.5, paint: ink('ink') };
const ACTION: Style = { face: 'text', size: 13.5, paint: ink('ink') };
const PALE: Style = { ...NAME, face: 'aside' };

/** Draws the sheet of a vision. */
export function paperOf(title: string, rows: readonly Row[], ruler: Ruler): Drawing {
  const pen = new Pen(ruler);
  const width = (WIDE - 2 * EDGE - NAMES - GAP) / 2;
  const [left, right] = [EDGE + NAMES, EDGE + NAMES + width + GAP];
  const heads = ruler.wrap(title, TITLE, WIDE - 2 * EDGE, 2);
  let top = pen.writeAll(heads, EDGE, EDGE + TITLE.size, TITLE) + 42;
  pen.write(t('foundations.sheet.vision'), left, top, HEAD);
  pen.write(t('foundations.sheet.action'), right, top, HEAD);
  top += 14;
  const high = (HIGH - EDGE - top) / rows.length;
  for (const row of rows) {
    pen.behind(line(EDGE, top, WIDE - EDGE, top, { stroke: { role: 'fold' }, width: 1 }));
    const base = top + 24;
    pen.write(ruler.cut(t(`foundations.sheet.${row.name}`), NAME, NAMES - 12), EDGE, base, NAME);
    writeCell(pen, row.vision, left, base, width, VISION);
    writeCell(pen, row.action, right, base, width, ACTION);
    top += high;
  }
  return { width: WIDE, height: HIGH, shapes: pen.shapes };
}

function writeCell(
  pen: Pen,
  said: readonly string[],
  x: number,
  base: number,
  width: number,
  style: Style,
): void {
  if (said.length === 0) {
    pen.write(t('foundations.sheet.unsaid'), x, base, PALE);
    return;
  }
  let left = LINES;
  let y = base;
  for (const words of said) {
    const lines = left > 0 ? pen.ruler.wrap(words, style, width, left) : [];
    pen.writeAll(lines, x, y, style);
    left -= lines.length;
    y += lines.length * leading(style);
  }
}
