import { describe, expect, test } from 'vitest';
import { NO_MEMORY, readMemory, writeMemory, type Memory } from './memory';

describe('what is kept of the frame', () => {
  test('comes back as it was written', () => {
    const memory: Memory = {
      view: 'kanban',
      branch: 'g',
      side: '',
      style: 'flow',
      since: 7,
    };
    expect(readMemory(writeMemory(memory))).toEqual(memory);
  });

  test.each(['', 'null', '7', '{not json', '{"view":3,"branch":null,"side":{}}'])(
    'is forgotten where it is not understood: %s',
    (data) => {
      expect(readMemory(data)).toEqual(NO_MEMORY);
    },
  );
});
