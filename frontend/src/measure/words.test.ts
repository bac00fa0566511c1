import { describe, expect, test } from 'vitest';
import { item } from '../plan/sample';
import { catalogue } from '../text/english';
import type { Balance } from './balance';
import { balancesOf, quarterOf } from './balance';
import { Chance, mirrorOf, said, serves } from './house';
import { sentenceOf } from './words';

/** A balance by what stands out in it. */
interface Told {
  felt?: readonly (number | null)[];
  moves?: number | null;
  goals?: number;
  done?: number;
  looks?: number;
  reach?: readonly [number, number];
  bare?: number;
  still?: number;
  rates?: readonly [number, number];
  factor?: number;
}

const goal = item('g', { kind: 'goal' });

function balance(told: Told): Balance {
  const [clarity = null, alignment = null, impact = null] = told.felt ?? [8, 8, 8];
  const rated = [clarity, alignment, impact].filter((value) => value !== null);
  const feels = rated.length === 0 ? null : rated.reduce((a, b) => a + b, 0) / rated.length / 10;
  const [first, after] = told.rates ?? [0.8, 0.8];
  const completion = (rate: number) => ({ done: 4, missed: 1, skipped: 0, rate });
  const deadlines = { met: 0, of: 0, rate: null };
  const milestones = { count: 0, dated: 0, inTime: 0, share: null };
  const [reach, of] = told.reach ?? [4, 4];
  const many = (count = 0, days: number | null = null) =>
    Array.from({ length: count }, () => ({ goal, days }));
  return {
    visionId: 'v',
    felt: { clarity, alignment, impact },
    feels,
    kpis: {
      done: told.done ?? 4,
      completion: { first: completion(first), after: completion(after) },
      deadlines: { first: deadlines, after: deadlines },
      milestones: { first: milestones, after: milestones },
      overrun: { steps: 9, estimated: 10, spent: 16, factor: told.factor ?? null },
    },
    looks: told.looks ?? 0,
    alignment: { reach, of },
    goals: told.goals ?? 2,
    still: many(told.still, 20),
    bare: many(told.bare),
    moves: told.moves === undefined ? 0.8 : told.moves,
  };
}

const UNCLEAR = [3, 7, 6];

describe('what stands out is said in one sentence', () => {
  test.each<[string, Told]>([
    ['Nothing has been rated or done', { felt: [], goals: 0, done: 0, moves: null }],
    ['You looked at it 1 time,', { felt: [], goals: 0, done: 0, looks: 1, moves: null }],
    ['You looked at it 2 times,', { felt: [], done: 0, looks: 2 }],
    ['1 stone was laid', { felt: [], done: 1 }],
    ['12 stones were laid', { felt: [], done: 12 }],
    ['It was quiet', { felt: [], done: 0, looks: 0 }],
    ['no goal stands below it', { goals: 0, done: 0, moves: null }],
    ['no goal holds them', { goals: 0, done: 3, moves: null }],
    ['2 steps reach none', { reach: [1, 3] }],
    ['It is clear and it moves. This is', { reach: [0, 2] }],
    ['1.6 times as long', { rates: [0.6, 0.9], factor: 1.6 }],
    ['It is clear and it moves. This is', { rates: [0.6, 0.9] }],
    ['It is clear and it moves. This is', {}],
    ['1 goal has no step', { moves: 0.2, bare: 1, still: 2 }],
    ['2 goals stand still', { moves: 0.2, still: 2 }],
    ['more was planned than there was room', { moves: 0.2 }],
    ['the picture is not clear', { felt: UNCLEAR }],
    ['does not feel like you', { felt: [6, 2, 4] }],
    ['does not feel like much', { felt: [6, 6, 1] }],
    ['Neither the picture', { felt: UNCLEAR, moves: 0.1 }],
  ])('%s…', (words, told) => {
    expect(sentenceOf(balance(told))).toContain(words);
  });

  test('and each sentence of the catalogue can be one', () => {
    const said = new Set<string>();
    const chance = new Chance(4);
    const rate = () => chance.one([null, 2, 7, 9]);
    for (let i = 0; i < 20_000; i++) {
      const sentence = sentenceOf(
        balance({
          felt: [rate(), rate(), rate()],
          moves: chance.one([null, 0.2, 0.8]),
          goals: chance.below(2),
          done: chance.below(3),
          looks: chance.below(3),
          reach: [chance.below(3), 4],
          bare: chance.below(3),
          still: chance.below(3),
          rates: [0.5, chance.one([0.5, 0.9])],
          factor: chance.one([1, 1.6]),
        }),
      );
      expect(sentence).not.toMatch(/[{}]|measure\./);
      said.add(sentence.replace(/\d+(\.\d+)?/g, '#'));
    }
    const stems = Object.keys(catalogue).filter((key) => key.startsWith('measure.says.'));
    const texts = new Set(stems.map((key) => catalogue[key]?.replace(/\{\w+\}/g, '#')));
    // The count of one of steps astray is never reached in fours: 4 − 2 or more.
    texts.delete(catalogue['measure.says.astray.one']?.replace('{count}', '#'));
    expect([...texts].filter((text) => text && !said.has(text))).toEqual([]);
  });
});

describe('a balance', () => {
  const NOW = '2026-03-20';
  const MARCH = { from: '2026-03-01', to: '2026-03-31' };
  const noon = (day: string) => new Date(`${day}T12:00`).toISOString();
  const vision = (id: string) => item(id, { kind: 'vision', rank: id });
  const under = (id: string, parentId: string) =>
    item(id, { kind: 'goal', parentId, createdAt: noon('2026-01-01') });

  test('is one for each vision, of what serves it', () => {
    const mirror = mirrorOf(
      [
        vision('v'),
        vision('w'),
        { ...vision('old'), state: 'letgo' },
        under('g', 'v'),
        under('h', 'w'),
        item('a', {
          parentId: 'g',
          state: 'done',
          doneAt: noon('2026-03-12'),
          firstDue: '2026-03-12',
        }),
        item('b', { parentId: 'g', firstDue: '2026-03-14', due: '2026-03-14' }),
        item('c', { parentId: 'h' }),
      ],
      [said('r', 'rated', 'v', { on: '2026-03-02', clarity: 9, impact: 8 })],
      [serves('a', 'w')],
    );
    const [v, w, ...others] = balancesOf(mirror, 'p1', MARCH, NOW);
    expect(others).toEqual([]);
    expect(v).toMatchObject({
      visionId: 'v',
      feels: 0.85,
      moves: 0.5,
      goals: 1,
      still: [],
      bare: [],
    });
    expect(w).toMatchObject({ visionId: 'w', feels: null, moves: 1, kpis: { done: 1 } });
    expect(w?.still.map(({ goal }) => goal.id)).toEqual(['h']);
    expect([v, w].map((one) => one && quarterOf(one))).toEqual(['both', null]);
  });

  test('goes by what stands still where nothing had a day, and knows nothing of nothing', () => {
    const goals = [vision('v'), under('g', 'v'), under('h', 'v'), item('a', { parentId: 'g' })];
    const [stands] = balancesOf(mirrorOf(goals), 'p1', MARCH, NOW);
    expect(stands).toMatchObject({ moves: 0, goals: 2 });
    const [bare] = balancesOf(mirrorOf([vision('v')]), 'p1', MARCH, NOW);
    expect(bare).toMatchObject({ moves: null, feels: null });
  });
});
