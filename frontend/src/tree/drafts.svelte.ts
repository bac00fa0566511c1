import type { Item, Kind, NewItem } from '../plan/types';
import { kindAt, spotAs, type Spot } from './place';
import type { Tree } from './rows';

/** Makes an item real and gives its id; undefined when it was refused. */
export type Make = (
  input: Omit<NewItem, 'estimateMin' | 'columnId'>,
) => Promise<string | undefined>;

interface Draft {
  readonly id: string;
  readonly spot: Spot;
  readonly kind: Kind;
  readonly title: string;
}

/**
 * The rows that are written but are not items yet, laid over the plan, so that
 * whoever reads the tree sees them as items. There is no empty title in the
 * vault: a draft becomes an item with its first text. Several can be on their
 * way at once, each hung on the one before.
 */
export class Drafts implements Tree {
  #list = $state.raw<readonly Draft[]>([]);
  #count = 0;
  readonly #made = new Map<string, Promise<string>>();
  readonly #keys = new Map<string, string>();

  constructor(
    readonly plan: Tree,
    readonly planId: () => string,
    readonly make: Make,
    /** A draft has become this item. */
    readonly became: (draft: string, item: string) => void,
  ) {}

  get version(): unknown {
    return [this.#list, this.plan.version];
  }

  /** The tree as it is now, quick to read as a whole: the plan itself while nothing is being written. */
  get whole(): Tree {
    const { plan } = this;
    if (this.#list.length === 0) return plan;
    const drafts = new Map(this.#list.map((draft) => [draft.id, this.#asItem(draft)]));
    const homes = new Set([...drafts.values()].map((item) => item.parentId));
    return {
      version: this.version,
      item: (id) => drafts.get(id) ?? plan.item(id),
      children: (id) => (homes.has(id) ? this.children(id) : plan.children(id)),
    };
  }

  /** What is being written, and where it hangs. */
  get touched(): string[] {
    return this.#list.flatMap((draft) => [draft.id, this.#spotOf(draft).parentId]);
  }

  has(id: string): boolean {
    return this.#find(id) !== undefined;
  }

  /** True while a row has nothing of its own in the vault, and nothing on its way there. */
  isBlank(id: string): boolean {
    return this.has(id) && !this.#made.has(id);
  }

  item(id: string): Item | undefined {
    const draft = this.#find(id);
    return draft ? this.#asItem(draft) : this.plan.item(id);
  }

  children(parentId: string): readonly string[] {
    let ids = this.plan.children(parentId);
    for (const draft of this.#list) {
      if (this.#spotOf(draft).parentId !== parentId) continue;
      const after = draft.spot.afterId;
      const at = after === '' ? 0 : ids.indexOf(after) + 1 || ids.length;
      ids = ids.toSpliced(at, 0, draft.id);
    }
    return ids;
  }

  /** A name of a row that stays the same when the draft becomes an item. */
  key(id: string): string {
    return this.#keys.get(id) ?? id;
  }

  /** Opens an empty row and gives its id. */
  open(spot: Spot, kind: Kind = kindAt(this, spot)): string {
    const id = `draft ${++this.#count}`;
    this.#list = [...this.#list, { id, spot, kind, title: '' }];
    return id;
  }

  move(id: string, spot: Spot): void {
    this.#change(id, { spot, kind: kindAt(this.#without(id), spot) });
  }

  /** Gives an empty row a kind, and with it the place where such a one belongs. */
  setKind(id: string, kind: Kind, branch: string): void {
    const draft = this.#find(id);
    if (draft)
      this.#change(id, { kind, spot: spotAs(this.#without(id), draft.spot, kind, branch) });
  }

  drop(id: string): void {
    this.#list = this.#list.filter((draft) => draft.id !== id);
  }

  /** Forgets every draft that is not on its way. */
  clear(): void {
    this.#list = this.#list.filter((draft) => this.#made.has(draft.id));
  }

  /** Makes a draft an item with this title; its id, or the draft's own when it was refused. */
  become(id: string, title: string, edit: string): Promise<string> {
    const known = this.#made.get(id);
    if (known) return known;
    this.#change(id, { title });
    const made = this.#ask(id, title, edit);
    this.#made.set(id, made);
    return made;
  }

  /** The item that a row is or becomes; of what is no draft, the same id. */
  real(id: string): Promise<string> {
    return this.#made.get(id) ?? Promise.resolve(id);
  }

  async #ask(id: string, title: string, edit: string): Promise<string> {
    const draft = this.#find(id);
    if (!draft) return id;
    const spot = this.#spotOf(draft);
    const parentId = await this.real(spot.parentId);
    const afterId = await this.real(spot.afterId);
    const place = { planId: this.planId(), parentId, afterId };
    const item = await this.make({ place, kind: draft.kind, title, edit });
    if (item === undefined) this.#made.delete(id);
    else this.#replace(id, item);
    return item ?? id;
  }

  #find(id: string): Draft | undefined {
    return this.#list.length === 0 ? undefined : this.#list.find((draft) => draft.id === id);
  }

  #replace(id: string, item: string): void {
    this.#keys.set(item, id);
    const now = (other: string) => (other === id ? item : other);
    this.#list = this.#list
      .filter((draft) => draft.id !== id)
      .map(({ spot, ...draft }) => ({
        ...draft,
        spot: { parentId: now(spot.parentId), afterId: now(spot.afterId) },
      }));
    this.became(id, item);
  }

  /** Where a draft stands now: what it follows may have moved or gone since. */
  #spotOf({ spot }: Draft): Spot {
    const before = spot.afterId === '' ? undefined : this.item(spot.afterId);
    return before ? { parentId: before.parentId, afterId: spot.afterId } : spot;
  }

  #change(id: string, over: Partial<Draft>): void {
    this.#list = this.#list.map((draft) => (draft.id === id ? { ...draft, ...over } : draft));
  }

  #without(id: string): Tree {
    return {
      version: 0,
      item: (other) => this.item(other),
      children: (parentId) => this.children(parentId).filter((other) => other !== id),
    };
  }

  #asItem(draft: Draft): Item {
    const { id, kind, title } = draft;
    const { parentId } = this.#spotOf(draft);
    return { ...NOTHING_YET, id, kind, title, parentId, planId: this.planId() };
  }
}

const NOTHING_YET: Omit<Item, 'id' | 'kind' | 'title' | 'parentId' | 'planId'> = {
  state: 'todo',
  rank: '',
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
  priority: '',
  createdAt: '',
  changedAt: '',
  doneAt: '',
};
