import type { Desk } from '../commands/desk';
import { toMarkdown } from '../plan/markdown';
import type { Changes } from '../plan/types';
import { tn } from '../text/text';
import type { Drafts } from './drafts.svelte';
import { spotAfter, spotLast, type Spot } from './place';
import { neighbour } from './select';
import type { Turns } from '../plan/turns';
import type { Sight } from './sight.svelte';

/** The longest single line that pasting into a title takes in as typed text. */
const LONGEST_LINE = 1000;

interface Clip {
  readonly text: string;
  readonly ids: readonly string[];
}

/**
 * Cutting, copying and pasting whole branches. The clipboard carries Markdown;
 * what comes back unchanged is known again: what was cut here moves, what was
 * copied here is copied with everything it has, any other text is read.
 */
export class Clipboard {
  #clip: Clip | null = null;

  constructor(
    readonly desk: Desk,
    readonly view: Sight,
    readonly drafts: Drafts,
    readonly turns: Turns,
  ) {}

  /** True when something was cut or copied here. */
  get full(): boolean {
    return this.#clip !== null;
  }

  /** The picked branches as Markdown; they are what the next paste brings. */
  copy(): string {
    const ids = this.view.ids.filter((id) => !this.drafts.has(id));
    const text = toMarkdown(this.desk.mirror, ids);
    if (ids.length > 0) this.#clip = { text, ids };
    return text;
  }

  /** As copy, and takes the branches out of the plan. */
  cut(): string {
    const text = this.copy();
    const ids = [...(this.#clip?.ids ?? [])];
    if (text === '') return text;
    this.view.pick(neighbour(this.view.rows, this.view.picked, this.drafts));
    this.view.reach();
    void this.turns.take(async () => {
      const changes = await this.desk.edits.deleteItems(ids);
      if (changes) this.view.say(tn('outline.cutDone', ids.length));
    });
    return text;
  }

  /** Pastes right after the active row; without a text what was cut or copied here. */
  paste(text: string = this.#clip?.text ?? ''): void {
    if (text.trim() === '') return;
    void this.turns.take(async () => {
      const changes = await this.#bring(text, this.#spot());
      if (!changes) return;
      const first = changes.focus || changes.items[0]?.id;
      if (first) this.view.find(first);
      this.view.say(tn('outline.pasted', changes.items.length));
    });
  }

  /** True for a pasted text that is no part of a title: it becomes items. */
  isOutline(text: string): boolean {
    return /[\r\n]/.test(text.trim()) || text.length > LONGEST_LINE;
  }

  /** What stands at the spot may still be on its way into the vault: it is waited for. */
  async #bring(text: string, spot: Spot): Promise<Changes | undefined> {
    const { mirror, edits } = this.desk;
    const parentId = await this.drafts.real(spot.parentId);
    const afterId = await this.drafts.real(spot.afterId);
    const place = { planId: mirror.planId, parentId, afterId };
    const ids = this.#known(text);
    if (ids.length === 0) return edits.pasteText({ place, text });
    const living = ids.every((id) => mirror.item(id));
    return living ? edits.copyItems({ ids, place }) : edits.restoreItems({ ids, place });
  }

  /** The items that a text stands for; [] when it comes from elsewhere. */
  #known(text: string): string[] {
    const same = (a: string, b: string) => a.replace(/\r\n?/g, '\n').trim() === b.trim();
    return this.#clip && same(text, this.#clip.text) ? [...this.#clip.ids] : [];
  }

  #spot(): Spot {
    const { active, branch } = this.view;
    if (active === '' || active === branch) return spotLast(this.drafts, branch);
    return spotAfter(this.drafts, active);
  }
}
