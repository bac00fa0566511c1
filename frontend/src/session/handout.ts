// What somebody takes along from a session, on one page: what they would like, the
// steps with their days in the style that they like, and what they said (R122).

import { bend, box, line, stones, type Drawing, type Paint } from '../drawing/drawing';
import type { Pictured } from '../drawing/pictured';
import { leading, Pen, type Style } from '../drawing/pen';
import type { Ruler } from '../drawing/words';
import type { Mirror } from '../plan/mirror.svelte';
import { shownName } from '../plan/coaching';
import type { Item } from '../plan/types';
import { promiseWords } from '../said/words';
import { dayOf, fullDay, longDay } from '../text/dates';
import { t } from '../text/text';
import type { Course } from './course';

/** The first step: the one that is pinned, or else the first that is open. */
export function firstOf({ said }: Mirror, { steps }: Course): Item | undefined {
  return steps.find(({ id }) => said.once('pick', id).pinned) ?? steps[0];
}

/** The page in words, as Markdown. */
export function markdownOf(mirror: Mirror, course: Course): string {
  const { root, steps, tray } = course;
  const lines = [`# ${root?.title ?? course.deck.name}`, ''];
  if (root?.why) lines.push(`> ${root.why.replaceAll('\n', '\n> ')}`, '');
  const first = firstOf(mirror, course);
  steps.forEach((step, i) => {
    const when = whenOf(mirror, step);
    const mark = step.id === first?.id ? ` **${t('session.first')}**` : '';
    lines.push(`${String(i + 1)}. ${step.title}${when ? ` (${when})` : ''}${mark}`);
    const barrier = barrierOf(mirror, step);
    if (barrier) lines.push(`   ${barrier}`);
  });
  const known = knownBy(mirror, course);
  if (known.length > 0) lines.push('', ...known.map((words) => `${words}  `));
  if (tray.length > 0) lines.push('', ...tray.map(({ title }) => `- ${title}`));
  const given = assignmentsOf(mirror, course);
  if (given.length > 0)
    lines.push('', `## ${t('session.between')}`, '', ...given.map((one) => `- ${one}`));
  return `${lines.join('\n')}\n`;
}

function whenOf({ said }: Mirror, { id, due }: Item): string {
  return promiseWords(said.once('promise', id)) || (due ? longDay(due) : '');
}

function barrierOf({ said }: Mirror, { id }: Item): string {
  const words = said.list('barrier', id).at(-1)?.body.what;
  return words ? t('session.handout.barrier', { words }) : '';
}

/** By what they will know, and how sure they are. */
function knownBy({ said }: Mirror, { root }: Course): string[] {
  const { judge, confidence } = said.once('aim', root?.id ?? '');
  return [
    judge ? t('session.handout.judge', { words: judge }) : '',
    confidence === undefined ? '' : t('session.handout.sure', { value: confidence }),
  ].filter(Boolean);
}

function assignmentsOf({ said }: Mirror, { session }: Course): string[] {
  return said
    .list('assignment', '')
    .filter(({ body }) => body.sessionId === session.id)
    .map(({ body: { words = '', due } }) => (due ? `${words} (${longDay(due)})` : words));
}

const WIDE = 794;
const HIGH = 1123;
const EDGE = 64;
const ink = (role: 'ink' | 'ink-2' | 'ink-3' | 'accent'): Paint => ({ role });
const TITLE: Style = { face: 'title', size: 34, paint: ink('ink') };
const WHY: Style = { face: 'voice', size: 18, paint: ink('ink-2') };
const STEP: Style = { face: 'text', size: 18, paint: ink('ink') };
const WHEN: Style = { face: 'text', size: 14, paint: ink('ink-2') };
const FIRST: Style = { face: 'strong', size: 14, paint: ink('accent') };
const HEAD: Style = { face: 'strong', size: 15, paint: ink('ink-2') };
const FOOT: Style = { face: 'text', size: 13, paint: ink('ink-3') };

/** The page as a picture, in the style that the client likes best first. */
export function handoutOf(mirror: Mirror, course: Course): Pictured {
  const { style = 'list' } = course.session.body;
  const way = (name: string, make: (ruler: Ruler) => Drawing) => ({ name, make });
  const list = way(t('session.style.list'), (ruler) => page(mirror, course, ruler, rows));
  const flow = way(t('session.style.flow'), (ruler) => page(mirror, course, ruler, chain));
  const map = way(t('session.style.map'), (ruler) => page(mirror, course, ruler, branches));
  const ways = { list: [list, flow, map], flow: [flow, list, map], map: [map, list, flow] }[style];
  const title = course.root?.title ?? course.deck.name;
  return {
    title: t('session.handout.title'),
    label: t('session.handout.label', { title }),
    file: title,
    saved: 'session.handout.saved',
    ways: ways as [typeof list, ...(typeof list)[]],
  };
}

/** Draws the steps from a height on, and tells where they end. */
type Draw = (pen: Pen, steps: readonly Told[], top: number, room: number) => number;
interface Told {
  readonly title: string;
  readonly when: string;
  readonly first: boolean;
}

function page(mirror: Mirror, course: Course, ruler: Ruler, draw: Draw): Drawing {
  const pen = new Pen(ruler);
  const { root, steps, session, deck } = course;
  const width = WIDE - 2 * EDGE;
  const title = ruler.wrap(root?.title ?? deck.name, TITLE, width, 3);
  let y = pen.writeAll(title, EDGE, EDGE + TITLE.size, TITLE) + 30;
  if (root?.why) y = pen.writeAll(ruler.wrap(root.why, WHY, width, 4), EDGE, y, WHY) + 30;
  for (const words of knownBy(mirror, course))
    y = pen.writeAll(ruler.wrap(words, WHEN, width, 2), EDGE, y, WHEN) + 22;
  y += 12;
  const given = assignmentsOf(mirror, course);
  const foot = HIGH - EDGE - (given.length > 0 ? 40 + Math.min(given.length, 6) * 20 : 0);
  const first = firstOf(mirror, course);
  const told = steps.map((step) => ({
    title: step.title,
    when: [whenOf(mirror, step), barrierOf(mirror, step)].filter(Boolean).join(' · '),
    first: step.id === first?.id,
  }));
  draw(pen, told, y, foot - y);
  if (given.length > 0) {
    pen.write(t('session.between'), EDGE, foot + 16, HEAD);
    given.slice(0, 6).forEach((words, i) => {
      pen.write(ruler.cut(words, STEP, width), EDGE, foot + 38 + i * 20, STEP);
    });
  }
  const day = session.body.begun ? fullDay(dayOf(session.body.begun)) : '';
  const whom = mirror.client && !mirror.client.own ? shownName(mirror.client) : '';
  pen.write([whom, day].filter(Boolean).join(' · '), EDGE, HIGH - 36, FOOT);
  return { width: WIDE, height: HIGH, shapes: pen.shapes };
}

/** Words of a step within a width: its title, its day, and that it is the first. */
function write(pen: Pen, step: Told, x: number, y: number, width: number, lines: number): number {
  const title = pen.ruler.wrap(step.title, STEP, width, lines);
  const end = pen.writeAll(title, x, y, STEP);
  const mark = step.first ? t('session.first') : '';
  const from = mark ? pen.write(mark, x, end + leading(WHEN) + 2, FIRST) + 8 : x;
  if (!mark && !step.when) return end;
  const left = width - (from - x);
  pen.write(pen.ruler.cut(step.when, WHEN, left), from, end + leading(WHEN) + 2, WHEN);
  return end + leading(WHEN) + 2;
}

/** So high is each of so many lines at most, and at least legible; what does not fit is left out below. */
function pitch(count: number, room: number): number {
  return Math.min(84, Math.max(30, room / Math.max(1, count)));
}

const rows: Draw = (pen, steps, top, room) => {
  const high = pitch(steps.length, room);
  steps.slice(0, Math.floor(room / high)).forEach((step, i) => {
    const y = top + i * high;
    pen.write(String(i + 1), EDGE, y + 18, HEAD);
    write(pen, step, EDGE + 32, y + 18, WIDE - 2 * EDGE - 32, high > 72 ? 2 : 1);
  });
  return top + steps.length * high;
};

const chain: Draw = (pen, steps, top, room) => {
  const [wide, gap, high] = [(WIDE - 2 * EDGE - 40) / 3, 20, 92];
  const fit = Math.floor(room / (high + gap)) * 3;
  steps.slice(0, fit).forEach((step, i) => {
    const x = EDGE + (i % 3) * (wide + gap);
    const y = top + Math.floor(i / 3) * (high + gap);
    pen.draw(box(x, y, wide, high, { stroke: { role: 'edge' }, width: 1 }));
    write(pen, step, x + 12, y + 26, wide - 24, 2);
    const last = i === Math.min(steps.length, fit) - 1;
    if (last) return;
    const look = { stroke: { role: 'ink-3' }, width: 1.2 } as const;
    if (i % 3 < 2) pen.draw(line(x + wide, y + high / 2, x + wide + gap, y + high / 2, look));
    else pen.draw(bend(x + wide / 2, y + high, EDGE + wide / 2, y + high + gap, look));
  });
  return top;
};

/** From the goal, whose words stand above, a branch to each step. */
const branches: Draw = (pen, steps, top, room) => {
  const high = pitch(steps.length, room);
  const shown = steps.slice(0, Math.floor(room / high));
  const middle = top + (shown.length * high) / 2;
  shown.forEach((step, i) => {
    const y = top + i * high;
    const look = { stroke: { role: 'edge' }, width: 1.4 } as const;
    pen.draw(bend(EDGE + 20, middle, EDGE + 84, y + 12, look));
    write(pen, step, EDGE + 92, y + 18, WIDE - 2 * EDGE - 92, high > 72 ? 2 : 1);
  });
  pen.draw(...stones('goal', EDGE + 8, middle, 24, () => ({ fill: { role: 'accent' } })));
  return top;
};
