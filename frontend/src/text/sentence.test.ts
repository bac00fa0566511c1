import { describe, expect, test } from 'vitest';
import { firstSentence } from './sentence';

describe('the first sentence', () => {
  test.each([
    ['It is there. And more.', 'It is there.'],
    ['“Is it?” she asks.', '“Is it?”'],
    ['At 3.30 I am home! Truly.', 'At 3.30 I am home!'],
    ['One line\nand another.', 'One line'],
    ['  without a mark', 'without a mark'],
    ['Well … it is. So', 'Well …'],
    ['', ''],
  ])('of %j is "%s"', (text, sentence) => {
    expect(firstSentence(text)).toBe(sentence);
  });
});
