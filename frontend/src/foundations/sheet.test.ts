import { expect, test } from 'vitest';
import { say } from '../house';
import { onTheGround, turn } from './house';

onTheGround();

test('the sheet says what was said, and what was not', async () => {
  await say('outlook', 'v', { success: 'I hold it.', horizon: 2, unit: 'years' });
  await turn('Vision ⟷ Action');
  const rows = [...document.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent?.trim()),
  );
  expect(rows.slice(0, 3)).toEqual([
    ['Focus', 'A book of mine', 'A manuscript'],
    ['Timeframe', '2 years', 'not said yet'],
    ['Purpose', 'I was there.', 'not said yet'],
  ]);
  expect(rows.at(-1)).toEqual(['For example', 'A book of mine', 'Write chapter 12']);
});
