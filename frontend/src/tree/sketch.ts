// eslint-disable-next-line no-restricted-imports -- made for tests, as plan/sample is
import { item } from '../plan/sample';
import type { Item, Kind } from '../plan/types';
import type { Tree } from './rows';

/**
 * A tree for tests, drawn as indented lines of two spaces a level. A line is a
 * title, which is also the id, and may end in !kind, as in "Finish !goal".
 */
export function sketch(text: string, over: Record<string, Partial<Item>> = {}): Tree {
  const items = new Map<string, Item>();
  const below = new Map<string, string[]>();
  const path: string[] = [];
  for (const line of text.split('\n').filter((line) => line.trim() !== '')) {
    const depth = (line.length - line.trimStart().length) / 2;
    const [id = '', kind = 'step'] = line.trim().split(' !');
    const parentId = depth === 0 ? '' : (path[depth - 1] ?? '');
    path[depth] = id;
    items.set(id, item(id, { parentId, kind: kind as Kind, ...over[id] }));
    below.set(parentId, [...(below.get(parentId) ?? []), id]);
  }
  return { version: 0, item: (id) => items.get(id), children: (id) => below.get(id) ?? [] };
}
