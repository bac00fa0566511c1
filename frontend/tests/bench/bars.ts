import type { Changes, Item, Link } from '../../src/plan/types';
import { changes, client, item, seeded } from '../../src/plan/sample';
import { plusDays, today } from '../../src/text/dates';
import { titleOf } from './plan';

/** Steps in a row, each of which waits for the one before. */
const CHAIN = 5;
const YEARS = 10;

/** One plan with so many bars over ten years, always the same; four of five wait for the one before. */
export function clientOf(count: number): Changes {
  const random = seeded(20260511);
  const first = today();
  const items: Item[] = [item('goal', { kind: 'goal', title: 'A long way', rank: '0' })];
  const links: Link[] = [];
  let end = 0;
  for (let i = 0; i < count; i++) {
    const id = `s${String(i).padStart(6, '0')}`;
    const fresh = i % CHAIN === 0;
    const begin = fresh ? Math.floor((i / count) * YEARS * 340 + random() * 60) : end + 1;
    end = begin + 2 + Math.floor(random() * 20);
    const dates = { start: plusDays(first, begin), due: plusDays(first, end) };
    items.push(item(id, { parentId: 'goal', title: titleOf(random), rank: id, ...dates }));
    const before = items.at(-2);
    if (!fresh && before)
      links.push({ id: `l${id}`, fromId: id, toId: before.id, kind: 'after', weight: 1, lag: 0 });
  }
  return changes({
    clients: [client('Me')],
    plans: [{ id: 'p1', name: 'Bench', subject: 'me', rank: 'a' }],
    items,
    links,
    show: 'p1',
  });
}
