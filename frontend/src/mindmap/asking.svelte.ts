import type { Desk } from '../commands/desk';
import { addBelow } from '../commands/steps';
import type { Item, Kind } from '../plan/types';
import { MICRO_MIN } from '../text/estimate';
import { t } from '../text/text';
import type { View } from './view.svelte';

/**
 * What can be asked of an item: down and up the ladder (R52), backwards from
 * its end (R36), smaller (R37), and what to do when nobody knows (R43).
 */
export const QUESTIONS = ['how', 'why', 'before', 'smaller', 'unknown'] as const;
export type Question = (typeof QUESTIONS)[number];

/** A question that stands open at a node. */
export interface Asked {
  readonly what: Question;
  /** What is asked about. */
  readonly id: string;
  /** Where the asking began. */
  readonly from: string;
  /** How many answers have been given. */
  readonly count: number;
}

/** Questions put at a node of the map; each answer becomes an item there. */
export class Asking {
  open = $state.raw<Asked | null>(null);

  readonly #desk: Desk;
  readonly #view: View;

  constructor(desk: Desk, view: View) {
    this.#desk = desk;
    this.#view = view;
  }

  /** True when a question can be put to an item. */
  can(what: Question, item: Item | undefined): boolean {
    if (!item || this.#view.tree.has(item.id)) return false;
    switch (what) {
      case 'how':
        return true;
      case 'why':
        return item.kind !== 'vision';
      case 'before':
        return item.kind !== 'idea';
      case 'smaller':
        return item.kind === 'step';
      case 'unknown':
        return item.kind !== 'idea' && item.kind !== 'decision';
    }
  }

  ask(what: Question, id: string): void {
    this.open = { what, id, from: id, count: 0 };
  }

  /** Leaves the question; the hand is where it was asked, or on what it led to. */
  close(): void {
    const { open } = this;
    this.open = null;
    if (!open) return;
    this.#view.pick(this.#view.tree.item(open.id) ? open.id : open.from);
    this.#view.reach();
  }

  /** Takes an answer; false when it was refused. */
  async answer(title: string): Promise<boolean> {
    const { open } = this;
    const item = open && this.#desk.mirror.item(open.id);
    if (!open || !item) return false;
    const id = await this.#add(open, item, title);
    if (id === undefined) return false;
    this.#view.fold(item.id, false);
    const climbs = open.what === 'why' || open.what === 'before';
    this.open = { ...open, id: climbs ? id : open.id, count: open.count + 1 };
    if (climbs) this.#view.pick(id);
    return true;
  }

  /** The last answer can be done today: it is a step, and chosen for today. The asking has reached its end. */
  async today(): Promise<void> {
    const { open } = this;
    if (!open || open.count === 0) return;
    const { edits, now } = this.#desk;
    const item = this.#desk.mirror.item(open.id);
    if (item && item.kind !== 'step') await edits.setKind([open.id], 'step');
    await edits.pick([open.id], now.day);
    this.#desk.notices.tell(t('map.asks.picked', { title: item?.title ?? '' }));
    this.close();
  }

  async #add(open: Asked, item: Item, title: string): Promise<string | undefined> {
    const { edits } = this.#desk;
    switch (open.what) {
      case 'how':
        return this.#below(item, title, '');
      case 'why':
        return (await edits.addAbove({ id: item.id, title }))?.focus;
      case 'before':
        return this.#justBefore(item, title);
      case 'smaller': {
        const place = { planId: item.planId, parentId: item.id, afterId: '' };
        const step = { place, kind: 'step', title, edit: '', columnId: '' } as const;
        return (await edits.addItem({ ...step, estimateMin: MICRO_MIN }))?.focus;
      }
      case 'unknown':
        return addBelow(this.#desk, item, title, 'first');
    }
  }

  /** What must be true just before a goal is the last of its parts; before a part, the part before it. */
  #justBefore(item: Item, title: string): Promise<string | undefined> {
    if (item.kind === 'vision') return this.#below(item, title, 'goal');
    if (item.kind === 'goal') return this.#below(item, title, 'milestone');
    const siblings = this.#desk.mirror.children(item.parentId, item.planId);
    const afterId = siblings[siblings.indexOf(item.id) - 1] ?? '';
    const kind: Kind = item.kind === 'milestone' ? 'milestone' : 'step';
    return this.#put({ planId: item.planId, parentId: item.parentId, afterId }, kind, title);
  }

  #below(item: Item, title: string, kind: Kind | ''): Promise<string | undefined> {
    const afterId = this.#desk.mirror.children(item.id, item.planId).at(-1) ?? '';
    return this.#put({ planId: item.planId, parentId: item.id, afterId }, kind, title);
  }

  async #put(
    place: { planId: string; parentId: string; afterId: string },
    kind: Kind | '',
    title: string,
  ): Promise<string | undefined> {
    const input = { place, kind, title, edit: '', estimateMin: 0, columnId: '' };
    return (await this.#desk.edits.addItem(input))?.focus;
  }
}
