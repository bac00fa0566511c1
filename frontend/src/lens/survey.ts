import { isActive, type Item } from '../plan/types';
import type { Verdict } from './types';

/** What the survey needs to know of a tree. */
export interface Tree {
  item(id: string): Item | undefined;
  children(parentId: string): readonly string[];
}

/** What a title is; undefined while it is not known yet. */
export type Read = (title: string) => Verdict | undefined;

/** One line that is worth a look. */
export interface Ask {
  readonly id: string;
  /** What its title asks; null = nothing below it can be done (R40, R31). */
  readonly verdict: Verdict | null;
}

/** A plan, or a branch of it, as the lens sees it. It scores the plan and never the person. */
export interface Survey {
  /** Goals, milestones, and steps that name an outcome and have no steps of their own. */
  readonly outcomes: number;
  /** Steps that can be done, and are not done yet. */
  readonly actions: number;
  /** In the order of the outline. */
  readonly asks: readonly Ask[];
  /** Goals and milestones without anything below them that can be done (R40). */
  readonly bare: ReadonlySet<string>;
}

export const UNSEEN: Survey = { outcomes: 0, actions: 0, asks: [], bare: new Set() };

/**
 * What the lens asks of an item: a verdict that its kind does not agree with
 * (lens.md), or undefined. A step may not be an outcome or a project unless it
 * has steps of its own, a goal may be anything but vague, and nobody is asked
 * about what is over, or what they have vouched for.
 */
export function askOf(item: Item, tree: Tree, read: Read): Verdict | undefined {
  if (!isActive(item) || item.isAction) return undefined;
  const step = item.kind === 'step';
  if (!step && item.kind !== 'goal' && item.kind !== 'milestone') return undefined;
  const verdict = read(item.title);
  if (!verdict || verdict.reason === '') return undefined;
  if (!step) return verdict.kind === 'vague' ? verdict : undefined;
  const big = verdict.kind === 'outcome' || verdict.kind === 'project';
  return big && tree.children(item.id).length > 0 ? undefined : verdict;
}

/** Surveys what lies below a parent, '' = the whole plan; with a branch, the branch itself as well. */
export function survey(tree: Tree, branch: string, read: Read): Survey {
  const asks: Ask[] = [];
  const bare = new Set<string>();
  let outcomes = 0;
  let actions = 0;

  /** Takes an item and all below it; true when something there can be done, or was. */
  function take(id: string): boolean {
    const item = tree.item(id);
    if (!item || item.kind === 'idea') return false;
    const own = askOf(item, tree, read);
    const mine = asks.length;
    if (own) asks.push({ id, verdict: own });
    const todo = isDoable(item, own);
    const below = all(tree.children(id));
    if (isActive(item)) {
      const act = isAct(item, tree, read);
      if (act || (todo && item.kind === 'step')) actions++;
      else if (isOutcome(item, own)) outcomes++;
      if (!below && isHigh(item)) bare.add(id);
      // One question at a time: what is to be mended below comes first.
      if (!below && isFar(item) && asks.length === mine) asks.push({ id, verdict: null });
    }
    return todo || below;
  }

  function all(ids: readonly string[]): boolean {
    let any = false;
    for (const id of ids) if (take(id)) any = true;
    return any;
  }

  if (branch === '') all(tree.children(''));
  else take(branch);
  return { outcomes, actions, asks, bare };
}

/** A quiet hint about an action leaves it one. */
function isDoable({ kind }: Item, ask: Verdict | undefined): boolean {
  return kind === 'decision' || (kind === 'step' && (!ask || ask.kind === 'action'));
}

function isOutcome(item: Item, ask: Verdict | undefined): boolean {
  return isHigh(item) || (item.kind === 'step' && ask?.kind === 'outcome');
}

/** A milestone that reads as something to do: it may be a step. */
export function isAct({ id, kind, title }: Item, tree: Tree, read: Read): boolean {
  const lone = kind === 'milestone' && tree.children(id).length === 0;
  return lone && read(title)?.kind === 'action';
}

function isHigh({ kind }: Item): boolean {
  return kind === 'goal' || kind === 'milestone';
}

/** A vision without a plan is worth a look too (R31). */
function isFar(item: Item): boolean {
  return isHigh(item) || item.kind === 'vision';
}
