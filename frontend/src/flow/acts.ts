import type { Desk } from '../commands/desk';
import { Turns } from '../plan/turns';
import type { Changes, Item } from '../plan/types';
import { Visit } from '../plan/visit.svelte';
import { lay } from '../routine/log';
import { t } from '../text/text';
import type { Arrow } from './order';
import type { Drawn, View } from './view.svelte';
import { NEW, woven, type Wish } from './weaving';
import { beside, between, beyond, earlier, last, later, nextTo, onto } from './wishes';

/** Where the keyboard goes once something new is kept: it stays on it, writes the next, or is elsewhere already. */
export type Then = 'stay' | 'next' | 'beside' | 'leave';

/** Everything the hand can do in a flow. */
export class Acts {
  readonly #turns = new Turns();

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
    const arrow = this.#arrow(before, after);
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
    const changes = title === '' ? undefined : await this.#weave(wish, title);
    if (!changes) return false;
    if (this.view.adding === adding) this.view.adding = null;
    if (this.view.scope === scope) this.view.pick(changes.focus);
    this.view.say(t('flow.added', { title }));
    if (then === 'next') this.next();
    else if (then === 'beside') this.beside();
    else if (then === 'stay') this.view.reach();
    return true;
  }

  later(): void {
    this.#move((id) => later(this.view.order, id), 'flow.moved.later');
  }

  earlier(): void {
    this.#move((id) => earlier(this.view.order, id), 'flow.moved.earlier');
  }

  /** Past its neighbour in the same layer; what comes after what stays. */
  across(step: 1 | -1): void {
    const { layout, boxes, active } = this.view;
    const own = boxes.get(active);
    const other = layout.boxes.find(
      ({ layer, at, id }) => layer === own?.layer && at === own.at + step && this.view.isMember(id),
    );
    this.#move(
      (id) => (other ? beyond(this.view.order, id, other.id, step === 1 ? 1 : 0) : null),
      'flow.moved',
    );
  }

  /** Puts an item onto an arrow. */
  onto(id: string, { before, after }: Pick<Drawn, 'before' | 'after'>): void {
    const arrow = this.#arrow(before, after);
    this.view.pick(id);
    this.#move((held) => (arrow ? onto(this.view.order, held, arrow) : null), 'flow.moved');
  }

  /** Puts an item before (0) or after (1) another one in the order. */
  beyond(id: string, other: string, side: 0 | 1): void {
    this.view.pick(id);
    this.#move((held) => beyond(this.view.order, held, other, side), 'flow.moved');
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
  async cut({ before, after, links, sort }: Omit<Drawn, 'course'>): Promise<void> {
    const { mirror, edits, notices } = this.desk;
    const link = links[0];
    const titles = { before: titleOf(mirror.item(before)), after: titleOf(mirror.item(after)) };
    if (!link || sort === 'deep')
      return notices.tell(t(link ? 'flow.cut.deep' : 'flow.cut.order', titles));
    if (!(await edits.removeLink(link.id))) return;
    const follows = this.view.order.arrows.some(
      (arrow) => arrow.before === before && arrow.after === after,
    );
    this.view.arrow = '';
    this.view.pick(after);
    this.view.reach();
    const words = t(follows ? 'flow.cut.follows' : 'flow.cut.done', titles);
    notices.tell(words, () => void edits.undo());
  }

  /** Lays the stone of an item, or takes it up again. */
  async toggle(id: string): Promise<void> {
    const item = this.desk.mirror.item(id);
    if (!item) return;
    await lay(this.desk, [item], this.desk.now.day);
    const { title = '', state = 'todo' } = this.desk.mirror.item(id) ?? {};
    this.view.say(t('flow.stands', { title, state: t(`plan.state.${state}`) }));
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
    const { active, order } = this.view;
    const { edits, notices, mirror } = this.desk;
    const item = mirror.item(active);
    if (!item || !this.view.isMember(active)) return;
    const at = order.ids.indexOf(active);
    const near = order.ids[at + 1] ?? order.ids[at - 1] ?? '';
    if (!(await edits.deleteItems([active]))) return;
    this.view.pick(near);
    this.view.reach();
    notices.tell(t('flow.deleted', { title: item.title }), () => {
      void edits.undo().then(() => this.desk.hand.find(active));
    });
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

  #arrow(before: string, after: string): Arrow | undefined {
    return this.view.order.arrows.find((one) => one.before === before && one.after === after);
  }

  #move(
    find: (id: string) => Wish | null,
    says: 'flow.moved' | 'flow.moved.later' | 'flow.moved.earlier',
  ): void {
    const id = this.view.active;
    void this.#turns.take(async () => {
      const wish = this.view.isMember(id) ? find(id) : null;
      if (!wish || !(await this.#weave(wish))) return;
      this.view.reach();
      this.view.say(t(says, { title: titleOf(this.desk.mirror.item(id)) }));
    });
  }

  /** Writes what makes a wish come true, as one step. */
  #weave(wish: Wish, title = ''): Promise<Changes | undefined> {
    const { view, desk } = this;
    const { afterId, waits, cut } = woven(view.links, view.order, wish);
    const { ids } = view.order;
    const stays = wish.id !== NEW && (ids[ids.indexOf(wish.id) - 1] ?? '') === afterId;
    const planId = stays ? '' : desk.mirror.planId;
    const place = { planId, parentId: view.scope, afterId };
    const kind = this.#kind();
    return desk.edits.weave({
      id: wish.id,
      kind,
      title,
      place,
      waits: [...waits],
      cut: [...cut],
    });
  }

  /** What is new is a step; below a vision and at the top of a plan it is what follows there. */
  #kind(): 'step' | '' {
    const kind = this.desk.mirror.item(this.view.scope)?.kind;
    return kind === undefined || kind === 'vision' ? '' : 'step';
  }

  async #rename(id: string, text: string, edit: string): Promise<string | undefined> {
    const changes = await this.desk.edits.setTitle({ id, field: 'title', text, edit });
    return changes && this.desk.mirror.item(id)?.title;
  }
}

function titleOf(item: Item | undefined): string {
  return item?.title ?? '';
}
