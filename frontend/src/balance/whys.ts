import type { Mirror } from '../plan/mirror.svelte';
import { isActive, type Item } from '../plan/types';

/** A reason to go on: what it is for, in the person's words, and how much that matters. */
export interface Why {
  readonly item: Item;
  readonly words: string;
  /** 0 to 10; undefined = nobody said. */
  readonly importance: number | undefined;
}

/** More reasons than these nobody needs to read in one go. */
const TOP = 5;

/** Why one does it (R75): the reasons of a plan's visions, and then of its goals, those that matter most first. */
export function whysOf(mirror: Mirror, planId: string): readonly Why[] {
  const all = [...mirror.items.values()].filter((item) => item.planId === planId && isActive(item));
  const whys = all
    .filter(({ kind }) => kind === 'vision' || kind === 'goal')
    .map((item): Why => {
      const { importance, importanceWhy } = mirror.said.once('aim', item.id);
      return { item, words: importanceWhy ?? item.why, importance };
    });
  return whys
    .filter(({ words }) => words.trim() !== '')
    .sort((a, b) => weightOf(b) - weightOf(a))
    .slice(0, TOP);
}

/** What a goal matters at most. */
const MOST = 10;

function weightOf({ item, importance = 0 }: Why): number {
  return item.kind === 'vision' ? MOST + 1 : importance;
}
