import type { Desk } from '../commands/desk';
import type { Drafts } from './drafts.svelte';
import { isLoneVision, spotAfter, spotBefore, spotLast, spotOut, type Spot } from './place';
import type { Sight } from './sight.svelte';
import { Visit, type Caret } from '../plan/visit.svelte';

/** What the hand writes: titles of rows, and rows that are new. */
export class Writing {
  /** Where the hand was when the newest row was opened. */
  #before = '';

  constructor(
    readonly desk: Desk,
    readonly view: Sight,
    readonly drafts: Drafts,
  ) {}

  /** Opens a new row right after the active one; below the root of a branch shown alone. */
  addBelow(): void {
    const from = this.#from();
    if (from === '' || from === this.view.branch) this.#open({ parentId: from, afterId: '' });
    else this.#open(spotAfter(this.drafts, from));
  }

  /** Opens a new row right before the active one. */
  addAbove(): void {
    const from = this.#from();
    if (from === '' || from === this.view.branch) this.#open({ parentId: from, afterId: '' });
    else this.#open(spotBefore(this.drafts, from));
  }

  /** Opens a new row below the active one, after all that stands there. */
  addChild(): void {
    this.#open(spotLast(this.drafts, this.#from()));
  }

  /** Opens a new row where the hand is, as Enter does; at the end of what is shown when nothing is picked. */
  add(): void {
    const from = this.#from();
    if (this.view.picked.size === 0) this.addLast();
    else if (isLoneVision(this.drafts, from)) this.addChild();
    else this.addBelow();
  }

  /** Opens a new row at the end of what is shown. */
  addLast(): void {
    this.leave();
    this.#open(spotLast(this.drafts, this.view.branch));
  }

  /** Begins the first line of an empty plan, which is written where the plan will be. */
  start(): void {
    this.view.starting = true;
    this.addLast();
  }

  /** Begins to edit a title. */
  begin(id: string, caret: Caret): void {
    if (this.view.visit?.id === id) return;
    this.leave();
    const item = this.drafts.item(id);
    if (!item) return;
    const visit: Visit = new Visit(id, item.title, caret, (title, edit) =>
      this.#save(visit, title, edit),
    );
    this.view.pick(id);
    this.view.visit = visit;
    this.view.reach();
  }

  /** Enter while writing: on to the next row, which is a goal after the first vision; from an empty new row one level out instead. */
  next(): void {
    const { visit } = this.view;
    if (visit && this.#isEmptyDraft(visit)) {
      const out = spotOut(this.drafts, [visit.id], this.view.branch);
      if (out) this.drafts.move(visit.id, out);
    } else if (visit && isLoneVision(this.drafts, visit.id)) this.addChild();
    else this.addBelow();
  }

  /** Backspace in an empty new row takes the row away; false when the key means something else. */
  unwrite(): boolean {
    const { visit } = this.view;
    if (!visit || !this.#isEmptyDraft(visit) || visit.text !== '') return false;
    const above = this.view.rows[this.view.at(visit.id) - 1]?.id ?? '';
    this.leave();
    if (above !== '') this.begin(above, 'end');
    return true;
  }

  /** Ends the visit: what was typed is kept, an empty new row is not. */
  leave(): void {
    const { visit } = this.view;
    if (!visit) return;
    this.view.visit = null;
    if (this.#isEmptyDraft(visit)) this.#drop(visit.id);
    else void visit.flush();
  }

  /** The row from which new ones are placed; ends the visit to it. */
  #from(): string {
    this.leave();
    return this.view.active;
  }

  #open(spot: Spot): void {
    this.#before = this.view.active;
    const id = this.drafts.open(spot);
    this.view.fold(spot.parentId, false);
    this.view.keep(id);
    this.begin(id, 'end');
    this.view.fresh = this.view.visit;
  }

  #drop(id: string): void {
    const row = this.view.at(id);
    const beside = this.view.rows[row - 1] ?? this.view.rows[row + 1];
    const back = this.view.at(this.#before) < 0 ? beside?.id : this.#before;
    this.drafts.drop(id);
    if (this.view.hand.id === id) this.view.pick(back ?? '');
  }

  #isEmptyDraft(visit: Visit): boolean {
    return visit.blank && this.drafts.isBlank(visit.id);
  }

  async #save(visit: Visit, title: string, edit: string): Promise<string | undefined> {
    const { mirror, edits } = this.desk;
    if (this.drafts.isBlank(visit.id)) {
      const id = await this.drafts.become(visit.id, title, edit);
      return mirror.item(id)?.title;
    }
    const id = await this.drafts.real(visit.id);
    const changes = await edits.setTitle({ id, field: 'title', text: title, edit });
    return changes && mirror.item(id)?.title;
  }
}
