import { beforeEach } from 'vitest';
import { book, click, inTheHouse, named, program, rest, start, write } from '../house';
import { item } from '../plan/sample';
import type { Changes } from '../plan/types';

// How every test of a page of the ground begins: a small plan, and the ground of it.

export const areas = [
  { id: 'a1', name: 'Growth', hue: 'growth', rank: 'a' },
  { id: 'a2', name: 'Home', hue: 'home', rank: 'b' },
];
export const items = [
  item('v', { kind: 'vision', title: 'A book of mine', rank: 'a', why: 'I was there.' }),
  item('g', { kind: 'goal', title: 'A manuscript', parentId: 'v', areaId: 'a1' }),
  item('s', { title: 'Write chapter 12', parentId: 'g' }),
  item('h', { kind: 'goal', title: 'A quiet job', rank: 'b', areaId: 'a1' }),
  item('o', { title: 'Water the basil', rank: 'c' }),
];

/** What the ground says now. */
export const text = () => document.querySelector('.foundations')?.textContent ?? '';

/** Opens the ground of the plan, of which some is told otherwise. */
export async function open(over: Partial<Changes> = {}): Promise<void> {
  await start({}, { ...book, items, areas, ...over });
  program.desk?.commands.get('frame.view.foundations')?.run();
  await rest();
}

/** Turns to a page by its name in the list. */
export async function turn(page: string): Promise<void> {
  await click(page, 'nav button');
}

/** Writes one more line into a field and keeps it. */
export async function add(label: string, words: string): Promise<void> {
  const field = named<HTMLInputElement>(label, 'input');
  await write(field, words);
  field.form?.requestSubmit();
  await rest();
}

/** Makes ready before each test of a file, and clears away after it. */
export function onTheGround(over: Partial<Changes> = {}): void {
  inTheHouse();
  beforeEach(() => open(over));
}
