import { tick } from 'svelte';
import type { Desk } from '../commands/desk';
import { isElsewhere } from '../commands/where';
import type { Changes, Kind, Place, State } from '../plan/types';
import type { Turns } from '../plan/turns';
import { lay, recurs, stateOn } from '../routine/log';
import { number, t, tn } from '../text/text';
import type { Drag, Drop } from './drag.svelte';
import { slotAt } from './drop';
import type { Lane } from './lanes';
import { nameOf, neighbour, restOf, staysSo } from './order';
import type { View } from './view.svelte';

/** Where a restored item goes when nobody says: where it was. */
const WHERE_IT_WAS: Place = { planId: '', parentId: '', afterId: '' };

/** What the hand does to the picked cards: moves them, marks them, deletes them. */
export class Acts {
  constructor(
    readonly desk: Desk,
    readonly view: View,
    readonly turns: Turns,
    /** Draws what goes from column to column. */
    readonly drag: () => Drag,
  ) {}

  /** Moves cards to where the hand let go of them, and says when they stay where they stand. */
  async drop(ids: readonly string[], { columnId, afterId, strayed }: Drop): Promise<void> {
    await this.move(ids, columnId, afterId);
    if (strayed) this.desk.notices.tell(t(strayed));
  }

  /** Moves cards into a column, right behind another one; '' = to its top. */
  async move(ids: readonly string[], columnId: string, afterId: string): Promise<void> {
    const lane = this.view.lane(columnId);
    if (!lane || staysSo(lane, ids, afterId)) return;
    const { edits } = this.desk;
    const moved = this.view.all
      ? this.#become(ids, lane.column.state)
      : edits.columns.moveCards({ ids: [...ids], columnId, afterId });
    this.view.travel();
    if (await moved) this.#arrived(ids);
  }

  /** Among all plans a column is a state, and cards have no order of their own. */
  async #become(ids: readonly string[], state: State): Promise<Changes | undefined> {
    const others = ids.filter((id) => this.#item(id)?.state !== state);
    return others.length === 0 ? undefined : this.desk.edits.setState(others, state);
  }

  /** Moves the picked cards into the column that many further on, as near as can be to where they lie. */
  across(step: number): void {
    this.#step((lane, row) => {
      const to = this.view.lanes[this.view.lanes.indexOf(lane) + step];
      return to && { lane: to, index: Math.min(row, to.rows.length) };
    });
  }

  /** Moves the picked cards to the end of a column; of the one they lie in to its end. */
  toColumn(columnId: string): void {
    this.#step(() => {
      const lane = this.view.lane(columnId);
      return lane && { lane, index: lane.rows.length };
    });
  }

  up(): void {
    this.#step((lane, row) => ({ lane, index: Math.max(row - 1, 0) }));
  }

  down(): void {
    this.#step((lane, _row, last) => ({ lane, index: last + 1 }));
  }

  top(): void {
    this.#step((lane) => ({ lane, index: 0 }));
  }

  bottom(): void {
    this.#step((lane) => ({ lane, index: lane.rows.length }));
  }

  /** Lays the stones of cards; when all are laid, takes them up again. */
  toggle(ids: readonly string[] = this.view.ids): void {
    const from = this.#box(ids);
    void this.#take(ids, async (real) => {
      const { mirror, now } = this.desk;
      const items = real.flatMap((id) => this.#item(id) ?? []);
      const laid = items.every((item) => stateOn(mirror, item, now.day) === 'done');
      const changes = await lay(this.desk, items, now.day);
      // A routine is done for today, and stays where it lies.
      if (!changes || items.some((item) => recurs(mirror, item))) return changes;
      if (!laid) this.#tellLaid(real);
      if (real.includes(this.view.hand.id)) this.#arrived(real);
      await this.#fly(real, from, !laid);
      return changes;
    });
  }

  setState(state: State): void {
    void this.#take(this.view.ids, async (ids) => {
      const changes = await this.desk.edits.setState(ids, state);
      if (changes) this.#arrived(ids);
      return changes;
    });
  }

  setKind(kind: Kind): void {
    void this.#take(this.view.ids, (ids) => this.desk.edits.setKind(ids, kind));
  }

  setDue(due: string): void {
    void this.#take(this.view.ids, (ids) => this.desk.edits.setDue(ids, due));
  }

  /** Marks the picked cards as drafts; when all are, as finished. */
  toggleDraft(): void {
    void this.#take(this.view.ids, (ids) => {
      const all = ids.every((id) => this.#item(id)?.draft);
      return this.desk.edits.setDraft(ids, !all);
    });
  }

  /** Puts the picked cards into the trash and says how to get them back. */
  async remove(): Promise<void> {
    const { ids } = this.view;
    const words = this.#removedWords(ids);
    this.view.pick(neighbour(this.view, ids));
    this.view.reach();
    const changes = await this.#take(ids, (real) => this.desk.edits.deleteItems(real));
    if (changes) this.desk.notices.tell(words, this.#backFrom(ids));
    else this.view.pickAll(ids);
  }

  /** Moves the picked cards to a place that is worked out when their turn comes. */
  #step(
    find: (lane: Lane, row: number, last: number) => { lane: Lane; index: number } | undefined,
  ): void {
    const from = this.#box(this.view.ids);
    void this.#take(this.view.ids, async (ids) => {
      const lead = this.view.spot(ids[0] ?? '');
      if (!lead) return undefined;
      const group = lead.lane.cards[lead.card]?.group ?? '';
      const rest = restOf(lead.lane, ids);
      const to = find(lead.lane, rest.before(ids[0] ?? ''), rest.before(ids.at(-1) ?? ''));
      if (!to) return undefined;
      const { afterId } = slotAt(restOf(to.lane, ids), to.index, this.view.into(group));
      await this.move(ids, to.lane.column.id, afterId);
      if (to.lane !== lead.lane) await this.#fly(ids, from, to.lane.column.state === 'done');
      return undefined;
    });
  }

  /** Edits cards once all earlier acts have changed the plan. */
  #take(
    ids: readonly string[],
    edit: (ids: string[]) => Promise<Changes | undefined>,
  ): Promise<Changes | undefined> {
    if (ids.length === 0) return Promise.resolve(undefined);
    void this.view.visit?.flush();
    return this.turns.take(() => edit([...ids]));
  }

  #arrived(ids: readonly string[]): void {
    for (const id of ids) this.view.keep(id);
    if (!isElsewhere()) this.view.reach();
    const spot = this.view.spot(ids[0] ?? '');
    if (!spot) return;
    const column = nameOf(spot.lane.column);
    const place = { column, at: number(spot.card + 1), of: number(spot.lane.cards.length) };
    this.view.say(tn('board.moved', ids.length, place));
  }

  #box(ids: readonly string[]): DOMRect | undefined {
    return this.drag()
      .panes.card(ids[0] ?? '')
      ?.getBoundingClientRect();
  }

  async #fly(ids: readonly string[], from: DOMRect | undefined, lays: boolean): Promise<void> {
    await tick();
    this.drag().fly(ids[0] ?? '', from, lays);
  }

  #item(id: string) {
    return this.desk.mirror.item(id);
  }

  #tellLaid(ids: readonly string[]): void {
    const title = this.#item(ids[0] ?? '')?.title ?? '';
    const words = ids.length === 1 ? t('board.laid.one', { title }) : tn('board.laid', ids.length);
    const mark = this.desk.mirror.undo;
    this.desk.notices.tell(words, () => {
      const { mirror, edits } = this.desk;
      void (mirror.undo === mark ? edits.undo() : edits.setState([...ids], 'todo'));
    });
  }

  #removedWords(ids: readonly string[]): string {
    const { mirror } = this.desk;
    const count = ids.reduce((sum, id) => sum + 1 + mirror.descendants(id).length, 0);
    const title = this.#item(ids[0] ?? '')?.title ?? '';
    return count === 1 ? t('board.deleted.one', { title }) : tn('board.deleted', count);
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
}
