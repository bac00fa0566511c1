import { beforeEach, describe, expect, test } from 'vitest';
import { guard } from './guard';

describe('the page stays where it is', () => {
  let followed: string[] = [];
  let page: Document;

  beforeEach(() => {
    followed = [];
    page = document.implementation.createHTMLDocument();
    page.body.innerHTML =
      '<a href="https://example.org/a"><b>there</b></a><p>words</p><textarea></textarea><form></form>';
    guard(page, (href) => followed.push(href));
  });

  const fire = (selector: string, event: Event): boolean =>
    page.querySelector(selector)?.dispatchEvent(event) ?? true;
  const mouse = (type: string) => new MouseEvent(type, { bubbles: true, cancelable: true });

  test.each(['click', 'auxclick'])('when a link is pressed (%s): the filter gets it', (type) => {
    expect(fire('b', mouse(type))).toBe(false);
    expect(followed).toEqual(['https://example.org/a']);
  });

  test('and a press elsewhere is left alone', () => {
    expect(fire('p', mouse('click'))).toBe(true);
    expect(followed).toEqual([]);
  });

  function drop(type: string, kinds: string[]): Event {
    const event = new Event(type, { bubbles: true, cancelable: true });
    return Object.assign(event, { dataTransfer: { types: kinds } });
  }

  test.each(['dragover', 'drop'])('when a file or a link is dropped (%s)', (type) => {
    expect(fire('p', drop(type, ['Files']))).toBe(false);
    expect(fire('textarea', drop(type, ['Files']))).toBe(false);
    expect(fire('textarea', drop(type, ['text/plain', 'text/uri-list']))).toBe(false);
    expect(fire('p', drop(type, ['text/plain']))).toBe(false);
  });

  test('while words may be dropped into a field', () => {
    expect(fire('textarea', drop('drop', ['text/plain', 'text/html']))).toBe(true);
  });

  test('when a form is sent', () => {
    expect(fire('form', new Event('submit', { bubbles: true, cancelable: true }))).toBe(false);
  });
});
