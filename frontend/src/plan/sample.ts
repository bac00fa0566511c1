import type { Edits } from './edit.svelte';
import { Sealing } from './sealing.svelte';
import type { Changes, Client, Column, Item } from './types';

/** Items for tests: everything has its quiet default. */
export function item(id: string, over: Partial<Item> = {}): Item {
  return {
    id,
    planId: 'p1',
    parentId: '',
    kind: 'step',
    title: id,
    state: 'todo',
    rank: id,
    start: '',
    due: '',
    dueKind: '',
    firstDue: '',
    estimateMin: 0,
    spentMin: 0,
    areaId: '',
    tagIds: [],
    why: '',
    what: '',
    doneWhen: '',
    notes: '',
    draft: false,
    isAction: false,
    columnId: '',
    priority: id,
    createdAt: '2026-01-11T08:00:00Z',
    changedAt: '2026-01-11T08:00:00Z',
    doneAt: '',
    ...over,
  };
}

/** The owner of the vault, or whom over says. */
export function client(name: string, over: Partial<Client> = {}): Client {
  return { id: 'c1', name, alias: '', own: true, archivedAt: '', keepUntil: '', ...over };
}

/** What a desk has of somebody who sits there alone. */
export function alone(edits: Edits) {
  const share = () => Promise.resolve();
  return { seal: new Sealing(edits.coach), coaches: false, shared: false, share };
}

/** The columns that every plan begins with. */
export function columns(planId = 'p1'): Column[] {
  const states = ['todo', 'doing', 'waiting', 'done'] as const;
  return states.map((state, i) => ({
    id: state,
    planId,
    name: '',
    state,
    rank: String(i),
    limit: 0,
  }));
}

/** Changes for tests: nothing but what is given. */
export function changes(over: Partial<Changes> = {}): Changes {
  return {
    clients: [],
    plans: [],
    columns: [],
    areas: [],
    tags: [],
    links: [],
    items: [],
    aspects: [],
    versions: [],
    boards: [],
    pieces: [],
    decks: [],
    notes: [],
    marks: [],
    gone: [],
    undo: { op: '', kind: '', count: 0 },
    redo: { op: '', kind: '', count: 0 },
    focus: '',
    show: '',
    ...over,
  };
}

/** Numbers from 0 to 1 that are the same on every run (mulberry32). */
export function seeded(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
