import { expect, test } from 'vitest';
import { inTheHouse, leave } from '../house';
import { client } from '../plan/sample';
import type { Plan } from '../plan/types';
import { open, text, turn } from './house';

inTheHouse();

const one: Plan = { id: 'p1', name: 'Publish a book', subject: 'me', rank: 'a' };
const two: Plan = { id: 'p2', name: 'The pub', subject: 'business', rank: 'b' };
const me = client('Me');
const yours = 'These are yours, in all your plans.';

test('with one plan nothing is said of others', async () => {
  await open({ plans: [one] });
  expect(text()).not.toContain('in all');
});

test('with more plans values, answers and the wheel are said to be the same in all', async () => {
  await open({ plans: [one, two] });
  for (const page of ['Values', 'About me', 'Wheel of life', 'Questions']) {
    await turn(page);
    expect(text().split(yours), page).toHaveLength(2);
  }
  expect(text()).not.toMatch(/client/i);
  await turn('Line of sight');
  expect(text()).not.toContain(yours);
});

test('with more people it is said whose they are, for more than one plan only', async () => {
  const clients = [client('Ada', { id: 'c2', own: false }), me];
  await open({ clients, plans: [one, two] });
  expect(text()).toContain('These belong to Ada and are the same in all plans of Ada.');
  await leave();
  await open({ clients, plans: [one] });
  expect(text()).not.toContain('These belong');
});
