import { expect, test } from 'vitest';
import { Aspects, type Aspect, type Bodies } from '../plan/aspects';
import type { Area } from '../plan/types';
import { at, daysRated, edge, marksOf, MIDDLE, nameLines, piece, RIM, spokesOn } from './wheel';

const areas: Area[] = ['home', 'play'].map((id) => ({ id, name: id, hue: id, rank: id }));

function said(...bodies: Bodies['rating'][]): Aspects {
  return new Aspects(
    bodies.map((body, i): Aspect<'rating'> => {
      const id = `r${i}`;
      return { id, itemId: '', kind: 'rating', rank: id, body };
    }),
  );
}

const all = said(
  { areaId: 'home', on: '2026-03-02', today: 7 },
  { areaId: 'home', on: '2026-01-05', today: 4, desired: 8 },
  { areaId: 'play', on: '2026-02-01', desired: 6 },
);

test('an area stands as it was last said until a day', () => {
  const values = (day: string) =>
    spokesOn(all, areas, day).map(({ today, desired }) => [today, desired]);
  expect(values('2026-01-01')).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ]);
  expect(values('2026-02-01')).toEqual([
    [4, 8],
    [undefined, 6],
  ]);
  expect(values('2026-03-09')).toEqual([
    [7, 8],
    [undefined, 6],
  ]);
});

test('the days are told from the newest, and an area from the oldest', () => {
  expect(daysRated(all)).toEqual(['2026-03-02', '2026-02-01', '2026-01-05']);
  expect(marksOf(all, 'home').map(({ value }) => value)).toEqual([4, 7]);
});

test('the wheel begins above and turns to the right', () => {
  expect(at(0, RIM)).toEqual({ x: MIDDLE, y: MIDDLE - RIM });
  expect(at(0.25, RIM)).toEqual({ x: MIDDLE + RIM, y: MIDDLE });
  expect(piece(0, 4, 10)).toBe('M 200 200 L 200 70 A 130 130 0 0 1 330 200 Z');
  expect(edge(1, 4, 5)).toBe('M 265 200 A 65 65 0 0 1 200 265');
});

test('a name beside the wheel has two lines at most, and is cut beyond them', () => {
  expect(nameLines('Home')).toEqual(['Home']);
  expect(nameLines('Fun and games')).toEqual(['Fun and games']);
  expect(nameLines('People whom I love')).toEqual(['People whom I', 'love']);
  expect(nameLines('What I leave behind for those after me')).toEqual([
    'What I leave',
    'behind for th…',
  ]);
  expect(nameLines('Donaudampfschifffahrt')).toEqual(['Donaudampfsch…']);
});
