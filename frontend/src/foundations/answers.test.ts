import { describe, expect, test } from 'vitest';
import { bodies, click, named, rest, say, write } from '../house';
import { today } from '../text/dates';
import { onTheGround, text, turn } from './house';

onTheGround();

describe('questions', () => {
  test('are answered on a day, reworded, and compared', async () => {
    await say('reflection', '', {
      questionId: 'happy',
      question: 'Are you happy?',
      on: '2025-03-02',
      words: 'On Sundays.',
    });
    await turn('Questions');
    expect(text()).toContain('What else do I want to do with my life?');
    document.querySelector<HTMLElement>('[data-key=happy]')?.click();
    await rest();
    const answer = named<HTMLTextAreaElement>('Your answer today: Are you happy?', 'textarea');
    await write(answer, 'Before breakfast.');
    answer.form?.requestSubmit();
    await rest();
    expect(bodies('reflection')[1]).toEqual({
      questionId: 'happy',
      question: 'Are you happy?',
      on: today(),
      words: 'Before breakfast.',
    });
    for (const button of document.querySelectorAll<HTMLElement>('[aria-label^="Compare the"]'))
      button.click();
    await rest();
    const pair = document.querySelector('.pair')?.textContent;
    expect(pair).toContain('On Sundays.');
    expect(pair).toContain('Before breakfast.');
    await click('Put away');
    expect(bodies('question')).toEqual([{ from: 'happy', hidden: true }]);
    expect(bodies('reflection')).toHaveLength(2);
    await click('Bring back Are you happy?');
    expect(document.querySelector('[data-key=happy]')).not.toBeNull();
  });
});
