import type { Lack, Lacking } from '../plan/gaps';
import { isActive, type Item, type Kind, type State } from '../plan/types';
import { plainTitle, wordsOf } from '../plan/words';
import { placed, type Shown, type Tree } from '../tree/rows';

/** What is asked for. An empty field asks for nothing; open = still to be done. */
export interface Filter {
  readonly text: string;
  readonly kind: Kind | '';
  readonly state: State | 'open' | '';
  readonly tag: string;
  /** What it lacks. */
  readonly lack: Lack | '';
  readonly drafts: boolean;
}

export const EVERYTHING: Filter = {
  text: '',
  kind: '',
  state: '',
  tag: '',
  lack: '',
  drafts: false,
};

export function asksNothing(filter: Filter): boolean {
  const { text, kind, state, tag, lack, drafts } = filter;
  const words = text.trim();
  return [words, kind, state, tag, lack].every((asked) => asked === '') && !drafts;
}

/**
 * Every placed item that answers the filter or is in kept, and its ancestors.
 * Kept holds what matched when the filter was set, so that nothing vanishes
 * under the hand that changes it.
 */
export function shownBy(
  tree: Tree,
  filter: Filter,
  kept: ReadonlySet<string>,
  lacking: Lacking,
): Shown {
  const matched = new Set<string>();
  const around = new Set<string>();
  const words = wordsOf(filter.text);
  const lack = filter.lack === '' ? null : lacking(filter.lack);
  const visit = (parentId: string): boolean => {
    let any = false;
    for (const id of placed(tree, parentId)) {
      const item = tree.item(id);
      const hit =
        kept.has(id) ||
        (item !== undefined && answers(item, filter, words) && (lack?.has(id) ?? true));
      if (hit) matched.add(id);
      const below = visit(id);
      if (below && !hit) around.add(id);
      any ||= hit || below;
    }
    return any;
  };
  visit('');
  return { matched, around };
}

function answers(item: Item, filter: Filter, words: readonly string[]): boolean {
  if (filter.kind !== '' && item.kind !== filter.kind) return false;
  if (filter.state === 'open' ? !isActive(item) : filter.state && item.state !== filter.state)
    return false;
  if (filter.tag !== '' && !item.tagIds.includes(filter.tag)) return false;
  if (filter.drafts && !item.draft) return false;
  const title = plainTitle(item);
  return words.every((word) => title.includes(word));
}
