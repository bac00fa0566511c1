import { placed, type Tree } from '../tree/rows';

/** What stands in the middle of a whole plan: its one vision, or the one thing at its top; '' = the plan itself. */
export function middleOf(tree: Tree): string {
  const tops = placed(tree, '');
  const visions = tops.filter((id) => tree.item(id)?.kind === 'vision');
  const [only = '', ...others] = visions.length > 0 ? visions : tops;
  return others.length === 0 ? only : '';
}

/** What lies beside the map of a whole plan: ideas that are not placed yet, and what does not grow from its middle. */
export function besideOf(tree: Tree, centre: string): string[] {
  const idea = (id: string) => tree.item(id)?.kind === 'idea';
  return tree.children('').filter((id) => id !== centre && (centre !== '' || idea(id)));
}
