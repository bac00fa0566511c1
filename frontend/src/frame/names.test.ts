import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stepName } from './names';

describe('an undo step', () => {
  test.each([
    [{ op: 'move', kind: 'step', count: 1 }, 'Move step'],
    [{ op: 'delete', kind: 'goal', count: 3 }, 'Delete 3 items'],
    [{ op: 'plan_add', kind: '', count: 1 }, 'New plan'],
    [{ op: 'add', kind: '', count: 1 }, 'Add item'],
    [{ op: '', kind: '', count: 0 }, ''],
  ] as const)('%o is called "%s"', (step, name) => {
    expect(stepName(step)).toBe(name);
  });

  test('has a name for every operation that Go journals', () => {
    const contract =
      'add title text move copy paste state kind due estimate area tag untag draft ' +
      'delete restore link unlink plan_add plan_rename plan_subject sample import';
    const words = JSON.parse(readFileSync('../internal/text/en/op.json', 'utf8')) as Record<
      string,
      string
    >;
    for (const op of contract.split(' ')) {
      expect(words).toHaveProperty([`op.${op}.one`]);
      expect(words).toHaveProperty([`op.${op}.other`]);
    }
  });
});
