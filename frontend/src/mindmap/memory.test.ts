import { expect, it } from 'vitest';
import { readMemory, writeMemory, type Memory } from './memory';

const memory: Memory = {
  active: 'a',
  folded: ['b'],
  sides: { a: 'left' },
  oneSided: true,
  colours: 'branch',
  camera: { x: 1, y: -2, s: 0.5 },
};

it('comes back as it was kept', () => {
  expect(readMemory(writeMemory(memory))).toEqual(memory);
});

it.each(['', '{', '[]', '{"camera":{"s":"large"},"sides":{"a":"up"},"folded":[1],"colours":7}'])(
  'forgets what it does not understand: %s',
  (data) => {
    const nothing = {
      active: '',
      folded: [],
      sides: {},
      oneSided: false,
      colours: '',
      camera: null,
    };
    expect(readMemory(data)).toEqual(nothing);
  },
);
