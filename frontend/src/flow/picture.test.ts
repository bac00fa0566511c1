import { describe, expect, test } from 'vitest';
import type { Drawing, Text } from '../drawing/drawing';
import { facesOf } from '../drawing/faces';
import { boxOf } from '../drawing/pen';
import { Ruler } from '../drawing/words';
import { Hand } from '../plan/hand.svelte';
import { Mirror } from '../plan/mirror.svelte';
import { changes, item } from '../plan/sample';
import type { Item } from '../plan/types';
import '../text/english';
import { Now } from '../text/now.svelte';
import { WAYS, type Way } from './layout';
import { pictureOf } from './picture';
import { View } from './view.svelte';

const ruler = new Ruler(await facesOf());

const LONG = 'Ask everybody who ever crossed with the old ferry whether they remember that night';
const items = (): Item[] => [
  item('g', { kind: 'goal', title: 'A manuscript', rank: 'a' }),
  item('a', { title: 'Write', parentId: 'g', rank: 'a', state: 'done' }),
  item('b', { title: LONG, parentId: 'g', rank: 'b', due: '2026-05-01' }),
  item('c', { kind: 'decision', title: 'Print or burn?', parentId: 'g', rank: 'c' }),
  item('m', { kind: 'milestone', title: 'It is printed', parentId: 'g', rank: 'd' }),
  item('r', { title: 'ספר על הים 🌊', parentId: 'g', rank: 'e' }),
];

function drawn(way: Way = 'right', rem = 16): Drawing {
  const mirror = new Mirror();
  const plans = [{ id: 'p1', name: 'A book', subject: 'me' as const, rank: 'a' }];
  const option = {
    id: 'o',
    itemId: 'c',
    kind: 'option' as const,
    rank: 'a',
    body: { what: 'Print' },
  };
  const link = { id: 'l', fromId: 'm', toId: 'a', kind: 'after' as const, weight: 1, lag: 0 };
  mirror.replace(changes({ plans, items: items(), links: [link], aspects: [option], show: 'p1' }));
  const view = new View(mirror, new Hand(), new Now());
  [view.way, view.rem] = [way, rem];
  const { layout, faces } = view;
  return pictureOf({ layout, drawn: view.drawn, faces, way, rem, title: 'A manuscript' }, ruler);
}

const texts = ({ shapes }: Drawing): Text[] => shapes.filter((shape) => shape.is === 'text');

describe('a flow on a sheet', () => {
  test('says every title, the ways of a decision and whose steps they are', () => {
    const said = texts(drawn()).map(({ words }) => words);
    for (const words of ['A manuscript', 'Write', 'Print or burn?', '◇ Print', 'It is printed'])
      expect(said).toContain(words);
    expect(said.some((words) => LONG.startsWith(words.replace('…', '')))).toBe(true);
    expect(said.some((words) => words.includes('🌊'))).toBe(true);
  });

  test.each(WAYS)('lies within its sheet, and no words on others (%s)', (way) => {
    const drawing = drawn(way);
    const boxes = texts(drawing).map((text) => ({ words: text.words, ...boxOf(text) }));
    const out = boxes.filter(
      ({ left, top, right, foot }) =>
        left < 0 || top < 0 || right > drawing.width || foot > drawing.height,
    );
    expect(out).toEqual([]);
    const over = boxes.filter((a, i) =>
      boxes
        .slice(i + 1)
        .some(
          (b) => a.left < b.right && b.left < a.right && a.top + 2 < b.foot && b.top + 2 < a.foot,
        ),
    );
    expect(over).toEqual([]);
  });

  test('is the same however large the text of the page is', () => {
    expect(drawn('right', 32)).toEqual(drawn('right', 16));
  });

  test('holds its paths in words parted by spaces, as every file wants them', () => {
    for (const shape of drawn().shapes)
      if (shape.is === 'path')
        expect(shape.d).toMatch(/^([MLCZ]|-?\d+(\.\d+)?)( ([MLCZ]|-?\d+(\.\d+)?))*$/);
  });
});
