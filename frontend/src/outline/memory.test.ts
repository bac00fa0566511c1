import { describe, expect, it } from 'vitest';
import { EVERYTHING } from './filter';
import { NO_MEMORY, readMemory, writeMemory, type Memory } from './memory';

describe('the memory of a place', () => {
  it('comes back as it was written', () => {
    const memory: Memory = {
      active: 'a',
      folded: ['g', 'h'],
      filter: { text: 'ring', kind: 'step', state: 'open', tag: 't1', lack: 'any', drafts: true },
      top: { id: 'v', delta: 12.5 },
    };
    expect(readMemory(writeMemory(memory))).toEqual(memory);
  });

  it.each(['', 'null', '[]', '{"folded":3,"top":7,"filter":{"kind":"king"}}', '{not json'])(
    'forgets what it does not understand: %s',
    (data) => {
      expect(readMemory(data)).toEqual(NO_MEMORY);
    },
  );

  it('keeps what it understands beside what it does not', () => {
    const found = readMemory('{"folded":["g",5],"filter":{"text":"x","state":"lost"}}');
    expect(found.folded).toEqual(['g']);
    expect(found.filter).toEqual({ ...EVERYTHING, text: 'x' });
  });
});
