import { describe, expect, it } from 'vitest';
import { item, seeded } from '../plan/sample';
import type { Item } from '../plan/types';
import { Deck, isCard } from './deck';

const plan = (...items: Item[]) => new Map(items.map((one) => [one.id, one]));
const ids = (items: readonly Item[]) => items.map(({ id }) => id).join(' ');

describe('a card is', () => {
  const step = item('s', { parentId: 'g' });
  const items = plan(item('g', { kind: 'goal' }), step);

  it('a step or a decision, but not what it is done for', () => {
    expect(isCard(step, items)).toBe(true);
    expect(isCard(item('d', { kind: 'decision' }), items)).toBe(true);
    expect(isCard(item('m', { kind: 'milestone' }), items)).toBe(false);
    expect(isCard(item('i', { kind: 'idea' }), items)).toBe(false);
  });

  it('not a step of a step', () => {
    expect(isCard(item('own', { parentId: 's' }), items)).toBe(false);
  });
});

describe('a deck', () => {
  const a = item('a', { priority: '1' });
  const b = item('b', { priority: '2' });
  const c = item('c', { priority: '3' });

  it('lies by priority and knows no other plan', () => {
    const other = item('x', { planId: 'p2' });
    expect(ids(new Deck().deal(plan(c, other, a, b), 'p1'))).toBe('a b c');
    expect(ids(new Deck().deal(plan(c, other, a, b), ''))).toBe('a b c x');
  });

  it('follows what moves, comes, goes and becomes something else', () => {
    const deck = new Deck();
    deck.deal(plan(a, b, c), 'p1');
    expect(ids(deck.deal(plan(a, b, { ...c, priority: '0' }), 'p1'))).toBe('c a b');
    expect(ids(deck.deal(plan(a, c, item('d', { priority: '25' })), 'p1'))).toBe('a d c');
    expect(ids(deck.deal(plan({ ...a, kind: 'goal' }, b, c), 'p1'))).toBe('b c');
    expect(ids(deck.deal(plan(a, b, c), 'p1'))).toBe('a b c');
  });

  it('tells which of its cards changed, and of no other plan', () => {
    const other = item('x', { planId: 'p2' });
    const deck = new Deck();
    deck.deal(plan(a, b, other), 'p1');
    const now = { ...b, state: 'done' as const };
    expect(ids(deck.deal(plan(a, now, { ...other, title: 'New' }), 'p1'))).toBe('a b');
    expect([...(deck.changes ?? [])]).toEqual([[b, now]]);
    deck.deal(plan(a, { ...now, kind: 'goal' }, other), 'p1');
    expect(deck.changes).toBeNull();
  });

  it('lies after any edits as a new one would', () => {
    const chance = seeded(7);
    const pick = (count: number) => Math.floor(chance() * count);
    const items = new Map(
      Array.from({ length: 60 }, (_, i) => {
        const parentId = i % 3 === 0 ? '' : `i${String(pick(i))}`;
        return item(`i${String(i)}`, { parentId, priority: String(pick(40)) });
      }).map((one) => [one.id, one]),
    );
    const deck = new Deck();
    for (let edit = 0; edit < 400; edit++) {
      const id = `i${String(pick(60))}`;
      const was = items.get(id) ?? item(id);
      const kinds = ['step', 'step', 'step', 'goal', 'decision', 'idea'] as const;
      const over = [
        { title: String(edit) },
        { priority: String(pick(40)) },
        { kind: kinds[pick(6)]! },
        { planId: `p${String(1 + pick(2))}` },
      ][pick(4)]!;
      if (pick(12) === 0) items.delete(id);
      else items.set(id, { ...was, ...over });
      expect(ids(deck.deal(items, 'p1'))).toBe(ids(new Deck().deal(items, 'p1')));
    }
  });
});
