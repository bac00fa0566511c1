import { describe, expect, it } from 'vitest';
import { finds } from './found';

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
