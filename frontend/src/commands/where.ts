import type { Where } from './commands';

/**
 * Where the hand is, for a key that goes down on an element. A view marks its
 * surface with data-where="row" and its editors with data-where="edit", a menu
 * or dialog all of itself with data-where="apart"; other fields and buttons
 * keep their own keys.
 */
export function whereIs(target: EventTarget | null): Where {
  if (!(target instanceof Element)) return 'row';
  const marked = target.closest<HTMLElement>('[data-where]')?.dataset['where'];
  if (marked === 'apart') return 'apart';
  if (isField(target)) return marked === 'edit' ? 'edit' : 'field';
  if (marked === 'row') return 'row';
  return target === document.body || target === document.documentElement ? 'row' : 'field';
}

/**
 * True while the hand is in a field beside the rows, in a menu or a dialog: what
 * an edit does when it comes back must not take the keyboard from there.
 */
export function isElsewhere(): boolean {
  const where = whereIs(document.activeElement);
  return where === 'field' || where === 'apart';
}

function isField(target: Element): boolean {
  return target.matches('input, textarea, select, [contenteditable="true"]');
}
