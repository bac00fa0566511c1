import { expect, test } from 'vitest';
import { Aspects, type Aspect, type Bodies } from './aspects';
import { guiding, valuesOf } from './values';

function said(...bodies: Bodies['value'][]): Aspects {
  return new Aspects(
    bodies.map((body, i): Aspect<'value'> => {
      const id = `v${i}`;
      return { id, itemId: '', kind: 'value', rank: id, body };
    }),
  );
}

const names = (values: Aspect<'value'>[]) => values.map(({ body }) => body.name).join(' ');

test('a value is what was named or sorted into a pile that matters', () => {
  const all = said(
    { name: 'Own' },
    { name: 'Very', pile: 'very', from: 'calm' },
    { name: 'Some', pile: 'some', from: 'care' },
    { name: 'Not', pile: 'not', from: 'fun' },
    { name: 'Reworded', from: 'home' },
    { from: 'hope', hidden: true },
    { name: 'Put away', pile: 'very', hidden: true },
  );
  expect(names(valuesOf(all))).toBe('Own Very Some');
});

test('the core ones guide, or all while none is core', () => {
  expect(names(guiding(said({ name: 'A' }, { name: 'B' })))).toBe('A B');
  expect(names(guiding(said({ name: 'A' }, { name: 'B', core: true })))).toBe('B');
  expect(names(guiding(said({ name: 'A' }, { name: 'B', core: true, pile: 'not' })))).toBe('A');
});
