import { describe, expect, test } from 'vitest';
import { book, leave, say } from '../house';
import { item } from '../plan/sample';
import { plusDays, today } from '../text/dates';
import { items, onTheGround, open, text, turn } from './house';

describe('personal and professional', () => {
  onTheGround();

  test('are in columns, and what they share is found', async () => {
    await say('outlook', 'v', { sphere: 'personal' });
    await say('outlook', 'h', { sphere: 'professional' });
    await turn('Personal and professional');
    const columns = [...document.querySelectorAll('.columns section')];
    expect(columns.map((one) => one.textContent)).toEqual([
      expect.stringContaining('A manuscript'),
      expect.stringContaining('Nothing yet'),
      expect.stringContaining('A quiet job'),
    ]);
    expect(text()).toContain('both belong to Growth');
  });

  test('say what each vision serves, the strongest first', async () => {
    const calm = await say('value', '', { name: 'Calm' });
    const play = await say('value', '', { name: 'Play' });
    await say('worth', 'v', { valueId: calm });
    await say('worth', 'v', { valueId: play, strength: 8 });
    await turn('Personal and professional');
    expect(text()).toContain('serves Play, 8 of 10; Calm');
  });

  test('say of which steps the hours are, and how they are shared out', async () => {
    await turn('Personal and professional');
    expect(text()).toContain('No goal with a date has estimated steps yet.');
    await leave();
    const dated = items.map((one) => {
      if (one.id === 'g') return { ...one, due: plusDays(today(), 14) };
      return one.id === 's' ? { ...one, estimateMin: 120 } : one;
    });
    await open({ items: dated });
    await say('outlook', 'v', { sphere: 'personal' });
    await turn('Personal and professional');
    expect(text()).toContain('open steps below a goal with a date, shared out over the weeks');
    expect(text()).toContain('Its goals with a date ask for about 1 h a week.');
    expect(text()).toContain('All goals with a date ask for about 1 h a week.');
    const plans = [...(book.plans ?? []), { ...book.plans![0]!, id: 'p2', name: 'The pub' }];
    await leave();
    await open({ items: dated, plans });
    await turn('Personal and professional');
    expect(text()).toContain('in all plans together, ask for about 1 h a week.');
  });
});

describe('what visions share', () => {
  const far = [
    item('p', { kind: 'vision', title: 'A small boat', rank: 'd', areaId: 'a2' }),
    item('q', { kind: 'vision', title: 'A warm kitchen', rank: 'e', areaId: 'a2' }),
    item('r', { kind: 'vision', title: 'A school', rank: 'f' }),
    item('k', { title: 'Sell the car', parentId: 'p' }),
  ];
  const pairs = () =>
    [...document.querySelectorAll('.two')].map((one) => [
      one.textContent?.replace(/\s+/g, ' ').trim(),
      one.nextElementSibling?.textContent,
    ]);

  const links = [{ id: 'l', fromId: 'k', toId: 'r', kind: 'serves' as const, weight: 1, lag: 0 }];
  onTheGround({ items: [...items, ...far], links });

  test('is found between any two, each pair once, across the halves first', async () => {
    await say('outlook', 'q', { sphere: 'personal' });
    await say('outlook', 'r', { sphere: 'professional' });
    const calm = await say('value', '', { name: 'Calm' });
    for (const id of ['q', 'r']) await say('worth', id, { valueId: calm });
    await turn('Personal and professional');
    const found = pairs();
    expect(found.map(([, shared]) => shared)).toEqual([
      'both serve Calm',
      'both belong to Home',
      'both are carried by Sell the car',
    ]);
    expect(found[0]?.[0]).toMatch(/A warm kitchen.*A school/);
    expect(found[1]?.[0]).toMatch(/A warm kitchen.*A small boat|A small boat.*A warm kitchen/);
  });
});
