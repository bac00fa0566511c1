import { expect, test } from 'vitest';
import { desk, rest, write } from '../house';
import { onTheGround, text, turn } from './house';

onTheGround({ items: [] });

/** The field of the page for a vision, beside that of the compass line. */
const field = () =>
  document.querySelector<HTMLInputElement>('.foundations [aria-label="The vision of this plan"]');

test.each([
  ['Personal and professional', 'What they share'],
  ['Line of sight', 'Loose ends'],
  ['Vision ⟷ Action', 'Timeframe'],
])('%s asks an empty plan for a vision, and tells of it then', async (page, later) => {
  await turn(page);
  expect(text()).not.toContain(later);
  await write(field()!, 'A book of mine');
  field()!.form?.requestSubmit();
  await rest();
  expect([...desk().mirror.items.values()]).toEqual([
    expect.objectContaining({ kind: 'vision', title: 'A book of mine' }),
  ]);
  expect(text()).toContain(later);
  expect(field()).toBeNull();
  expect(document.activeElement?.closest('.column')).not.toBeNull();
});
