import { placed, type Tree } from './rows';

/** What a plan holds: its goals, its steps and decisions, and how many of those are laid. */
export interface Sum {
  readonly goals: number;
  readonly steps: number;
  readonly laid: number;
}

export function sumOf(tree: Tree): Sum {
  const sum = { goals: 0, steps: 0, laid: 0 };
  const visit = (parentId: string): void => {
    for (const id of placed(tree, parentId)) {
      const item = tree.item(id);
      const acts = item?.kind === 'step' || item?.kind === 'decision';
      if (item?.kind === 'goal') sum.goals++;
      if (acts) sum.steps++;
      if (acts && item.state === 'done') sum.laid++;
      visit(id);
    }
  };
  visit('');
  return sum;
}
