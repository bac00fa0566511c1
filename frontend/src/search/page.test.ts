import { describe, expect, test } from 'vitest';
import { book, called, click, inTheHouse, press, program, rest, start, write } from '../house';
import { item } from '../plan/sample';

inTheHouse();

const field = () => document.querySelector<HTMLInputElement>('aside [role=combobox]');
const options = () => [...document.querySelectorAll('aside [role=option]')];
const heads = () => [...document.querySelectorAll('aside .head')].map((one) => one.textContent);
const said = () => document.querySelector('aside [role=status]')?.textContent;

async function ask(words: string): Promise<void> {
  const input = field();
  if (!input) throw new Error('there is no field');
  await write(input, words);
  await new Promise((resolve) => setTimeout(resolve, 150));
  await rest();
}

async function opened(): Promise<void> {
  await start(
    {},
    {
      ...book,
      items: [...(book.items ?? []), item('n', { title: 'Ferry', notes: 'ask for ink' })],
    },
  );
  await press(document.body, 'F', { ctrlKey: true, shiftKey: true });
  await rest();
}

describe('the search', () => {
  test('opens by its keys with the field in hand, and shows what can be asked', async () => {
    await opened();
    expect(document.activeElement).toBe(field());
    expect(heads()).toEqual(['What you can ask']);
    expect(options().map((one) => one.querySelector('code')?.textContent)).toContain('tag:');
  });

  test('tells as one types what was found, where, and how much', async () => {
    await opened();
    await ask('ink');
    expect(heads()[0]).toBe('In notes');
    expect(options()[0]?.querySelector('mark')?.textContent).toBe('ask for ink');
    expect(said()).toBe('1 found');
  });

  test('asks once, when the hand rests', async () => {
    await opened();
    const input = field();
    if (!input) throw new Error('there is no field');
    for (const words of ['i', 'in', 'ink']) await write(input, words);
    await ask('ink');
    expect(called('find')).toHaveLength(1);
  });

  test('leads to what was found with Enter, and keeps the words', async () => {
    await opened();
    await ask('ink');
    await press(field() ?? document.body, 'Enter');
    expect(program.desk?.hand.id).toBe('n');
    await press(document.body, 'F', { ctrlKey: true, shiftKey: true });
    expect(field()?.value).toBe('ink');
  });

  test('finds anew what was edited or taken back', async () => {
    await opened();
    await ask('ink');
    await program.desk?.edits.setText({ id: 'n', field: 'notes', text: 'paper', edit: '' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    await rest();
    expect(said()).toBe('Nothing answers that.');
  });

  test('offers the trash, and the words alone, where nothing is found', async () => {
    await opened();
    await ask('kind:goal nowhere');
    await click('Look for the words alone', 'aside button');
    expect(field()?.value).toBe('nowhere');
    await new Promise((resolve) => setTimeout(resolve, 150));
    await rest();
    await click('Look in the trash', 'aside button');
    expect(field()?.value).toBe('nowhere is:trash');
  });

  test('goes on with what is being typed', async () => {
    await opened();
    await ask('is:dr');
    expect(options().at(-1)?.textContent).toContain('is:draft');
    await press(field() ?? document.body, 'Tab');
    expect(field()?.value).toBe('is:draft ');
  });
});
