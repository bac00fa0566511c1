import { expect, test } from 'vitest';
import { keepAsWritten } from './written';

test.each(['input', 'textarea'])('in a field (%s) nothing is corrected or capitalised', (tag) => {
  keepAsWritten(document);
  const field = document.body.appendChild(document.createElement(tag));
  field.focus();
  expect(field.getAttribute('autocorrect')).toBe('off');
  expect(field.getAttribute('autocapitalize')).toBe('off');
  field.remove();
});
