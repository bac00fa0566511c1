import { expect, it } from 'vitest';
import { sketch } from './sketch';
import { sumOf } from './sum';

it('counts goals, what can be done, and what is laid', () => {
  const tree = sketch(
    `
V !vision
  G !goal
    A
    B
    D !decision
    Thought !idea
Tray !idea
`,
    { A: { state: 'done' }, D: { state: 'done' } },
  );
  expect(sumOf(tree)).toEqual({ goals: 1, steps: 3, laid: 2 });
});
