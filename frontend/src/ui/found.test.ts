import { describe, expect, it } from 'vitest';
import { finds, pieces } from './found';

const words = (title: string, filter: string) =>
  finds(title, filter).map(([start, end]) => title.slice(start, end));

describe('finds', () => {
  it('finds every word wherever it stands, as it is written there', () => {
    expect(words('Ring Åsa and ring Per', 'ring asa')).toEqual(['Ring', 'ring', 'Åsa']);
  });

  it('keeps its place after letters that are compared as none or as two', () => {
    expect(words('die große Straße', 'strasse')).toEqual(['Straße']);
    expect(words('e\u0301lan vital', 'vital')).toEqual(['vital']);
    expect(words('👩‍👧 call', 'call')).toEqual(['call']);
  });

  it('finds nothing without words', () => {
    expect(words('Ring Per', '  ')).toEqual([]);
  });
});

describe('pieces', () => {
  const marked = (text: string, stretches: [number, number][]) =>
    pieces(text, stretches).map((piece) => (piece.hit ? `[${piece.text}]` : piece.text));

  it('cut a text where it was found, whatever the order', () => {
    expect(
      marked('Find an agent', [
        [8, 13],
        [0, 4],
      ]),
    ).toEqual(['[Find]', ' an ', '[agent]']);
  });

  it('join stretches that overlap, and leave a text alone that has none', () => {
    expect(
      marked('banana', [
        [1, 4],
        [3, 6],
      ]).join(''),
    ).toBe('b[ana][na]');
    expect(marked('banana', [])).toEqual(['banana']);
    expect(marked('', [])).toEqual([]);
  });
});
