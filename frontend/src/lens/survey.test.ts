import { describe, expect, test } from 'vitest';
import { Mirror } from '../plan/mirror.svelte';
import { changes, item } from '../plan/sample';
import type { Item } from '../plan/types';
import { askOf, survey, type Read } from './survey';
import { ACTION, type Verdict, type What } from './types';

/** A title begins with what it is: "outcome: a shop". */
const read: Read = (title) => {
  const [kind = ''] = title.split(':');
  const asks = ['outcome', 'project', 'vague', 'noverb'].includes(kind);
  return asks ? ({ ...ACTION, kind: kind as What, reason: 'lens.open' } as Verdict) : ACTION;
};

function tree(...items: Item[]): Mirror {
  const mirror = new Mirror();
  mirror.replace(changes({ plans: [{ id: 'p1', name: '', subject: 'me', rank: 'a' }], items }));
  return mirror;
}

describe('the lens asks about', () => {
  const alone = (over: Partial<Item>) => {
    const one = item('x', over);
    return askOf(one, tree(one), read)?.kind;
  };

  test.each(['outcome', 'project', 'vague', 'noverb'])('a step that is %s', (kind) => {
    expect(alone({ title: `${kind}: x` })).toBe(kind);
  });

  test('a goal or milestone only when it is vague: an outcome is what it should be', () => {
    for (const kind of ['goal', 'milestone'] as const) {
      expect(alone({ kind, title: 'vague: x' })).toBe('vague');
      expect(alone({ kind, title: 'outcome: x' })).toBeUndefined();
      expect(alone({ kind, title: 'noverb: x' })).toBeUndefined();
      expect(alone({ kind, title: 'call Ada' })).toBeUndefined();
    }
  });

  test('no vision, decision or idea', () => {
    for (const kind of ['vision', 'decision', 'idea'] as const)
      expect(alone({ kind, title: 'vague: x' })).toBeUndefined();
  });

  test('nothing that is over, or that its owner has vouched for', () => {
    for (const state of ['done', 'parked', 'letgo'] as const)
      expect(alone({ state, title: 'outcome: x' })).toBeUndefined();
    expect(alone({ isAction: true, title: 'outcome: x' })).toBeUndefined();
  });

  test('no outcome that has steps of its own; what is vague stays so', () => {
    const below = (title: string) => {
      const top = item('x', { title });
      return askOf(top, tree(top, item('y', { parentId: 'x' })), read)?.kind;
    };
    expect(below('outcome: x')).toBeUndefined();
    expect(below('project: x')).toBeUndefined();
    expect(below('vague: x')).toBe('vague');
  });

  test('nothing while it is not known what the title is', () => {
    const one = item('x', { title: 'outcome: x' });
    expect(askOf(one, tree(one), () => undefined)).toBeUndefined();
  });
});

describe('a survey', () => {
  const plan = tree(
    item('vision', { kind: 'vision', rank: 'a' }),
    item('full', { kind: 'goal', parentId: 'vision', rank: 'a' }),
    item('call', { parentId: 'full', rank: 'a' }),
    item('grow', { parentId: 'full', title: 'outcome: grow', rank: 'b' }),
    item('bare', { kind: 'goal', parentId: 'vision', rank: 'b' }),
    item('dim', { kind: 'milestone', parentId: 'bare', rank: 'a' }),
    item('more', { parentId: 'dim', title: 'vague: more', rank: 'a' }),
    item('empty', { kind: 'goal', parentId: 'vision', rank: 'c' }),
    item('over', { kind: 'goal', parentId: 'vision', state: 'done', rank: 'd' }),
    item('decided', { kind: 'goal', parentId: 'vision', rank: 'e' }),
    item('choice', { kind: 'decision', parentId: 'decided', rank: 'a' }),
    item('other', { kind: 'vision', rank: 'b' }),
  );

  test('counts what names a result and what can be done', () => {
    // goals full, bare, empty and decided, the milestone dim, the step grow; the step call
    expect(survey(plan, '', read)).toMatchObject({ outcomes: 6, actions: 1 });
  });

  test('a milestone without anything below it that reads as something to do is an action', () => {
    const lone = tree(
      item('ring', { kind: 'milestone', title: 'Ring the pool', rank: 'a' }),
      item('fit', { kind: 'milestone', title: 'outcome: fit', rank: 'b' }),
    );
    expect(survey(lone, '', read)).toMatchObject({ outcomes: 1, actions: 1 });
    expect(survey(lone, '', read).asks.map(({ id }) => id)).toEqual(['ring', 'fit']);
  });

  test('lists what is worth a look in the order of the outline, what is to be mended below first', () => {
    const { asks } = survey(plan, '', read);
    expect(asks.map(({ id, verdict }) => [id, verdict?.kind ?? 'bare'])).toEqual([
      ['grow', 'outcome'],
      ['more', 'vague'],
      ['empty', 'bare'],
      ['other', 'bare'],
    ]);
  });

  test('marks the goals and milestones below which nothing can be done', () => {
    expect([...survey(plan, '', read).bare].sort()).toEqual(['bare', 'dim', 'empty']);
  });

  test('looks at a branch, with what it hangs on', () => {
    expect(survey(plan, 'empty', read)).toMatchObject({ outcomes: 1, actions: 0 });
    expect(survey(plan, 'full', read).asks.map(({ id }) => id)).toEqual(['grow']);
    expect(survey(plan, 'gone', read)).toMatchObject({ outcomes: 0, asks: [] });
  });
});
