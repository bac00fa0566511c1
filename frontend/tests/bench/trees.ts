import { changes, client as person, item, seeded } from '../../src/plan/sample';
import type { Changes, Item, Kind } from '../../src/plan/types';
import { titleOf } from './plan';

/** The middle grows so many branches; others up to so many, few of them often, many seldom. */
const FIRST = 8;
const MOST = 24;
/** Zipf: how much rarer each further child is. */
const RARER = 1.3;
/** So many of a hundred bear nothing. */
const LEAVES = 45;
/** A branch this large fills the window; a new item on it is in sight. */
const LARGE = 18;
const KINDS: readonly Kind[] = ['vision', 'goal', 'milestone'];

/** A plan that grows from one vision, always the same, and where its benchmark takes place. */
export interface Grown {
  readonly client: Changes;
  /** A large branch about the middle of the plan, and the item in its midst. */
  readonly parent: string;
  readonly middle: string;
}

/** One plan with so many items, branching as plans do: most items bear few others, some many. */
export function grown(count: number): Grown {
  const random = seeded(20261103);
  const items: Item[] = [];
  const depths: number[] = [];
  const add = (parentId: string, depth: number) => {
    const id = `i${String(items.length).padStart(6, '0')}`;
    const kind = KINDS[depth] ?? 'step';
    items.push(item(id, { parentId, kind, rank: id, title: titleOf(random) }));
    depths.push(depth);
  };
  add('', 0);
  for (let at = 0; items.length < count; at++) {
    const parent = items[at];
    if (!parent) break;
    const bare = at > 0 && items.length - at > 4 && random() * 100 < LEAVES;
    const width = at === 0 ? FIRST : bare ? 0 : zipf(random);
    for (let i = 0; i < width && items.length < count; i++) add(parent.id, (depths[at] ?? 0) + 1);
  }
  const client = changes({
    clients: [person('Me')],
    plans: [{ id: 'p1', name: 'Bench', subject: 'me', rank: 'a' }],
    items,
    show: 'p1',
  });
  return { client, ...dense(items) };
}

/** 1 to MOST, the small ones more often. */
function zipf(random: () => number): number {
  const shares = Array.from({ length: MOST }, (_, i) => 1 / (i + 1) ** RARER);
  let left = random() * shares.reduce((sum, share) => sum + share, 0);
  const at = shares.findIndex((share) => (left -= share) <= 0);
  return at < 0 ? MOST : at + 1;
}

/** Among those that bear many leaves the one nearest to the middle of the plan, read from top to bottom. */
function dense(items: readonly Item[]): { parent: string; middle: string } {
  const below = childrenOf(items);
  const read = inOrder(below, items[0]?.id ?? '');
  const leaves = (id: string) => (below.get(id) ?? []).filter((child) => !below.has(child)).length;
  const others = (id: string) => (below.get(id) ?? []).length - leaves(id);
  const worth = (id: string, i: number) =>
    Math.min(leaves(id), LARGE) - others(id) - 4 * Math.abs(i / read.length - 0.5);
  const values = read.map((id, i) => (i === 0 ? -Infinity : worth(id, i)));
  const parent = read[values.indexOf(Math.max(...values))] ?? '';
  const children = below.get(parent) ?? [];
  return { parent, middle: children[children.length >> 1] ?? '' };
}

/** What stands below each item, in order; a tree for those who draw trees. */
export function childrenOf(items: readonly Item[]): Map<string, string[]> {
  const below = new Map<string, string[]>();
  for (const { id, parentId } of items) {
    const row = below.get(parentId);
    if (row) row.push(id);
    else below.set(parentId, [id]);
  }
  return below;
}

function inOrder(below: ReadonlyMap<string, string[]>, root: string): string[] {
  const read: string[] = [];
  const waiting = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    read.push(next);
    waiting.push(...(below.get(next) ?? []).toReversed());
  }
  return read;
}
