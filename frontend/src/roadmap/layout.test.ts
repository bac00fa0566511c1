import { describe, expect, test } from 'vitest';
import { seeded } from '../plan/sample';
import { plusDays } from '../text/dates';
import '../text/english';
import type { Drawing, Text } from '../drawing/drawing';
import { facesOf } from '../drawing/faces';
import { A4, layoutOf } from './layout';
import { boxOf } from '../drawing/pen';
import type { Gate, Road, Roadmap, Stretch } from './roads';
import { Ruler } from '../drawing/words';

const ruler = new Ruler(await facesOf());
const NOW = '2026-03-10';

const gate = (on: string, over: Partial<Gate> = {}): Gate => ({
  id: on,
  title: 'A milestone',
  on,
  when: on,
  vague: null,
  laid: false,
  ...over,
});
const road = (title: string, over: Partial<Road> = {}): Road => ({
  id: title,
  title,
  area: 'Growth',
  hue: 'growth',
  from: NOW,
  to: '2026-12-01',
  when: '1 Dec',
  vague: null,
  share: 0.4,
  laid: false,
  gates: [],
  ...over,
});
const toward = (title: string, ...roads: Road[]): Stretch => ({
  destination: { id: title, title, sentence: 'It is there.', when: '2028' },
  roads,
});
const mapOf = (over: Partial<Roadmap>): Roadmap => ({
  title: 'A book',
  now: NOW,
  stretches: [],
  undated: [],
  ...over,
});

const texts = ({ shapes }: Drawing) => shapes.filter((shape): shape is Text => shape.is === 'text');
const said = (drawing: Drawing) => texts(drawing).map(({ words }) => words);

/** Words that lie on others, or outside the page. */
function faults(drawing: Drawing): string[] {
  const all = texts(drawing).map((text) => ({ ...boxOf(text), words: text.words }));
  const out = all.filter(
    ({ left, top, right, foot }) =>
      left < 0 || top < 0 || right > drawing.width || foot > drawing.height,
  );
  const on = all.flatMap((a, i) =>
    all
      .slice(i + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.foot && b.top < a.foot)
      .map((b) => `${a.words} on ${b.words}`),
  );
  return [...out.map(({ words }) => `${words} outside`), ...on];
}

const TITLES = [
  'Swim',
  'Finish a manuscript I would sign',
  'Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikationsunternehmen gründen',
  'A house by the lake that is ours, with a garden that feeds four and a table for twelve',
  'Run 🏃‍♀️ far',
  'Второй диплом',
];

/** A plan as chance has it: crowded days, words of any length, dates near and far. */
function anyMap(random: () => number): Roadmap {
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const title = () => TITLES[upTo(TITLES.length - 1)] ?? '';
  const reach = 1 + upTo(1) * upTo(4000);
  const day = () => plusDays(NOW, upTo(reach) - upTo(200));
  const anyRoad = (): Road => {
    const gates = Array.from({ length: upTo(9) }, () => day())
      .sort()
      .map((on) => gate(on, { title: title(), laid: random() < 0.3 }));
    const days = [day(), day(), ...gates.map(({ on }) => on)].sort();
    const [from = NOW, to = NOW] = [days[0], days.at(-1)];
    return road(random() < 0.1 ? '' : title(), { from, to, gates });
  };
  const stretches = Array.from({ length: 1 + upTo(3) }, (_, i): Stretch => {
    const roads = Array.from({ length: upTo(10) }, anyRoad);
    return i === 2 ? { destination: null, roads } : toward(title(), ...roads);
  });
  const undated = Array.from({ length: upTo(12) }, (_, i) => ({
    id: String(i),
    kind: 'goal' as const,
    title: title(),
    hue: '',
  }));
  return mapOf({ title: title(), stretches, undated });
}

describe('a page', () => {
  test('never has words on others, nor beyond its edge', { timeout: 60_000 }, () => {
    const random = seeded(7);
    for (let i = 0; i < 60; i++) expect(faults(layoutOf(anyMap(random), ruler))).toEqual([]);
  });

  test('tells what leads where, and when', () => {
    const gates = [gate('2026-05-01', { title: 'First draft' })];
    const drawing = layoutOf(
      mapOf({
        stretches: [toward('A book of mine', road('A manuscript', { gates }))],
        undated: [{ id: 'u', kind: 'goal', title: 'A reading', hue: '' }],
      }),
      ruler,
    );
    for (const words of [
      'A book',
      'Today, Tue 10 Mar',
      'A manuscript',
      'Growth · 40 %',
      'First draft',
      '1 Dec',
      'A book of mine',
      'It is there.',
      'No date yet',
      'A reading',
    ])
      expect(said(drawing)).toContain(words);
  });

  test('is A4 across, and a larger sheet with type as large when it has to be', () => {
    const stretch = (count: number) =>
      toward('A book', ...Array.from({ length: count }, (_, i) => road(String(i))));
    const [small, large] = [1, 40].map((count) =>
      layoutOf(mapOf({ stretches: [stretch(count)] }), ruler),
    );
    expect(small).toMatchObject(A4);
    const sides = [large!.width, large!.height].sort((a, b) => b - a);
    expect(sides[0]! / sides[1]!).toBeCloseTo(Math.SQRT2, 2);
    expect(sides[0]).toBeGreaterThan(A4.width);
    expect(new Set(texts(large!).map(({ size }) => size))).toEqual(
      new Set(texts(small!).map(({ size }) => size)),
    );
  });

  test('holds a plan that no sheet holds, all the same', () => {
    const gates = Array.from({ length: 30 }, (_, i) => gate(plusDays(NOW, i)));
    const roads = Array.from({ length: 150 }, (_, i) =>
      road(String(i), { gates, to: '2026-04-08' }),
    );
    const drawing = layoutOf(mapOf({ stretches: [toward('A book', ...roads)] }), ruler);
    expect(texts(drawing).every((text) => boxOf(text).foot < drawing.height)).toBe(true);
  });
});

describe('on a road', () => {
  const strokes = (over: Partial<Road>, role = 'a-growth') =>
    layoutOf(mapOf({ stretches: [{ destination: null, roads: [road('A', over)] }] }), ruler)
      .shapes.filter((shape) => shape.is === 'path')
      .filter(({ stroke, width }) => stroke?.role === role && width === 4);

  test('what has come is strong, what is to come is pale', () => {
    expect(strokes({}).map(({ stroke }) => stroke?.share)).toEqual([0.32, 1]);
    expect(strokes({ share: null }).map(({ stroke }) => stroke?.share)).toEqual([0.32]);
    expect(strokes({ hue: '' }, 'ink-3')).toHaveLength(2);
  });

  test('a vague end fades', () => {
    const vague = { start: '2026-09-01', due: '2026-11-30' };
    const [solid, ...shares] = strokes({ vague, share: null }).map(
      ({ stroke }) => stroke?.share ?? 0,
    );
    expect(solid).toBe(0.32);
    expect(shares.length).toBeGreaterThan(10);
    expect(shares).toEqual([...shares].sort((a, b) => a - b)); // each covers the end of the one before
    expect(shares[0]).toBeLessThan(0.1);
  });
});
