import { expect, test } from 'vitest';
import { deedsOf } from '../measure/deeds';
import { said } from '../measure/house';
import { Mirror } from '../plan/mirror.svelte';
import { changes, item } from '../plan/sample';
import type { Area } from '../plan/types';
import { fedIn } from './areas';

const area = (id: string): Area => ({ id, name: id, hue: '', rank: id });
const MARCH = { from: '2026-03-01', to: '2026-03-31' };
const noon = (day: string) => new Date(`${day}T12:00`).toISOString();
const done = (id: string, parentId: string, day: string) =>
  item(id, { parentId, state: 'done', doneAt: noon(day), spentMin: 45 });

test('what was done feeds the area of what it stands below; one that is wanted better and had nothing starves', () => {
  const mirror = new Mirror();
  mirror.replace(
    changes({
      plans: [{ id: 'p1', name: 'A plan', subject: 'me', rank: 'a' }],
      show: 'p1',
      areas: ['growth', 'home', 'play', 'money'].map(area),
      items: [
        item('v', { kind: 'vision', areaId: 'growth' }),
        item('g', { kind: 'goal', parentId: 'v' }),
        done('a', 'g', '2026-03-03'),
        done('b', 'g', '2026-03-09'),
        done('early', 'g', '2026-02-09'),
        item('h', { kind: 'goal', areaId: 'home' }),
      ],
      aspects: [
        said('r1', 'rating', '', { areaId: 'play', on: '2026-02-01', today: 3, desired: 7 }),
        said('r2', 'rating', '', { areaId: 'home', on: '2026-02-01', today: 7, desired: 7 }),
        said('r3', 'rating', '', { areaId: 'growth', on: '2026-02-01', today: 2, desired: 9 }),
      ],
    }),
  );
  const fed = fedIn(mirror, deedsOf(mirror), MARCH);
  expect(fed.map(({ area, done, minutes, aims }) => [area.id, done, minutes, aims])).toEqual([
    ['growth', 2, 90, 2],
    ['home', 0, 0, 1],
    ['play', 0, 0, 0],
  ]);
  expect(fed.filter(({ starved }) => starved).map(({ area }) => area.id)).toEqual(['play']);
});
