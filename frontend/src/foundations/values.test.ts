import { describe, expect, test } from 'vitest';
import { bodies, click, desk, press, rest, say, write } from '../house';
import { add, onTheGround, text } from './house';

onTheGround();

describe('values', () => {
  const card = () => document.querySelector<HTMLElement>('.card')!;
  const name = () => card().querySelector('.name')?.textContent;

  test('are sorted by keys, one card after the other, and the piles are told', async () => {
    expect(name()).toBe('Acceptance');
    await press(card(), '3');
    await press(card(), 'ArrowLeft');
    await press(card(), 'ArrowUp');
    expect(bodies('value')).toEqual([
      expect.objectContaining({ name: 'Acceptance', pile: 'very', from: 'acceptance' }),
      expect.objectContaining({ name: 'Achievement', pile: 'not', from: 'achievement' }),
    ]);
    expect(name()).toBe('Authenticity');
    expect(text()).toContain('2 of 63 sorted');
    expect(document.querySelector('[role=status]')).not.toBeNull();
  });

  test('of two quick presses each sorts a card of its own', async () => {
    const here = card();
    const key = () =>
      here.dispatchEvent(
        new KeyboardEvent('keydown', { key: '2', bubbles: true, cancelable: true }),
      );
    key();
    key();
    await rest();
    expect(bodies('value').map((one) => one.name)).toEqual(['Acceptance', 'Achievement']);
  });

  test('go onto a pile by a press, are kept as core, and go back into the deck', async () => {
    document.querySelector<HTMLElement>('[data-pile=very]')?.click();
    await rest();
    await click('Core: Acceptance');
    expect(bodies('value')[0]).toMatchObject({ core: true });
    await click('More about Acceptance');
    await click('Back into the deck', '[role=menuitem]');
    expect(bodies('value')).toEqual([
      { name: 'Acceptance', words: 'To take people and days as they are.', from: 'acceptance' },
    ]);
    expect(name()).toBe('Acceptance');
  });

  test('are reworded on their card, before they are sorted, as one step', async () => {
    await click('Reword it: Acceptance');
    const [called, words] = card().parentElement!.querySelectorAll<HTMLInputElement>('form input');
    await write(called!, 'Letting be');
    await write(words!, 'To argue with no weather.');
    card().parentElement!.querySelector('form')?.requestSubmit();
    await rest();
    expect(name()).toBe('Letting be');
    expect(document.activeElement).toBe(card());
    expect(bodies('value')).toEqual([
      { name: 'Letting be', words: 'To argue with no weather.', from: 'acceptance' },
    ]);
    await press(card(), '3');
    expect(bodies('value')).toEqual([
      {
        name: 'Letting be',
        words: 'To argue with no weather.',
        from: 'acceptance',
        pile: 'very',
      },
    ]);
    await desk().edits.undo();
    await desk().edits.undo();
    await rest();
    expect(name()).toBe('Acceptance');
  });

  test('in own words are first-class', async () => {
    await add('A value in your own words', 'Slow mornings');
    expect(name()).toBe('Slow mornings');
    await press(card(), '3');
    expect(bodies('value')).toEqual([{ name: 'Slow mornings', pile: 'very' }]);
  });

  test('that are core are counted and read out, and many of them are never refused', async () => {
    const told = () => document.querySelector('.num[role=status]')?.textContent?.trim();
    const names = [...'abcdefghi'];
    for (const one of names) await say('value', '', { name: one, pile: 'very' });
    expect(told()).toBe('None is core yet; 4 to 8 are usual.');
    const counted: (string | undefined)[] = [];
    for (const one of names) {
      await click(`Core: ${one}`);
      counted.push(told());
    }
    const few = 'are usual. You may mark more of them, or leave it at that.';
    expect(counted[0]).toBe(`1 core value; 4 to 8 ${few}`);
    expect(counted[2]).toBe(`3 core values; 4 to 8 ${few}`);
    expect(counted[3]).toBe('4 core values; 4 to 8 are usual.');
    expect(counted[7]).toBe('8 core values; 4 to 8 are usual.');
    expect(counted[8]).toMatch(/^9 core values; 4 to 8 are usual\. You may keep them all/);
    expect(bodies('value').filter(({ core }) => core)).toHaveLength(9);
  });
});
