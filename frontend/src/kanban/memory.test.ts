import { describe, expect, it } from 'vitest';
import { EVERYTHING } from './filter';
import { NO_MEMORY, readMemory, writeMemory, type Memory } from './memory';

describe('what is kept of a board', () => {
  it('comes back as it was', () => {
    const memory: Memory = {
      all: true,
      grouping: 'person',
      folded: ['done'],
      earlier: true,
      filter: {
        ...{ text: 'per', tag: 't', goal: 'g', dates: 'late', lack: 'help', drafts: true },
        ...{ person: 'ada', stands: 'blocked' },
      },
      saved: [{ name: 'Ready', filter: { ...EVERYTHING, stands: 'ready' } }],
      active: 'a',
      tops: { todo: { id: 'b', delta: -4 } },
      across: 120,
    };
    expect(readMemory(writeMemory(memory))).toEqual(memory);
  });

  it('forgets a kept filter that has no name or asks for nothing that is known', () => {
    const saved = [{ name: '', filter: { tag: 't' } }, { name: 'Odd', filter: { odd: 1 } }, 7];
    expect(readMemory(JSON.stringify({ saved })).saved).toEqual([]);
  });

  it('knows what an older program wrote', () => {
    expect(readMemory('{"grouped":true}').grouping).toBe('goal');
    expect(readMemory('{"grouped":false}').grouping).toBe('none');
  });

  it.each(['', 'not json', 'null', '[]', '{"filter":7,"tops":{"todo":3},"across":"far"}'])(
    'is forgotten where it cannot be read: %s',
    (data) => {
      const { tops, ...rest } = readMemory(data);
      expect({ ...rest, tops: {} }).toEqual(NO_MEMORY);
      expect(Object.values(tops).every(({ id, delta }) => id === '' && delta === 0)).toBe(true);
    },
  );
});
