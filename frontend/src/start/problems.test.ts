import { describe, expect, test } from 'vitest';
import { say } from '../text/text';
import { helpFor, problemOf } from './problems';

/** The codes of package db. */
const CODES = 'missing empty foreign newer damaged readonly full failing locked denied'.split(' ');

describe('a vault that cannot be opened', () => {
  test('has a sentence of its own for every code', () => {
    const titles = CODES.map((code) => say(`start.${problemOf(code)}.title`));
    expect(new Set(titles).size).toBe(CODES.length);
    for (const title of titles) expect(title).not.toContain('start.');
    for (const code of CODES) expect(say(`start.${code}.help`)).not.toContain('start.');
  });

  test('has a plain sentence for a code that nobody knows', () => {
    expect(problemOf('sunspots')).toBe('unknown');
    expect(say('start.unknown.title')).not.toContain('start.');
  });

  test('always offers to try again, to open another, and to see where it lies', () => {
    for (const code of CODES) {
      expect(helpFor(problemOf(code))).toEqual(
        expect.arrayContaining(['again', 'choose', 'folder']),
      );
    }
  });

  test('never offers a new vault beside one that is only open elsewhere', () => {
    expect(helpFor('locked')).not.toContain('beside');
  });
});
