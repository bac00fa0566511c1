import { describe, expect, test } from 'vitest';
import '../text/english';
import { ACTION, type Verdict } from './types';
import { chipOf, chipText, evidenceOf, reasonOf, wordIn } from './words';

const grow: Verdict = { kind: 'outcome', reason: 'lens.result', word: 'grow', repairs: [] };
const noun: Verdict = { kind: 'noverb', reason: 'lens.noun', word: 'dentist', repairs: [] };

describe('what a chip says', () => {
  test('has the word that gave it away in it, or none', () => {
    expect(chipOf(grow)).toEqual(['', 'grow', ' names an outcome']);
    expect(chipOf(noun)).toEqual(['call, book or go?', '', '']);
    expect(chipText(grow)).toBe('grow names an outcome');
    expect(chipText(ACTION)).toBe('');
  });

  test('gives its reason with the word of the title', () => {
    expect(reasonOf(grow, 'I want to grow my shop')).toMatch(/^“Grow” names what you want/);
    expect(reasonOf({ ...grow, word: 'MORE', reason: 'lens.more' }, 'x')).toMatch(/^“MORE” than/);
    expect(reasonOf(ACTION, 'Call Ada')).toBe('');
  });

  test('marks the word where it stands', () => {
    expect(wordIn('I want to Grow my shop', grow)).toEqual([[10, 14]]);
    expect(wordIn('Outgrow it, grow up', grow)).toEqual([[12, 16]]);
    expect(wordIn('My shop', grow)).toEqual([]);
    expect(wordIn('My shop', { ...grow, word: '' })).toEqual([]);
  });

  test('quotes only what we know', () => {
    expect(evidenceOf(grow)?.[0]).toBe('lens.evidence.result');
    expect(evidenceOf({ ...grow, reason: 'lens.more' })?.[0]).toBe('lens.evidence.open');
    expect(evidenceOf(noun)).toBeNull();
  });
});
