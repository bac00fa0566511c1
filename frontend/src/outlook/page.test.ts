import { beforeEach, describe, expect, test } from 'vitest';
import { book, click, desk, inTheHouse, named, rest, say, show, start, write } from '../house';
import type { AspectKind, Bodies } from '../plan/aspects';
import { item } from '../plan/sample';
import { plusDays, today } from '../text/dates';

inTheHouse();

const items = [
  item('v', {
    kind: 'vision',
    title: 'A book of mine',
    rank: 'a',
    why: 'I was there.',
    changedAt: `${today()}T12:00:00Z`,
  }),
  item('g', { kind: 'goal', title: 'A manuscript', parentId: 'v' }),
  item('s', {
    title: 'Write chapter 12',
    parentId: 'g',
    firstDue: '2026-03-02',
    due: '2026-03-20',
  }),
];

const side = () => document.body.textContent ?? '';
const body = <K extends AspectKind>(kind: K, itemId: string): Bodies[K] =>
  desk().mirror.said.once(kind, itemId);

async function line(label: string, words: string): Promise<void> {
  const field = named<HTMLInputElement>(label, 'input');
  await write(field, words);
  field.dispatchEvent(new FocusEvent('blur'));
  await rest();
}

beforeEach(async () => start({}, { ...book, items }));

describe('a vision', () => {
  test('has a picture of success, which the compass shows', async () => {
    await show('v');
    const field = named<HTMLTextAreaElement>('Picture of success, as if it were now', 'textarea');
    await write(field, 'I hold it. It is heavy.');
    field.dispatchEvent(new FocusEvent('blur'));
    await rest();
    expect(body('outlook', 'v')).toEqual({ success: 'I hold it. It is heavy.' });
    expect(named('Vision: I hold it.')).toBeTruthy();
  });

  test('has a horizon; one of days is asked about, and may be a goal', async () => {
    await show('v');
    await line('How far away', 'two years');
    expect(body('outlook', 'v')).toEqual({ horizon: 2, unit: 'years' });
    expect(side()).not.toContain('It may be a goal.');
    await line('How far away', 'soon');
    expect(side()).toContain('Write a time such as 3 years, 18 months or someday.');
    expect(body('outlook', 'v')).toEqual({ horizon: 2, unit: 'years' });
    await line('How far away', '10 days');
    expect(side()).toContain('It may be a goal.');
    await click('Make it a goal');
    expect(desk().mirror.item('v')?.kind).toBe('goal');
  });

  test('is rated once a day, beside what is counted', async () => {
    await say('rated', 'v', { on: plusDays(today(), -40), clarity: 4 });
    await show('v');
    expect(side()).toContain('checklist: 2 of 5');
    expect(side()).toContain('0 of 1 steps reach a value');
    await click('How clear does it feel now?');
    for (const value of ['6', '7']) {
      const radio = [...document.querySelectorAll<HTMLInputElement>('fieldset input')].find(
        (one) => one.value === value,
      );
      radio?.click();
      await rest();
    }
    const marks = desk()
      .mirror.said.list('rated', 'v')
      .map((one) => one.body);
    expect(marks).toHaveLength(2);
    expect(marks[1]).toEqual({ on: today(), clarity: 7 });
    expect(document.querySelector('[aria-label^="Clarity: 4 on"]')).not.toBeNull();
  });
});

describe('a goal', () => {
  test('is held against the vision and the values', async () => {
    await say('value', '', { name: 'Calm', core: true });
    await say('value', '', { name: 'Order' });
    await show('g');
    await click('Does it go with A book of mine?');
    await click('Does it go with Calm?');
    await click('It goes with Calm');
    const fits = desk()
      .mirror.said.list('fit', 'g')
      .map((one) => one.body);
    const [calm] = desk().mirror.said.list('value', '');
    expect(fits).toEqual([
      { visionId: 'v', with: 'for' },
      { valueId: calm?.id, with: 'against' },
    ]);
    expect(side()).not.toContain('Does it go with Order?');
  });

  test('asks to be looked at again when its vision was changed', async () => {
    await say('recheck', 'g', { of: 'v', since: '2026-03-02' });
    await show('g');
    expect(side()).toContain('“A book of mine” was changed on');
    await click('Still right');
    expect(desk().mirror.said.list('recheck', 'g')).toEqual([]);
  });

  test('says that it comes first, itself or by its part of life', async () => {
    await show('g');
    expect(side()).not.toContain('comes first now');
    await say('priority', '', { forId: 'g' });
    expect(side()).toContain('comes first now');
  });
});

test('a step that was put off far from its first day is shown its why', async () => {
  await show('s');
  expect(document.querySelector('[aria-label="What it is for"]')?.textContent).toContain(
    'I was there.',
  );
  await desk().edits.setState(['s'], 'done');
  await rest();
  expect(document.querySelector('[aria-label="What it is for"]')).toBeNull();
});
