import type { Desk } from '../commands/desk';
import { Visit, type Caret } from '../plan/visit.svelte';
import { Adding } from './adding.svelte';
import { ownColumn } from './scope';
import type { View } from './view.svelte';

/** What the hand writes on the board: titles of cards, and steps at the foot of a column. */
export class Writing {
  constructor(
    readonly desk: Desk,
    readonly view: View,
  ) {}

  /** Begins to edit a title. */
  begin(id: string, caret: Caret): void {
    if (this.view.visit?.id === id) return;
    this.leave();
    const item = this.desk.mirror.item(id);
    if (!item) return;
    this.view.pick(id);
    this.view.visit = new Visit(id, item.title, caret, (title, edit) =>
      this.#save(id, title, edit),
    );
    this.view.reach();
  }

  /** Ends the visit to a title; what was typed is kept. */
  leave(): void {
    const { visit } = this.view;
    this.view.visit = null;
    void visit?.flush();
  }

  /** Opens the line at the foot of a column. */
  open(columnId: string): void {
    this.leave();
    if (this.view.adding?.columnId === columnId) return;
    this.view.adding = new Adding(columnId, this.home());
  }

  /** Adds what stands in the line as a step; the line stays open for the next. */
  async add(adding: Adding): Promise<string | undefined> {
    const title = adding.text.trim();
    if (title === '') return undefined;
    adding.text = '';
    const { mirror, edits } = this.desk;
    const { parentId } = adding;
    const planId = mirror.item(parentId)?.planId ?? mirror.planId;
    const columnId = ownColumn(mirror, planId, adding.columnId);
    const afterId = mirror.children(parentId).at(-1) ?? '';
    const place = { planId, parentId, afterId };
    const step = { place, kind: 'step', title, edit: '', estimateMin: 0 } as const;
    const changes = await edits.addItem({ ...step, columnId });
    if (changes) this.view.keep(changes.focus);
    else if (adding.text === '') adding.text = title;
    return changes?.focus;
  }

  /** Closes the line at the foot. */
  close(): void {
    this.view.adding = null;
  }

  /** What a new step stands below: what the hand is on or beside, else the branch in focus; '' = the top. */
  home(): string {
    const { mirror, hand } = this.desk;
    const item = mirror.item(hand.id);
    const card = item?.kind === 'step' || item?.kind === 'decision';
    const at = card ? item.parentId : (item?.id ?? '');
    const above = [...mirror.path(at), mirror.item(at)].findLast(
      (one) => one !== undefined && HOMES.some((kind) => kind === one.kind),
    );
    const within =
      hand.branch === '' || mirror.path(above?.id ?? '').some(({ id }) => id === hand.branch);
    return within || above?.id === hand.branch ? (above?.id ?? '') : hand.branch;
  }

  async #save(id: string, title: string, edit: string): Promise<string | undefined> {
    const { mirror, edits } = this.desk;
    const changes = await edits.setTitle({ id, field: 'title', text: title, edit });
    return changes && mirror.item(id)?.title;
  }
}

/** What steps may stand below on the board. */
const HOMES = ['vision', 'goal', 'milestone'] as const;
