import { describe, expect, test } from 'vitest';
import type { Drawing, Text } from '../drawing/drawing';
import { facesOf } from '../drawing/faces';
import { boxOf } from '../drawing/pen';
import { Ruler } from '../drawing/words';
import { Mirror } from '../plan/mirror.svelte';
import { changes, item, seeded } from '../plan/sample';
import type { Changes, Item, Kind } from '../plan/types';
import '../text/english';
import type { Wanted } from './chart';
import { pictureOf, type Mapped } from './picture';

const ruler = new Ruler(await facesOf());

const whole: Wanted = { centre: 'v', folded: new Set(), oneSided: false, beside: ['i'] };

function mapped(items: Item[], over: Partial<Mapped> = {}, more: Partial<Changes> = {}): Mapped {
  const mirror = new Mirror();
  const plans = [{ id: 'p1', name: 'A book', subject: 'me' as const, rank: 'a' }];
  mirror.replace(changes({ plans, items, show: 'p1', ...more }));
  const rest = { sides: new Map(), branchColours: true, values: true, day: '2026-03-02' };
  return { mirror, wanted: whole, ...rest, ...over };
}

const book = () => [
  item('v', { kind: 'vision', title: 'A book of mine, out in the world' }),
  item('g', { kind: 'goal', parentId: 'v', title: 'Finish a manuscript I would sign' }),
  item('m', {
    kind: 'milestone',
    parentId: 'g',
    title: 'First draft, 24 chapters',
    due: '2026-05-01',
  }),
  item('s1', { parentId: 'm', title: 'Write chapter 12', state: 'doing', notes: 'by hand' }),
  item('s2', { parentId: 'm', title: 'Read aloud', state: 'done' }),
  item('s3', { parentId: 'm', title: 'Ask Per', state: 'letgo' }),
  item('d', { kind: 'decision', parentId: 'g', title: 'Agent or not?' }),
  item('h', { kind: 'goal', parentId: 'v', title: 'Be known to a hundred readers' }),
  item('i', { kind: 'idea', title: 'A reading in the old ferry terminal' }),
];

const texts = ({ shapes }: Drawing): Text[] => shapes.filter((shape) => shape.is === 'text');
const said = (drawing: Drawing) => texts(drawing).map(({ words }) => words);

/** Pairs of lines of words that lie over each other. */
function overlaps(drawing: Drawing): string[] {
  const boxes = texts(drawing).map((text) => ({ words: text.words, ...boxOf(text) }));
  const found: string[] = [];
  boxes.forEach((a, i) => {
    for (const b of boxes.slice(i + 1)) {
      const beside = a.right <= b.left + 0.5 || b.right <= a.left + 0.5;
      const apart = a.foot <= b.top + 2 || b.foot <= a.top + 2;
      if (!beside && !apart) found.push(`${a.words} / ${b.words}`);
    }
  });
  return found;
}

/** Numbers of all shapes that lie beyond the sheet. */
function beyond({ width, height, shapes }: Drawing): unknown[] {
  return shapes.flatMap((shape): unknown[] => {
    if (shape.is === 'text') {
      const { left, top, right, foot } = boxOf(shape);
      return left < 0 || top < 0 || right > width || foot > height ? [shape] : [];
    }
    const numbers = shape.d
      .split(' ')
      .map(Number)
      .filter((one) => !Number.isNaN(one));
    const out = numbers.some((one, i) => one < 0 || one > (i % 2 === 0 ? width : height));
    return out ? [shape] : [];
  });
}

describe('the map as a drawing', () => {
  test('says every title in whole words, and what is said below', () => {
    const words = said(pictureOf(mapped(book()), ruler)).join(' ');
    for (const { title } of book())
      for (const word of title.split(' ')) expect(words).toContain(word);
    expect(words).toContain('1 May');
    expect(words).toContain('50 %');
  });

  test('is the same for the same plan', () => {
    const one = pictureOf(mapped(book()), ruler);
    expect(pictureOf(mapped(book()), ruler)).toEqual(one);
  });

  test('counts what is folded away, and draws none of it', () => {
    const folded = new Set(['m']);
    const drawing = pictureOf(mapped(book(), { wanted: { ...whole, folded } }), ruler);
    expect(said(drawing)).toContain('3');
    expect(said(drawing)).not.toContain('Read aloud');
  });

  test('of a branch has that in its middle, and nothing else', () => {
    const wanted = { ...whole, centre: 'g', beside: [] };
    const words = said(pictureOf(mapped(book(), { wanted, values: false }), ruler)).join(' ');
    expect(words).toContain('Write chapter 12');
    expect(words).not.toContain('hundred');
  });

  test('shows values as stones at its foot, with a dotted line from what serves them', () => {
    const value = {
      id: 'w',
      itemId: '',
      kind: 'value',
      rank: 'a',
      body: { name: 'Finishing what I start' },
    };
    const worth = { id: 'x', itemId: 'g', kind: 'worth', rank: 'a', body: { valueId: 'w' } };
    const aspects = [value, worth] as Changes['aspects'];
    const drawing = pictureOf(mapped(book(), {}, { aspects }), ruler);
    const stone = texts(drawing).find(({ words }) => words === 'Finishing what I start');
    expect(stone?.y).toBeGreaterThan(
      Math.max(
        ...texts(drawing)
          .filter((one) => one !== stone)
          .map(({ y }) => y),
      ),
    );
    expect(
      drawing.shapes.some((one) => one.is === 'path' && one.stroke?.role === 'edge' && one.dash),
    ).toBe(true);
    expect(beyond(drawing)).toEqual([]);
  });

  test.each([
    ['long words', 'Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüssel am Haken'],
    ['right to left', 'לכתוב ספר שלם על הים ועל האור הראשון של הבוקר'],
    ['pictures', '🏃‍♀️ Run far 👩‍👩‍👧 together 🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶'],
    ['many lines', 'one two three '.repeat(60)],
    ['no words', ''],
  ])('holds %s within the sheet, one beside the other', (_, title) => {
    const items = book().map((one) => ({ ...one, title: one.id === 'v' ? one.title : title }));
    const drawing = pictureOf(mapped(items), ruler);
    expect(beyond(drawing)).toEqual([]);
    expect(overlaps(drawing)).toEqual([]);
  });

  test('of a large plan lays nothing over anything else', () => {
    const random = seeded(20261128);
    const kinds: Kind[] = ['goal', 'milestone', 'step', 'step', 'decision', 'idea'];
    const items = [item('v', { kind: 'vision', title: 'All of it' })];
    for (let i = 0; i < 400; i++) {
      const parent = items[Math.floor(random() * items.length)]?.id ?? 'v';
      const title = 'word and more '.repeat(1 + Math.floor(random() * 6)).trim();
      const kind = kinds[i % kinds.length] ?? 'step';
      items.push(
        item(`n${String(i)}`, {
          kind,
          parentId: parent,
          title,
          notes: i % 3 ? '' : 'x',
          due: i % 4 ? '' : '2026-04-01',
        }),
      );
    }
    const drawing = pictureOf(mapped(items, { wanted: { ...whole, beside: [] } }), ruler);
    expect(said(drawing).filter((words) => words.startsWith('word')).length).toBeGreaterThan(400);
    expect(overlaps(drawing)).toEqual([]);
    expect(beyond(drawing)).toEqual([]);
  });
});
