import { describe, expect, test } from 'vitest';
import { orderOf, type Order, type Waiting } from './order';
import { between, beside, beyond, earlier, last, later, nextTo, onto } from './wishes';
import { NEW, woven, type Wish } from './weaving';

/** A flow, written "a b c>b": c waits for b. */
function flow(text: string): { ids: string[]; links: Waiting[] } {
  const words = text.split(' ').map((word) => word.split('>'));
  const ids = words.map(([id = '']) => id);
  const links = words.flatMap(([fromId = '', ...to]) =>
    to.map((toId) => ({ id: fromId + toId, fromId, toId, lag: 0 })),
  );
  return { ids, links };
}

/** The arrows of a flow as words: "a-b" by order, "a=b" by a link. */
function drawn({ arrows }: Order): string {
  return arrows.map(({ before, after, link }) => before + (link ? '=' : '-') + after).join(' ');
}

/** The flow that comes of a wish; a new item is called n. */
function after(text: string, wish: (now: Order) => Wish | null): string {
  const { ids, links } = flow(text);
  const now = orderOf(ids, links);
  const wished = wish(now);
  if (!wished) return 'nothing';
  const { waits, cut } = woven(links, now, wished);
  const all = [
    ...links.filter(({ id }) => !cut.includes(id)),
    ...waits.map((wait, i) => ({ id: String(i), ...wait })),
  ].map((link) => ({ ...link, fromId: link.fromId || 'n', toId: link.toId || 'n' }));
  return drawn(
    orderOf(
      wished.ids.map((id) => id || 'n'),
      all,
    ),
  );
}

const arrow = (now: Order, before: string, to: string) =>
  now.arrows.find((one) => one.before === before && one.after === to)!;

describe('the arrows of a flow', () => {
  test.each([
    ['a plain list reads as a chain', 'a b c', 'a-b b-c'],
    ['what waits for something does not follow the one before it', 'a b c>a', 'a-b a=c'],
    [
      'what follows comes after the one before it, whatever that waits for',
      'a b c>a d',
      'a-b a=c c-d',
    ],
    ['nothing follows what waits for it', 'a>b b c', 'b=a b-c'],
    ['nor what waits for that by its order', 'z a>c b c', 'c=a a-b z-c'],
    ['two that something waits for stand beside each other', 'p a b c>a>b', 'p-a p-b a=c b=c'],
    ['they may both be the first', 'a b c>a>b', 'a=c b=c'],
    ['a link to elsewhere is no arrow here', 'a b>x', 'a-b'],
  ])('%s', (_, text, arrows) => {
    const { ids, links } = flow(text);
    expect(drawn(orderOf(ids, links))).toBe(arrows);
  });
});

describe('an item is woven into a flow', () => {
  test.each<[string, string, (now: Order) => Wish | null, string]>([
    ['next: what followed by order follows on', 'a b', (f) => nextTo(f, 'a'), 'a=n n-b'],
    ['next: what waits goes on waiting', 'a b>a c', (f) => nextTo(f, 'a'), 'a=n a=b b-c'],
    ['at the end', 'a b', last, 'a-b b-n'],
    ['between, by order', 'a b c', (f) => between(f, arrow(f, 'a', 'b')), 'a=n n-b b-c'],
    ['between, by a link', 'a b>a c', (f) => between(f, arrow(f, 'a', 'b')), 'a=n n=b b-c'],
    [
      'between, far apart: what stands there stays as it is',
      'a b c d>a',
      (f) => between(f, arrow(f, 'a', 'd')),
      'a-b b-c a=n n=d',
    ],
    ['beside: it comes together again', 'a b c', (f) => beside(f, 'b', never), 'a-b a-n b=c n=c'],
    ['beside the first', 'a b', (f) => beside(f, 'a', never), 'a=b n=b'],
    ['beside the last', 'a b', (f) => beside(f, 'b', never), 'a-b a=n'],
    ['beside what waits, it waits too', 'a b>a', (f) => beside(f, 'b', never), 'a=b a=n'],
    ['beside nothing there is nothing', 'a', (f) => beside(f, 'a', never), 'nothing'],
    [
      'another way out of a decision need not come together',
      'd b c',
      (f) => beside(f, 'b', (id) => id === 'd'),
      'd-b d=n b=c',
    ],
  ])('%s', (_, text, wish, arrows) => expect(after(text, wish)).toBe(arrows));

  test.each<[string, string, (now: Order) => Wish | null, string]>([
    ['later in a chain that needs no link', 'a b c', (f) => later(f, ['a']), 'b-a a-c'],
    ['later, to the end', 'a b c', (f) => later(f, ['b']), 'a-c c-b'],
    ['later in a chain of links', 'a b>a c>b', (f) => later(f, ['b']), 'a=c c=b'],
    ['the last goes no later', 'a b', (f) => later(f, ['b']), 'nothing'],
    ['earlier', 'a b c', (f) => earlier(f, ['c']), 'a-c c-b'],
    ['earlier, to the front', 'a b c', (f) => earlier(f, ['b']), 'b-a a-c'],
    ['earlier in a chain of links', 'a b>a c>b', (f) => earlier(f, ['c']), 'a=c c=b'],
    ['the first goes no earlier', 'a b', (f) => earlier(f, ['a']), 'nothing'],
    ['onto an arrow', 'a b c d', (f) => onto(f, ['d'], arrow(f, 'a', 'b')), 'a-d d-b b-c'],
    [
      'onto an arrow that is a link; what it stood between closes up',
      'a b>a c>b d>c',
      (f) => onto(f, ['c'], arrow(f, 'a', 'b')),
      'a=c c=b b=d',
    ],
    ['not onto its own arrow', 'a b', (f) => onto(f, ['b'], arrow(f, 'a', 'b')), 'nothing'],
    [
      'beyond its neighbour: what comes after what stays',
      'a b>a c>a d',
      (f) => beyond(f, ['c'], 'b', 0),
      'a=c a=b c=d',
    ],
    ['two go later together', 'a b c d', (f) => later(f, ['a', 'b']), 'c-a a-b b-d'],
    ['two links go later together', 'a b>a c>b d>c', (f) => later(f, ['b', 'c']), 'a=d d=b b=c'],
    ['two go earlier together', 'a b c d', (f) => earlier(f, ['d', 'c']), 'a-c c-d d-b'],
    ['two that lie apart come together', 'a b c d', (f) => later(f, ['a', 'c']), 'b-d d-a a-c'],
    [
      'two that stand beside each other go onto an arrow',
      'a b>a c>a d>b>c e',
      (f) => onto(f, ['c', 'b'], arrow(f, 'd', 'e')),
      'a=d d=b d=c b=e c=e',
    ],
    [
      'not onto an arrow of theirs',
      'a b',
      (f) => onto(f, ['a', 'b'], arrow(f, 'a', 'b')),
      'nothing',
    ],
    ['all of them go nowhere', 'a b', (f) => later(f, ['a', 'b']), 'nothing'],
    ['two go before another one', 'b c d', (f) => beyond(f, ['c', 'd'], 'b', 0), 'c-d b=c'],
  ])('%s', (_, text, wish, arrows) => {
    const sorted = (words: string) => words.split(' ').sort().join(' ');
    expect(sorted(after(text, wish))).toBe(sorted(arrows));
  });

  test('days between stay with what waits', () => {
    const links = [{ id: 'l', fromId: 'b', toId: 'a', lag: 3 }];
    const now = orderOf(['a', 'b'], links);
    const { waits, cut } = woven(links, now, between(now, now.arrows[0]!));
    expect(cut).toEqual(['l']);
    expect(waits).toEqual([
      { fromId: NEW, toId: 'a', lag: 0 },
      { fromId: 'b', toId: NEW, lag: 3 },
    ]);
  });
});

function never(): boolean {
  return false;
}
