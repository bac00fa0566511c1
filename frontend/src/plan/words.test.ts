import { describe, expect, it } from 'vitest';
import { plain } from './words';

describe('plain', () => {
  it('takes marks off letters of any script and keeps the rest', () => {
    expect(['Élan', 'straße', 'ёлка', '日本'].map(plain)).toEqual([
      'elan',
      'strasse',
      'елка',
      '日本',
    ]);
  });
});
