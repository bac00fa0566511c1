/**
 * Keeps every field from changing what a person writes: no word is corrected or
 * given a capital by the system, only marked. Said when the hand comes to a
 * field, so that no field can be forgotten.
 */
export function keepAsWritten(page: Document): void {
  page.addEventListener(
    'focusin',
    ({ target }) => {
      if (!(target instanceof HTMLElement) || !target.matches('input, textarea')) return;
      target.setAttribute('autocorrect', 'off');
      target.setAttribute('autocapitalize', 'off');
    },
    { capture: true },
  );
}
