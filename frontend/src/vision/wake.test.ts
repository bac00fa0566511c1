import { beforeEach, describe, expect, test, vi } from 'vitest';
import { called, click, named, press, rest, write } from '../house';
import { atTheBoard, names, key, fields, status, open } from './house';

// What a wake-up card asks and leads to, in the whole page.

atTheBoard();

describe('a wake-up card', () => {
  beforeEach(() => open());

  test('turns what stands in the way into a step', async () => {
    await key('End');
    await key('Enter');
    await vi.waitFor(() => expect(fields()).toHaveLength(4));
    const [barrier, cue, response, step] = fields();
    await write(barrier!, 'I wait for the mood');
    await write(cue!, 'I wait');
    await write(response!, 'I write one line');
    await write(step!, 'Open the draft');
    document.querySelector<HTMLFormElement>('[role=dialog] form')!.requestSubmit();
    await rest();
    expect(called('wakeUp')).toEqual([
      [
        'wakeUp',
        {
          pieceId: 'w',
          barrier: 'I wait for the mood',
          cue: 'I wait',
          response: 'I write one line',
          step: 'Open the draft',
        },
      ],
    ]);
    expect(names()[3]).toContain('I wait for the mood, Open the draft');
    expect(status()).toBe('“Open the draft” is the first step now');
  });

  test('asks another day when one is not ready', async () => {
    await key('End');
    await key('Enter');
    await vi.waitFor(() => expect(named('Ask me another day')).toBeTruthy());
    await click('Ask me another day');
    const [, input] = called('setPieces')[0] ?? [];
    expect((input as { body: { later: string } }).body.later).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test('is filled in field by field with Enter, and kept in the last one', async () => {
    await key('End');
    await key('Enter');
    await vi.waitFor(() => expect(fields()).toHaveLength(4));
    for (const [i, words] of ['I wait', 'I sit down', 'I write', 'Open it'].entries()) {
      expect(document.activeElement).toBe(fields()[i]);
      await write(fields()[i]!, words);
      expect(called('wakeUp')).toEqual([]);
      await press(fields()[i]!, 'Enter');
    }
    expect(called('wakeUp')[0]?.[1]).toMatchObject({ barrier: 'I wait', step: 'Open it' });
    expect(fields()).toEqual([]);
  });

  test('is kept from any field with Ctrl and Enter, and says so', async () => {
    await key('End');
    await key('Enter');
    await vi.waitFor(() => expect(fields()).toHaveLength(4));
    const [barrier] = fields();
    const told = document.getElementById(barrier!.getAttribute('aria-describedby') ?? '');
    expect(told?.textContent).toContain('Ctrl Enter keeps from any of them');
    await write(barrier!, 'I wait');
    await press(barrier!, 'Enter', { ctrlKey: true });
    expect(called('wakeUp')[0]?.[1]).toMatchObject({ barrier: 'I wait', step: '' });
  });
});
