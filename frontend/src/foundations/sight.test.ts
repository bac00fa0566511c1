import { describe, expect, test } from 'vitest';
import { bodies, click, desk, rest, say } from '../house';
import { add, onTheGround, text, turn } from './house';

onTheGround();

describe('the line of sight', () => {
  test('goes from a value to the next step; what hangs loose can be mended', async () => {
    const calm = await say('value', '', { name: 'Calm', core: true });
    await say('value', '', { name: 'Play', core: true });
    await say('worth', 'v', { valueId: calm });
    await say('worth', 'h', { valueId: calm, strength: 9 });
    await turn('Line of sight');
    expect(document.querySelector('.stones')?.textContent).toMatch(
      /A quiet job.*serves it 9 of 10.*A book of mine.*Write chapter 12/,
    );
    expect(text()).toMatch(/Steps that serve no goal.*Water the basil/);
    expect(text()).toMatch(/Values that nothing serves.*Play/);
    expect(text()).toMatch(/Goals that serve no vision.*A quiet job/);
    await click('Put it below a vision…: A quiet job');
    document.querySelector<HTMLElement>('[role=option]')?.click();
    await rest();
    expect(desk().mirror.item('h')?.parentId).toBe('v');
    expect(text()).not.toContain('Goals that serve no vision');
  });

  test('tells a step right on a vision, and a goal that has none yet', async () => {
    const calm = await say('value', '', { name: 'Calm' });
    await say('worth', 'v', { valueId: calm });
    const bare = { edit: '', estimateMin: 0, columnId: '' };
    const place = { planId: desk().mirror.planId, parentId: 'v', afterId: '' };
    await desk().edits.addItem({ kind: 'step', title: 'Ring a printer', place, ...bare });
    await desk().edits.addItem({ kind: 'goal', title: 'A reading', place, ...bare });
    await turn('Line of sight');
    const stones = document.querySelector('.stones')?.textContent;
    expect(stones).toMatch(/A reading.*no next step yet/);
    expect(stones).toMatch(/A manuscript.*Write chapter 12/);
    expect(stones).toMatch(/next: *Ring a printer/);
  });

  test('names a vision that serves no value, which can be tied to one there', async () => {
    await turn('Line of sight');
    expect(text()).toContain('There is no value yet that a vision could serve');
    await add('A value in your own words', 'Calm');
    expect(text()).toMatch(/Visions that serve no value.*A book of mine/);
    await click('Say which value it serves…: A book of mine');
    document.querySelector<HTMLElement>('[role=option]')?.click();
    await rest();
    const [calm] = desk().mirror.said.list('value', '');
    expect(bodies('worth', 'v')).toEqual([{ valueId: calm?.id }]);
    expect(text()).not.toContain('Visions that serve no value');
    await desk().edits.undo();
    await rest();
    expect(text()).toContain('Visions that serve no value');
  });

  test('asks to look again until it is still right', async () => {
    await say('recheck', 'g', { of: 'v', since: '2026-03-02' });
    await turn('Line of sight');
    expect(text()).toContain('“A book of mine” was changed.');
    await click('Still right: A manuscript');
    expect(bodies('recheck', 'g')).toEqual([]);
    expect(text()).not.toContain('Please look again');
  });
});
