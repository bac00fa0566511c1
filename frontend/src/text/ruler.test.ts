import { describe, expect, it } from 'vitest';
import { Ruler, type Face } from './ruler';

const face: Face = { font: '15px Sans', leading: 20 };

/** Every sign is ten wide; what is asked for is written down. */
function ruler(): { ruler: Ruler; asked: string[] } {
  const asked: string[] = [];
  const made = new Ruler((words) => {
    asked.push(words);
    return 10 * [...words].length;
  });
  return { ruler: made, asked };
}

describe('the ruler', () => {
  it('measures each sign of an alphabet once', () => {
    const { ruler: one, asked } = ruler();
    expect(one.width('abba', face)).toBe(40);
    expect(one.width('cab', face)).toBe(30);
    expect(asked).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['joined letters', 'سلام'],
    ['from the right', 'שלום'],
    ['emoji of several signs', '👩🏽‍🚀'],
    ['combined letters', 'e\u0301'],
    ['Han', '计划'],
  ])('measures %s as a whole, once', (_, words) => {
    const { ruler: one, asked } = ruler();
    one.width(words, face);
    one.width(words, face);
    expect(asked).toEqual([words]);
  });

  it.each([
    ['keeps short words in a line', 'ab cd', 50, ['ab cd'], 50],
    ['breaks between words', 'ab cd ef', 50, ['ab cd', 'ef'], 50],
    ['breaks a word that no line holds', 'abcdefgh', 30, ['abc', 'def', 'gh'], 30],
    ['keeps nothing as one line', '', 30, [''], 0],
    ['fills the rest of a broken word up', 'abcd e', 30, ['abc', 'd e'], 30],
  ])('%s', (_, text, most, lines, width) => {
    expect(ruler().ruler.wrap(text, face, most)).toEqual({ lines, width });
  });

  it('measures anew when fonts have come', () => {
    const { ruler: one, asked } = ruler();
    one.width('a', face);
    one.forget();
    one.width('a', face);
    expect(asked).toEqual(['a', 'a']);
  });
});
