import { describe, expect, test } from 'vitest';
import { bodies, click, desk, rest, say } from '../house';
import { add, onTheGround, text, turn } from './house';

onTheGround();

describe('about me', () => {
  test('a line becomes a goal and knows it; one undo takes all of it back', async () => {
    await turn('About me');
    await add('One more interest', 'Old ferries');
    await click('More about Old ferries');
    await click('Make it a goal', '[role=menuitem], [role=menuitemradio]');
    const made = [...desk().mirror.items.values()].find(({ title }) => title === 'Old ferries');
    expect(made?.kind).toBe('goal');
    expect(bodies('interest')).toEqual([{ words: 'Old ferries', madeId: made?.id }]);
    expect(text()).toContain('became');
    await desk().edits.undo();
    await rest();
    expect(desk().mirror.item(made?.id ?? '')).toBeUndefined();
    expect(bodies('interest')).toEqual([{ words: 'Old ferries' }]);
  });

  test('many priorities are said gently and never blocked', async () => {
    for (const forId of ['v', 'g', 'h']) await say('priority', '', { forId });
    await turn('About me');
    expect(text()).not.toContain('hard to put first');
    for (const areaId of ['a1', 'a2']) await say('priority', '', { areaId });
    await say('priority', '', { forId: 's' });
    await rest();
    expect(text()).toContain('More than 5 at once are hard to put first.');
  });
});
