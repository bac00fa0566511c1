import type { Desk } from '../commands/desk';
import type { Dates, Item } from '../plan/types';
import { daysBetween, longDay, type Day } from '../text/dates';
import { t, tn } from '../text/text';
import { laidOut } from './layout';
import { withDates, type Grip } from './moves';
import { ownSpan } from './spans';
import type { View } from './view.svelte';

/** Everything the hand can do on a timeline. What moves others too waits for a word first. */
export class Acts {
  constructor(
    readonly desk: Desk,
    readonly view: View,
  ) {}

  /** Pulls at a bar: by so many days more than before. What was held otherwise is kept first. */
  pull(id: string, grip: Grip, days: number): void {
    const { pending } = this.view;
    const same = pending?.id === id && pending.grip === grip;
    if (pending && !same) void this.apply(true).then(() => this.hold(id, grip, days));
    else this.hold(id, grip, (pending?.days ?? 0) + days);
  }

  /** Holds a bar so many days from where it lies; not where it would be turned round. */
  hold(id: string, grip: Grip, days: number): void {
    const { view } = this;
    const before = view.pending;
    view.pending = { id, grip, days };
    if (days !== 0 && !view.moved) view.pending = before;
    else view.say(this.words());
  }

  /** Lets go of what is held: it is done at once when nothing else has to move. */
  async drop(): Promise<void> {
    const { moved } = this.view;
    if (!moved) this.leave();
    else if (moved.along.length === 0) await this.apply(false);
  }

  /** Does it, with all that moves along or without. */
  async apply(all: boolean): Promise<void> {
    const { moved } = this.view;
    const words = this.words();
    if (moved && (await this.set([...moved.own, ...(all ? moved.along : [])])))
      this.desk.notices.whisper(words);
    this.view.pending = null;
  }

  leave(): void {
    this.view.pending = null;
  }

  async set(dates: readonly Dates[]): Promise<boolean> {
    return (await this.desk.edits.setDates([...dates])) !== undefined;
  }

  /** Gives a step that has none its day. */
  async date(item: Item, day: Day): Promise<void> {
    if (!(await this.desk.edits.setDue([item.id], day))) return;
    this.desk.hand.pick([item.id]);
    const words = t('timeline.dated', { title: item.title, day: longDay(day) });
    this.desk.notices.tell(words, () => void this.desk.edits.undo());
    this.view.reach();
  }

  /** Gives all of these a day at once, in the order of the plan. */
  async layOut(undated: readonly Item[]): Promise<void> {
    const dates = laidOut(this.view.mirror, undated, this.view.now.day);
    const last = dates
      .map(({ due }) => due)
      .sort()
      .at(-1);
    if (last === undefined || !(await this.set(dates))) return;
    const words = tn('timeline.laidOut', dates.length, { day: longDay(last) });
    this.desk.notices.tell(words, () => void this.desk.edits.undo());
    this.view.reach();
  }

  /** Holds a bar where it no longer begins before what it waits for is done. */
  fit(id: string): void {
    const [clash, span] = [this.view.clashOf(id), this.view.at(id)?.span];
    if (clash && span) this.hold(id, 'whole', daysBetween(span.from, clash.day));
  }

  /** What is about to happen, in words: "3 days later, until Mon 16 Mar". */
  words(): string {
    const { pending, moved, mirror } = this.view;
    const item = pending && mirror.item(pending.id);
    if (!item || !moved) return '';
    const [own] = moved.own;
    const span = own && ownSpan(withDates(mirror.item(own.id) ?? item, own));
    if (!span) return '';
    const count = Math.abs(pending.days);
    const way = pending.days < 0 ? 'earlier' : 'later';
    const days = tn(`timeline.${way}`, count);
    return pending.grip === 'start'
      ? t('timeline.from', { days, day: longDay(span.from) })
      : t('timeline.until', { days, day: longDay(span.to) });
  }
}
