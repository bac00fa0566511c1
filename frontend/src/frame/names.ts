import type { Mirror } from '../plan/mirror.svelte';
import type { StepName } from '../plan/types';
import { knows, say, t } from '../text/text';

/** An undo step in words: "Move step", "Delete 3 items", "Change barrier"; '' when there is none. */
export function stepName(step: StepName): string {
  if (!step.op) return '';
  const key = `op.${step.op}`;
  const kind = kindName(step);
  return knows(key + '.other') ? say(key, { kind, count: step.count }) : t('op.item');
}

/** What it was done to: an item, something said of one, or a piece of a board. */
function kindName({ op, kind }: StepName): string {
  if (kind === '') return t(op.startsWith('piece_') ? 'op.piece' : 'op.item');
  const said = `op.kind.${kind}`;
  return say(knows(said) ? said : `plan.kind.${kind}`, {});
}

/** What the undo button says. */
export function undoName(mirror: Mirror): string {
  const step = stepName(mirror.undo);
  return step ? t('command.undo.of', { step }) : t('command.undo.none');
}

/** What the redo button says. */
export function redoName(mirror: Mirror): string {
  const step = stepName(mirror.redo);
  return step ? t('command.redo.of', { step }) : t('command.redo.none');
}
