/**
 * The fields of a form are filled in one after the other: Enter leads to the next
 * one and keeps in the last; with Ctrl or Cmd it keeps from any of them. In a
 * field of several lines Shift and Enter begin a line.
 */
export function inTurn(form: HTMLFormElement): () => void {
  const keydown = (event: KeyboardEvent) => {
    const field = event.target;
    if (event.key !== 'Enter' || event.isComposing || !isField(field)) return;
    if (event.shiftKey && field instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    event.stopPropagation();
    const fields = [...form.querySelectorAll('input, textarea')].filter(isField);
    const next = fields[fields.indexOf(field) + 1];
    if (next && !event.ctrlKey && !event.metaKey) next.focus();
    else form.requestSubmit();
  };
  form.addEventListener('keydown', keydown);
  return () => form.removeEventListener('keydown', keydown);
}

/** What words are typed into. */
function isField(target: unknown): target is HTMLInputElement | HTMLTextAreaElement {
  if (target instanceof HTMLTextAreaElement) return !target.disabled;
  return target instanceof HTMLInputElement && target.type === 'text' && !target.disabled;
}
