import type { Desk } from '../commands/desk';
import { t } from '../text/text';
import type { Panes } from './panes';
import type { Saved } from './saved.svelte';
import type { View } from './view.svelte';

/** What the hand does to filters: keeps the present one under a name, asks again for a kept one. */
export class FilterActs {
  constructor(
    readonly desk: Desk,
    readonly view: View,
    readonly panes: Panes,
  ) {}

  /** Asks for what a kept filter asks for; for everything again when that is asked for already. */
  toggle(saved: Saved): void {
    const { view } = this;
    if (view.filtering && view.saved.of(view.filter) === saved) view.stopSeeking();
    else view.ask(saved.filter);
    this.panes.rewind();
  }

  /** Begins to name a kept filter, or the present one (''). */
  begin(name: string): void {
    this.view.savedNaming = name;
  }

  /** The name was left as it is. */
  leave(): void {
    this.view.savedNaming = null;
  }

  /** Gives a kept filter another name; keeps the present one ('') under it. */
  name(from: string, typed: string): void {
    const { view } = this;
    const name = typed.trim();
    this.leave();
    if (name === '') return;
    if (from !== '') return view.saved.rename(from, name);
    if (!view.filtering) return;
    view.saved.keep(name, view.filter);
    view.say(t('board.saved.kept', { name }));
  }

  /** Forgets a kept filter and says how to get it back. */
  remove({ name }: Saved): void {
    const { saved } = this.view;
    const before = saved.all;
    saved.remove(name);
    this.desk.notices.tell(t('board.saved.removed', { name }), () => (saved.all = before));
  }
}
