import type { Desk } from '../commands/desk';
import type { Item } from '../plan/types';
import { Visit } from '../plan/visit.svelte';
import { lay } from '../routine/log';
import { t, tn } from '../text/text';
import { weave } from './moves';
import { arrowOf } from './order';
import type { Drawn, View } from './view.svelte';
import type { Wish } from './weaving';
import { beside, between, last, nextTo } from './wishes';

/** Where the keyboard goes once something new is kept: it stays on it, writes the next, or is elsewhere already. */
export type Then = 'stay' | 'next' | 'beside' | 'leave';

/** What the hand does in a flow beside moving: writes, joins and cuts, lays stones, deletes, goes into steps and out. */
export class Acts {
  constructor(
    readonly desk: Desk,
    readonly view: View,
  ) {}

  /** Begins to write what comes next. */
  next(): void {
    const { active, order } = this.view;
    this.#open(this.view.isMember(active) ? nextTo(order, active) : last(order));
  }

  /** Begins to write something between two. */
  between({ before, after }: Pick<Drawn, 'before' | 'after'>): void {
    const arrow = arrowOf(this.view.order, before, after);
    if (arrow) this.#open(between(this.view.order, arrow), before);
  }

  /** Begins to write something between what the hand holds and what comes next. */
  betweenNext(): void {
    const { active, order } = this.view;
    const arrow = order.arrows.find(({ before }) => before === active);
    if (arrow) this.between(arrow);
    else this.next();
  }

  /** Begins to write something beside what the hand holds. */
  beside(): void {
    const { active, order, mirror } = this.view;
    const decides = (id: string) => mirror.item(id)?.kind === 'decision';
    const wish = this.view.isMember(active) ? beside(order, active, decides) : null;
    if (wish) this.#open(wish);
    else this.desk.notices.tell(t('flow.beside.none'));
  }

  #open(wish: Wish, from: string = this.view.active): void {
    this.leave();
    this.view.arrow = '';
    this.view.adding = { wish, from };
    this.view.reach();
  }

  /** Stops writing; what was typed of a title is kept. */
  leave(): void {
    const { visit } = this.view;
    this.view.visit = null;
    this.view.adding = null;
    void visit?.flush();
  }

  /** Keeps what was written as a new item; a title that is blank or refused keeps nothing. */
  async add(title: string, then: Then): Promise<boolean> {
    const { adding } = this.view;
    return adding !== null && this.#keep(adding.wish, title.trim(), then);
  }

  /** Keeps the first item of a flow that has none. */
  first(title: string, then: Then): Promise<boolean> {
    return this.#keep(last(this.view.order), title.trim(), then);
  }

  async #keep(wish: Wish, title: string, then: Then): Promise<boolean> {
    const { adding, scope } = this.view;
    const changes = title === '' ? undefined : await weave(this.desk, this.view, wish, title);
    if (!changes) return false;
    if (this.view.adding === adding) this.view.adding = null;
    if (this.view.scope === scope) this.view.pick(changes.focus);
    this.view.say(t('flow.added', { title }));
    if (then === 'next') this.next();
    else if (then === 'beside') this.beside();
    else if (then === 'stay') this.view.reach();
    return true;
  }

  /** One waits for another from now on. */
  async connect(before: string, after: string): Promise<void> {
    const { mirror, edits } = this.desk;
    const titles = { before: titleOf(mirror.item(before)), after: titleOf(mirror.item(after)) };
    const changes = await edits.addLink({ from: after, to: before, kind: 'after' });
    if (!changes) return;
    this.view.pick(after);
    this.view.reach();
    this.desk.notices.tell(t('flow.connected', titles), () => void edits.undo());
  }

  /** Takes an arrow away; what only the order says cannot be cut. */
  async cut(arrow: Omit<Drawn, 'course'>): Promise<void> {
    const { before, after, links, sort } = arrow;
    const { mirror, edits, notices } = this.desk;
    const [link] = links;
    const titles = { before: titleOf(mirror.item(before)), after: titleOf(mirror.item(after)) };
    if (!link || !isLoose(arrow))
      return notices.tell(t(sort === 'deep' ? 'flow.cut.deep' : 'flow.cut.order', titles));
    if (!(await edits.removeLink(link.id))) return;
    const follows = arrowOf(this.view.order, before, after) !== undefined;
    this.view.arrow = '';
    this.view.pick(after);
    this.view.reach();
    const words = t(follows ? 'flow.cut.follows' : 'flow.cut.done', titles);
    notices.tell(words, () => void edits.undo());
  }

  /** Cuts all arrows that lead to what the hand holds; what only the order says stays. */
  async cutAll(): Promise<void> {
    const { held, drawn } = this.view;
    const { edits, notices } = this.desk;
    const loose = drawn.filter((arrow) => held.includes(arrow.after) && isLoose(arrow));
    const [one, ...others] = loose;
    if (one && others.length === 0) return this.cut(one);
    const cut = loose.flatMap(({ links }) => links[0]?.id ?? []);
    const stays = { planId: '', parentId: '', afterId: '' };
    const [id = '', ...rest] = held;
    if (!(await edits.weave({ id, with: rest, kind: '', title: '', place: stays, waits: [], cut })))
      return;
    this.view.reach();
    notices.tell(tn('flow.cut.all', cut.length), () => void edits.undo());
  }

  /** Lays the stones of items, or takes them up again when all are laid. */
  async toggle(ids: readonly string[] = this.view.held): Promise<void> {
    const { mirror, now } = this.desk;
    const items = ids.flatMap((id) => mirror.item(id) ?? []);
    if (items.length === 0) return;
    await lay(this.desk, items, now.day);
    const { title = '', state = 'todo' } = mirror.item(ids[0] ?? '') ?? {};
    const says = { title, state: t(`plan.state.${state}`) };
    this.view.say(ids.length === 1 ? t('flow.stands', says) : tn('flow.stand', ids.length, says));
  }

  /** Begins to edit a title where it stands. */
  edit(id: string): void {
    const item = this.desk.mirror.item(id);
    if (!item || this.view.visit?.id === id) return;
    this.leave();
    this.view.pick(id);
    this.view.visit = new Visit(id, item.title, 'end', (text, edit) =>
      this.#rename(id, text, edit),
    );
    this.view.reach();
  }

  /** Puts what the hand holds into the trash, and holds what stood beside it. */
  async remove(): Promise<void> {
    const { held } = this.view;
    const { edits, notices, hand } = this.desk;
    const [first = ''] = held;
    if (first === '') return;
    const [near, words] = [this.#near(held), this.#goneWords(held)];
    if (!(await edits.deleteItems([...held]))) return;
    this.view.pick(near);
    this.view.reach();
    notices.tell(words, () => void edits.undo().then(() => hand.find(first)));
  }

  /** What the hand finds when items leave: the next one that stays, else the one before. */
  #near(held: readonly string[]): string {
    const { ids } = this.view.order;
    const last = ids.findLastIndex((id) => held.includes(id));
    return ids[last + 1] ?? ids.findLast((id) => !held.includes(id)) ?? '';
  }

  #goneWords(held: readonly string[]): string {
    const { mirror } = this.desk;
    const count = held.reduce((sum, id) => sum + 1 + mirror.descendants(id).length, 0);
    return tn('flow.deleted', count, { title: titleOf(mirror.item(held[0] ?? '')) });
  }

  /** Opens the steps of an item as a flow of their own. */
  into(id: string): void {
    const item = this.desk.mirror.item(id);
    if (!item) return;
    this.view.open(id);
    this.view.say(t('flow.opened', { title: item.title }));
    this.view.reach();
  }

  /** Goes out to the flow in which this one is a step. */
  out(): void {
    const { scope } = this.view;
    const item = this.desk.mirror.item(scope);
    if (!item || scope === this.desk.hand.branch) return;
    this.view.open(item.parentId, scope);
    const { title } = this.desk.mirror.item(item.parentId) ?? { title: t('flow.top') };
    this.view.say(t('flow.opened', { title }));
    this.view.reach();
  }

  async #rename(id: string, text: string, edit: string): Promise<string | undefined> {
    const changes = await this.desk.edits.setTitle({ id, field: 'title', text, edit });
    return changes && this.desk.mirror.item(id)?.title;
  }
}

function titleOf(item: Item | undefined): string {
  return item?.title ?? '';
}

/** True for an arrow that is a link of its own, which can be cut here. */
export function isLoose({ sort }: Pick<Drawn, 'sort'>): boolean {
  return sort === 'own' || sort === 'outside';
}
