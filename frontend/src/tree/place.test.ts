import { describe, expect, it } from 'vitest';
import {
  kindAt,
  spotAs,
  spotAfter,
  spotBefore,
  spotDown,
  spotIn,
  spotLast,
  spotOut,
  spotUp,
} from './place';
import { sketch } from './sketch';

const tree = sketch(`
V !vision
  G !goal
    M !milestone
      S
      D !decision
    N !milestone
  H !goal
    Thought !idea
W !vision
Tray !idea
`);

describe('a new row', () => {
  it('goes after, before and below', () => {
    expect(spotAfter(tree, 'M')).toEqual({ parentId: 'G', afterId: 'M' });
    expect(spotBefore(tree, 'N')).toEqual({ parentId: 'G', afterId: 'M' });
    expect(spotBefore(tree, 'M')).toEqual({ parentId: 'G', afterId: '' });
    expect(spotLast(tree, 'G')).toEqual({ parentId: 'G', afterId: 'N' });
    expect(spotLast(tree, '')).toEqual({ parentId: '', afterId: 'W' });
  });
});

describe('Tab and Shift+Tab', () => {
  it('hang items below the sibling before them, last', () => {
    expect(spotIn(tree, ['N'])).toEqual({ parentId: 'M', afterId: 'D' });
    expect(spotIn(tree, ['M'])).toBeNull();
  });

  it('take them out right after their parent', () => {
    expect(spotOut(tree, ['S'], '')).toEqual({ parentId: 'G', afterId: 'M' });
    expect(spotOut(tree, ['V'], '')).toBeNull();
  });

  it('never take them out of the branch shown', () => {
    expect(spotOut(tree, ['M'], 'G')).toBeNull();
    expect(spotOut(tree, ['S'], 'G')).not.toBeNull();
  });
});

describe('Alt and an arrow', () => {
  it('pass one sibling', () => {
    expect(spotUp(tree, ['N'], '')).toEqual({ parentId: 'G', afterId: '' });
    expect(spotDown(tree, ['M'], '')).toEqual({ parentId: 'G', afterId: 'N' });
  });

  it('pass one sibling with all that is picked', () => {
    expect(spotUp(tree, ['S', 'D'], '')).toBeNull();
    expect(spotDown(tree, ['S', 'D'], '')).toEqual({ parentId: 'N', afterId: '' });
  });

  it('cross into the family before at the start and the one after at the end', () => {
    expect(spotUp(tree, ['Thought'], '')).toEqual({ parentId: 'G', afterId: 'N' });
    expect(spotDown(tree, ['N'], '')).toEqual({ parentId: 'H', afterId: '' });
  });

  it('stay at the ends of the plan and of the branch shown', () => {
    expect(spotUp(tree, ['V'], '')).toBeNull();
    expect(spotDown(tree, ['W'], '')).toBeNull();
    expect(spotDown(tree, ['N'], 'G')).toBeNull();
  });
});

describe('kindAt', () => {
  it('is that of the sibling it is written beside; a decision is followed by a step', () => {
    expect(kindAt(tree, { parentId: 'G', afterId: 'M' })).toBe('milestone');
    expect(kindAt(tree, { parentId: 'M', afterId: 'D' })).toBe('step');
    expect(kindAt(tree, { parentId: 'M', afterId: '' })).toBe('step');
    expect(kindAt(tree, { parentId: 'H', afterId: 'Thought' })).toBe('idea');
  });

  it('is what the level asks for where nothing stands yet', () => {
    expect(kindAt(tree, { parentId: 'W', afterId: '' })).toBe('goal');
    expect(kindAt(tree, { parentId: 'N', afterId: '' })).toBe('step');
    expect(kindAt(sketch(''), { parentId: '', afterId: '' })).toBe('vision');
  });
});

describe('a kind chosen for an empty row', () => {
  it('goes into the goal or milestone before it when it is smaller', () => {
    const afterG = { parentId: 'V', afterId: 'G' };
    expect(spotAs(tree, afterG, 'step', '')).toEqual({ parentId: 'G', afterId: 'N' });
    expect(spotAs(tree, afterG, 'milestone', '')).toEqual({ parentId: 'G', afterId: 'N' });
    expect(spotAs(tree, { parentId: 'G', afterId: 'M' }, 'decision', '')).toEqual({
      parentId: 'M',
      afterId: 'D',
    });
  });

  it('goes out to its own level when it is larger, within the branch shown', () => {
    const inM = { parentId: 'M', afterId: 'S' };
    expect(spotAs(tree, inM, 'milestone', '')).toEqual({ parentId: 'G', afterId: 'M' });
    expect(spotAs(tree, inM, 'goal', '')).toEqual({ parentId: 'V', afterId: 'G' });
    expect(spotAs(tree, inM, 'goal', 'G')).toEqual({ parentId: 'G', afterId: 'M' });
    expect(spotAs(tree, inM, 'vision', '')).toEqual({ parentId: '', afterId: 'V' });
  });

  it('stays where it belongs already', () => {
    for (const [spot, kind] of [
      [{ parentId: 'G', afterId: 'M' }, 'milestone'],
      [{ parentId: 'V', afterId: 'G' }, 'goal'],
      [{ parentId: 'S', afterId: '' }, 'step'],
      [{ parentId: 'V', afterId: 'G' }, 'idea'],
    ] as const)
      expect(spotAs(tree, spot, kind, '')).toEqual(spot);
  });
});
