import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Reach } from './reach';

const PAGE = `
  <nav><button id="outline"></button><button id="board" aria-current="page"></button></nav>
  <main data-plan>
    <button id="filter"></button>
    <div data-where="row"><div id="row" tabindex="0"></div></div>
  </main>
  <aside><button id="close"></button><input id="title" /></aside>`;

let reach: Reach;

beforeEach(() => {
  document.body.innerHTML = PAGE;
  reach = new Reach(() => [...document.querySelectorAll<HTMLElement>('nav, main, aside')]);
});

afterEach(() => {
  document.body.replaceChildren();
});

function walk(...steps: (1 | -1)[]): string[] {
  return steps.map((step) => {
    reach.go(step);
    return document.activeElement?.id ?? '';
  });
}

describe('the keyboard', () => {
  test('comes to the row first, then to the side, the rail, and round again', () => {
    expect(walk(1, 1, 1, 1)).toEqual(['row', 'title', 'board', 'row']);
  });

  test('goes the same way backwards', () => {
    expect(walk(-1, -1, -1, -1)).toEqual(['row', 'board', 'title', 'row']);
  });

  test('passes over what is not there', () => {
    document.querySelector('aside')?.remove();
    expect(walk(1, 1, 1)).toEqual(['row', 'board', 'row']);
  });

  test('comes to the picked card, not to the first column', () => {
    const column = document.querySelector('main [data-where]');
    const picked =
      '<div data-where="row"><div id="card" tabindex="0" aria-selected="true"></div></div>';
    column?.insertAdjacentHTML('afterend', picked);
    reach.plan();
    expect(document.activeElement?.id).toBe('card');
  });

  test('is let go', () => {
    reach.plan();
    reach.letGo();
    expect(document.activeElement).toBe(document.body);
  });
});
