import { describe, expect, test } from 'vitest';
import { Sides } from './sides.svelte';

describe('the side of a wide window', () => {
  test('shows the details from the start, until they are closed', () => {
    const sides = new Sides();
    expect(sides.shown).toBe('details');
    sides.toggle('details');
    expect(sides.shown).toBeNull();
  });

  test('shows one thing at a time', () => {
    const sides = new Sides();
    sides.toggle('ideas');
    expect(sides.shown).toBe('ideas');
    sides.toggle('trash');
    expect(sides.shown).toBe('trash');
  });
});

describe('the side of a narrow window', () => {
  function narrow(): Sides {
    const sides = new Sides();
    sides.width = 40;
    return sides;
  }

  test('never takes the place of the plan uncalled', () => {
    expect(narrow().shown).toBeNull();
  });

  test('comes when it is called, and goes', () => {
    const sides = narrow();
    sides.toggle('details');
    expect(sides.shown).toBe('details');
    sides.close();
    expect(sides.shown).toBeNull();
  });

  test('gives way to a view one goes to, which a wide window does not ask for', () => {
    const sides = narrow();
    sides.toggle('details');
    sides.uncover();
    expect(sides.shown).toBeNull();
    sides.width = 80;
    sides.uncover();
    expect(sides.shown).toBe('details');
  });

  test('stands beside the plan again when there is room', () => {
    const sides = narrow();
    sides.width = 80;
    expect(sides.shown).toBe('details');
  });
});

describe('what is kept of the side', () => {
  test.each(['details', 'ideas', 'trash'] as const)('%s comes back', (side) => {
    const before = new Sides();
    before.show(side);
    const after = new Sides();
    after.close();
    after.restore(before.kept);
    expect(after.shown).toBe(side);
  });

  test('a closed side stays closed, and nonsense changes nothing', () => {
    const before = new Sides();
    before.close();
    const after = new Sides();
    after.restore('kitchen');
    expect(after.shown).toBe('details');
    after.restore(before.kept);
    expect(after.shown).toBeNull();
  });
});

test('beside what is not about one plan the side waits until it is called', () => {
  const sides = new Sides();
  sides.show('details');
  sides.stand(true);
  expect(sides.shown).toBeNull();
  sides.toggle('details');
  expect(sides.shown).toBe('details');
  sides.close();
  expect(sides.shown).toBeNull();
  sides.stand(false);
  expect(sides.shown).toBe('details');
});
