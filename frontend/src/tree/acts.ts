import type { Desk } from '../commands/desk';
import { isElsewhere } from '../commands/where';
import type { Changes, Kind, Place, State } from '../plan/types';
import { lay } from '../routine/log';
import { t, tn } from '../text/text';
import type { Drafts } from './drafts.svelte';
import { spotDown, spotIn, spotOut, spotUp, type Spot } from './place';
import { neighbour } from './select';
import type { Turns } from '../plan/turns';
import type { Sight } from './sight.svelte';

/** Where a restored item goes when nobody says: where it was. */
const WHERE_IT_WAS: Place = { planId: '', parentId: '', afterId: '' };

/** What the hand does to the picked items: moves them, marks them, deletes them. */
export class Acts {
  constructor(
    readonly desk: Desk,
    readonly view: Sight,
    readonly drafts: Drafts,
    readonly turns: Turns,
  ) {}

  indent(): void {
    this.#move((ids) => spotIn(this.drafts, ids));
  }

  outdent(): void {
    this.#move((ids) => spotOut(this.drafts, ids, this.view.branch));
  }

  up(): void {
    this.#move((ids) => spotUp(this.drafts, ids, this.view.branch));
  }

  down(): void {
    this.#move((ids) => spotDown(this.drafts, ids, this.view.branch));
  }

  /** Moves the picked items to a spot, as a drop does. */
  moveTo(spot: Spot): void {
    this.#move(() => spot);
  }

  /** Lays the stones of the picked steps; when all are laid, takes them up again. */
  toggle(ids: readonly string[] = this.view.all): void {
    void this.#take(ids, (real) => {
      const items = real.flatMap((id) => this.drafts.item(id) ?? []);
      return lay(this.desk, items, this.desk.now.day);
    });
  }

  setState(state: State): void {
    void this.#take(this.view.all, (ids) => this.desk.edits.setState(ids, state));
  }

  setKind(kind: Kind): void {
    const id = this.view.active;
    if (this.drafts.isBlank(id)) this.#shapeDraft(id, kind);
    else void this.#take(this.view.all, (ids) => this.desk.edits.setKind(ids, kind));
  }

  /** Marks the picked items as drafts; when all are, as finished. */
  toggleDraft(): void {
    void this.#take(this.view.all, (ids) => {
      const all = ids.every((id) => this.drafts.item(id)?.draft);
      return this.desk.edits.setDraft(ids, !all);
    });
  }

  /** Puts the picked items into the trash and says how to get them back. */
  async remove(): Promise<void> {
    const ids = this.view.ids;
    const next = neighbour(this.view.rows, new Set(ids), this.drafts);
    const words = this.#removedWords(ids);
    this.view.pick(next);
    this.view.reach();
    const changes = await this.#take(ids, (real) => this.desk.edits.deleteItems(real));
    if (changes) this.desk.notices.tell(words, this.#backFrom(ids));
    else this.view.pickAll(ids);
  }

  #removedWords(ids: readonly string[]): string {
    const { mirror } = this.desk;
    const count = ids.reduce((sum, id) => sum + 1 + mirror.descendants(id).length, 0);
    const title = mirror.item(ids[0] ?? '')?.title ?? '';
    return count === 1 ? t('outline.deleted.one', { title }) : tn('outline.deleted', count);
  }

  /** Undo of a deletion: a real undo while nothing else was done, else a way out of the trash. */
  #backFrom(ids: readonly string[]): () => void {
    const { mirror, edits, hand } = this.desk;
    const mark = mirror.undo;
    return () => {
      const back =
        mirror.undo === mark
          ? edits.undo()
          : edits.restoreItems({ ids: [...ids], place: WHERE_IT_WAS });
      void back.then(() => hand.find(ids[0] ?? ''));
    };
  }

  /** Edits items once all earlier acts have changed the tree. */
  #take(
    rows: readonly string[],
    edit: (ids: string[]) => Promise<Changes | undefined>,
  ): Promise<Changes | undefined> {
    if (rows.length === 0) return Promise.resolve(undefined);
    void this.view.visit?.flush();
    const next = neighbour(this.view.rows, new Set(rows), this.drafts);
    return this.turns.take(async () => {
      const ids = await this.#real(rows);
      const changes = await edit(ids);
      if (changes) this.#tellTray(ids, next);
      return changes;
    });
  }

  /** An idea at the top of the plan is not in the outline any more: says where it went. */
  #tellTray(ids: readonly string[], next: string): void {
    const items = ids.map((id) => this.drafts.item(id));
    const inTray = items.filter((item) => item?.kind === 'idea' && item.parentId === '');
    if (inTray.length === 0) return;
    this.desk.notices.tell(tn('outline.inTray', inTray.length));
    this.view.pick(next);
    this.view.reach();
  }

  #move(find: (ids: readonly string[]) => Spot | null): void {
    const id = this.view.active;
    if (this.drafts.isBlank(id)) return this.#moveDraft(id, find([id]));
    void this.#take(this.view.ids, async (ids) => {
      const spot = find(ids);
      if (!spot) return undefined;
      const { parentId, afterId } = spot;
      const place = { planId: this.desk.mirror.planId, parentId, afterId };
      this.view.travel();
      const changes = await this.desk.edits.moveItems({ ids, place });
      if (changes) this.#moved(ids, spot);
      return changes;
    });
  }

  #shapeDraft(id: string, kind: Kind): void {
    this.drafts.setKind(id, kind, this.view.branch);
    this.view.fold(this.drafts.item(id)?.parentId ?? '', false);
    this.view.reach();
  }

  #moveDraft(id: string, spot: Spot | null): void {
    if (!spot) return;
    this.drafts.move(id, spot);
    this.view.fold(spot.parentId, false);
    this.view.reach();
  }

  #moved(ids: readonly string[], spot: Spot): void {
    this.view.fold(spot.parentId, false);
    if (!isElsewhere()) this.view.reach();
    const row = this.view.row(ids[0] ?? '');
    const title = this.drafts.item(ids[0] ?? '')?.title ?? '';
    if (!row) return;
    const { at, of, depth } = row;
    this.view.say(t('outline.moved', { title, level: depth + 1, at, of }));
  }

  #real(rows: readonly string[]): Promise<string[]> {
    return Promise.all(rows.map((id) => this.drafts.real(id)));
  }
}
