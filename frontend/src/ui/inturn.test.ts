import { afterEach, expect, test, vi } from 'vitest';
import { inTurn } from './inturn';

function formOf(fields: string): { form: HTMLFormElement; kept: ReturnType<typeof vi.fn> } {
  document.body.innerHTML = `<form>${fields}<button type="submit">Keep</button></form>`;
  const form = document.querySelector('form')!;
  const kept = vi.fn((event: Event) => event.preventDefault());
  form.addEventListener('submit', kept);
  inTurn(form);
  return { form, kept };
}

function enter(field: Element, how: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', {
    key: 'Enter',
    bubbles: true,
    cancelable: true,
    ...how,
  });
  field.dispatchEvent(event);
  return event;
}

const TWO = '<input type="text" id="a"><input type="checkbox"><textarea id="b"></textarea>';
const at = (id: string) => document.getElementById(id)!;

afterEach(() => (document.body.innerHTML = ''));

test('Enter leads to the next field, past what is not typed into', () => {
  const { kept } = formOf(TWO);
  expect(enter(at('a')).defaultPrevented).toBe(true);
  expect(document.activeElement).toBe(at('b'));
  expect(kept).not.toHaveBeenCalled();
});

test('Enter keeps in the last field', () => {
  const { kept } = formOf(TWO);
  enter(at('b'));
  expect(kept).toHaveBeenCalledOnce();
});

test.each([{ ctrlKey: true }, { metaKey: true }])('%o and Enter keep from any field', (how) => {
  const { kept } = formOf(TWO);
  enter(at('a'), how);
  expect(kept).toHaveBeenCalledOnce();
});

test('Shift and Enter are left to a field of several lines, and to no other', () => {
  const { kept } = formOf(TWO);
  expect(enter(at('b'), { shiftKey: true }).defaultPrevented).toBe(false);
  enter(at('a'), { shiftKey: true });
  expect(document.activeElement).toBe(at('b'));
  expect(kept).not.toHaveBeenCalled();
});

test('what is still being composed is not left, and a button is pressed as ever', () => {
  const { kept } = formOf(TWO);
  expect(enter(at('a'), { isComposing: true }).defaultPrevented).toBe(false);
  expect(enter(document.querySelector('button')!).defaultPrevented).toBe(false);
  expect(kept).not.toHaveBeenCalled();
});
