import { describe, expect, test } from 'vitest';
import { Mirror } from './mirror.svelte';
import { changes, client, item } from './sample';

function planted(): Mirror {
  const mirror = new Mirror();
  mirror.replace(
    changes({
      plans: [
        { id: 'p1', name: 'A book', subject: 'me', rank: 'a' },
        { id: 'p2', name: 'A dog', subject: 'pet', rank: 'b' },
      ],
      items: [
        item('v', { kind: 'vision', rank: 'a' }),
        item('g2', { kind: 'goal', parentId: 'v', rank: 'b' }),
        item('g1', { kind: 'goal', parentId: 'v', rank: 'a' }),
        item('s1', { parentId: 'g1', rank: 'a' }),
        item('s2', { parentId: 'g1', rank: 'b' }),
        item('dog', { planId: 'p2', rank: 'a' }),
      ],
      show: 'p1',
    }),
  );
  return mirror;
}

describe('the mirror', () => {
  test('orders siblings by rank, whatever order they came in', () => {
    expect(planted().children('v')).toEqual(['g1', 'g2']);
  });

  test('compares ranks bytewise, not by language', () => {
    const mirror = new Mirror();
    mirror.replace(changes({ items: [item('x', { rank: 'a' }), item('y', { rank: 'B' })] }));
    expect(mirror.children('', 'p1')).toEqual(['y', 'x']);
  });

  test('keeps the top of each plan apart', () => {
    const mirror = planted();
    expect(mirror.children('')).toEqual(['v']);
    expect(mirror.children('', 'p2')).toEqual(['dog']);
  });

  test('moves an item whose parent changed, and leaves untouched rows the same objects', () => {
    const mirror = planted();
    const goal = mirror.item('g2');
    mirror.apply(changes({ items: [item('s1', { parentId: 'g2', rank: 'a' })] }));
    expect(mirror.children('g1')).toEqual(['s2']);
    expect(mirror.children('g2')).toEqual(['s1']);
    expect(mirror.item('g2')).toBe(goal);
  });

  test('replaces a list of siblings that changed and keeps one that did not', () => {
    const mirror = planted();
    const goals = mirror.children('v');
    const steps = mirror.children('g1');
    mirror.apply(changes({ items: [item('s3', { parentId: 'g1', rank: 'aa' })] }));
    expect(mirror.children('g1')).toEqual(['s1', 's3', 's2']);
    expect(mirror.children('g1')).not.toBe(steps);
    expect(mirror.children('v')).toBe(goals);
  });

  test('drops everything below an item that is gone', () => {
    const mirror = planted();
    mirror.apply(changes({ gone: ['g1'] }));
    expect([...mirror.items.keys()].sort()).toEqual(['dog', 'g2', 'v']);
    expect(mirror.children('v')).toEqual(['g2']);
    expect(mirror.children('g1')).toEqual([]);
  });

  test('takes a plan that is gone with all its items, and shows another', () => {
    const mirror = planted();
    mirror.apply(changes({ gone: ['p1'] }));
    expect([...mirror.items.keys()]).toEqual(['dog']);
    expect(mirror.planId).toBe('p2');
  });

  test('an item that comes back stands where its rank says', () => {
    const mirror = planted();
    const back = ['g1', 's1', 's2'].map((id) => mirror.item(id)!);
    mirror.apply(changes({ gone: ['g1'] }));
    mirror.apply(changes({ items: back }));
    expect(mirror.children('v')).toEqual(['g1', 'g2']);
    expect(mirror.descendants('v')).toEqual(['g1', 's1', 's2', 'g2']);
  });

  test('gives many rows at once the same order as one by one', () => {
    const many = Array.from({ length: 300 }, (_, i) =>
      item('n' + i, { parentId: 'g2', rank: String((i * 7919) % 300).padStart(4, '0') }),
    );
    const atOnce = planted();
    const oneByOne = planted();
    atOnce.apply(changes({ items: many }));
    for (const one of many) oneByOne.apply(changes({ items: [one] }));
    expect(atOnce.children('g2')).toEqual(oneByOne.children('g2'));
  });

  test('tells the path outermost first, without the item', () => {
    expect(
      planted()
        .path('s1')
        .map((one) => one.id),
    ).toEqual(['v', 'g1']);
  });

  test('counts its version up once per change', () => {
    const mirror = planted();
    const before = mirror.version;
    mirror.apply(changes({ items: [item('s1', { parentId: 'g1', rank: 'z' })], gone: ['s2'] }));
    expect(mirror.version).toBe(before + 1);
  });

  test('keeps the names of the next undo and redo', () => {
    const mirror = planted();
    mirror.apply(changes({ undo: { op: 'move', kind: 'step', count: 2 } }));
    expect(mirror.undo).toEqual({ op: 'move', kind: 'step', count: 2 });
    expect(mirror.redo.op).toBe('');
  });

  test('takes the first client of a whole load as the open one', () => {
    const mirror = planted();
    const clients = [client('Nora', { id: 'c2' }), client('Ada')];
    mirror.replace(changes({ clients }));
    expect(mirror.clientId).toBe('c2');
    expect(mirror.clients.map(({ name }) => name)).toEqual(['Ada', 'Nora']);
  });

  test('forgets another client altogether', () => {
    const mirror = planted();
    mirror.replace(changes({ items: [item('only', { planId: 'p9' })] }));
    expect([...mirror.items.keys()]).toEqual(['only']);
    expect(mirror.plans).toEqual([]);
    expect(mirror.children('v')).toEqual([]);
  });

  describe('tells what was touched since a version', () => {
    const since = (act: (mirror: Mirror) => void) => {
      const mirror = planted();
      const { version } = mirror;
      act(mirror);
      const touched = mirror.touchedSince(version);
      return touched && [...touched].sort();
    };

    test.each([
      ['nothing', () => undefined, []],
      [
        'an item that changed, and its parent',
        (m: Mirror) =>
          m.apply(changes({ items: [item('s1', { parentId: 'g1', rank: 'a', title: 'x' })] })),
        ['g1', 's1'],
      ],
      [
        'both parents of one that moved',
        (m: Mirror) => m.apply(changes({ items: [item('s1', { parentId: 'g2' })] })),
        ['g1', 'g2', 's1'],
      ],
      ['one that went', (m: Mirror) => m.apply(changes({ gone: ['s2'] })), ['g1', 's2']],
      [
        'all of several changes',
        (m: Mirror) => {
          m.apply(changes({ gone: ['s2'] }));
          m.apply(changes({ items: [item('new', { rank: 'z' })] }));
        },
        ['', 'g1', 'new', 's2'],
      ],
    ] as const)('%s', (_, act, told) => {
      expect(since(act)).toEqual(told);
    });

    test.each([
      ['another plan', (m: Mirror) => m.apply(changes({ show: 'p2' }))],
      ['a whole load', (m: Mirror) => m.replace(changes({ items: [item('only')] }))],
      ['what is no item', (m: Mirror) => m.apply(changes({ gone: ['some tag'] }))],
      [
        'more than it remembers',
        (m: Mirror) => {
          for (let i = 0; i < 100; i++) m.apply(changes({}));
        },
      ],
    ])('and gives up on %s', (_, act) => {
      expect(since(act)).toBeNull();
    });
  });
});
