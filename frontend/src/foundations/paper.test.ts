import { expect, test } from 'vitest';
import type { Text } from '../drawing/drawing';
import { facesOf } from '../drawing/faces';
import { Ruler } from '../drawing/words';
import '../text/english';
import { paperOf } from './paper';
import { ROWS } from './sheet';

const ruler = new Ruler(await facesOf());
const long = 'Every morning I walk along the canal and knock on lime trees. '.repeat(20).trim();

test('the sheet is one page, whatever is said', () => {
  const rows = ROWS.map((name) => ({ name, vision: [long, long], action: [long, 'Walk', 'Talk'] }));
  const page = paperOf(long, rows, ruler);
  const words = page.shapes.filter((shape): shape is Text => shape.is === 'text');
  expect(words.length).toBeGreaterThan(40);
  for (const { x, y, width } of words) {
    expect(x + width).toBeLessThanOrEqual(page.width);
    expect(y).toBeLessThan(page.height);
  }
  const names = words.filter(({ words }) => words === 'Focus' || words === 'For example');
  expect(names).toHaveLength(2);
});

test('no line of one row reaches into the next', () => {
  const rows = ROWS.map((name) => ({ name, vision: [long], action: [] }));
  const page = paperOf('The sea', rows, ruler);
  const rules = page.shapes.flatMap((shape) =>
    shape.is === 'path' && shape.stroke?.role === 'fold' ? [Number(shape.d.split(' ')[2])] : [],
  );
  const lows = page.shapes.flatMap((shape) =>
    shape.is === 'text' && shape.face === 'voice' ? [shape.y] : [],
  );
  expect(rules).toHaveLength(ROWS.length);
  rules.forEach((top, i) => {
    const until = rules[i + 1] ?? page.height;
    expect(lows.filter((y) => y > top && y < until)).toHaveLength(4);
  });
});
