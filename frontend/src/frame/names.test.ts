import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stepName } from './names';

describe('an undo step', () => {
  test.each([
    [{ op: 'move', kind: 'step', count: 1 }, 'Move step'],
    [{ op: 'delete', kind: 'goal', count: 3 }, 'Delete 3 items'],
    [{ op: 'plan_add', kind: '', count: 1 }, 'New plan'],
    [{ op: 'add', kind: '', count: 1 }, 'Add item'],
    [{ op: '', kind: '', count: 0 }, ''],
    [{ op: 'aspect_set', kind: 'rating', count: 1 }, 'Change wheel of life'],
    [{ op: 'aspect_remove', kind: 'barrier', count: 1 }, 'Remove barrier'],
    [{ op: 'piece_tie', kind: 'picture', count: 1 }, 'Tie picture to the plan'],
    [{ op: 'piece_place', kind: '', count: 1 }, 'Place piece'],
    [{ op: 'piece_place', kind: 'note', count: 3 }, 'Place 3 pieces'],
  ] as const)('%o is called "%s"', (step, name) => {
    expect(stepName(step)).toBe(name);
  });

  const words = JSON.parse(readFileSync('../internal/text/en/op.json', 'utf8')) as Record<
    string,
    string
  >;
  const found = (source: string, what: RegExp) => [
    ...new Set([...source.matchAll(what)].map(([, one = '']) => one)),
  ];

  test('has a name for every operation that Go journals', () => {
    const folder = '../internal/workspace/';
    const files = readdirSync(folder).filter((name) => /^[a-z]+\.go$/.test(name));
    const source = files.map((name) => readFileSync(folder + name, 'utf8')).join('\n');
    const ops = [
      ...found(source, /transact\(\w+, "(\w+)"/g),
      ...found(source, /"((?:piece|aspect)_\w+)"/g),
    ];
    expect(ops.length).toBeGreaterThan(50);
    for (const op of ops) {
      expect(words).toHaveProperty([`op.${op}.one`]);
      expect(words).toHaveProperty([`op.${op}.other`]);
    }
  });

  // Routines and their logs are steps of their own, named by what they are of.
  test.each([
    ['aspect', ['routine', 'log']],
    ['piece', []],
  ])('has words of its own for every kind of %s that Go knows', (what, others) => {
    const source = readFileSync(`../internal/plan/${what}.go`, 'utf8');
    const kinds = found(source, /^\t\w+ +(?:Aspect|Piece)Kind = "(\w+)"/gm);
    expect(kinds.length).toBeGreaterThan(8);
    const said = kinds
      .filter((kind) => !others.includes(kind))
      .map((kind) => words[`op.kind.${kind}`]);
    expect(said).not.toContain(undefined);
    expect(new Set(said).size).toBe(said.length);
  });
});
