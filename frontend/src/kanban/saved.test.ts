import { expect, it } from 'vitest';
import { EVERYTHING } from './filter';
import { SavedFilters } from './saved.svelte';

const READY = { ...EVERYTHING, stands: 'ready' } as const;
const LATE = { ...EVERYTHING, dates: 'late' } as const;

it('filters are kept, renamed and removed; no two have one name', () => {
  const saved = new SavedFilters();
  const names = () => saved.all.map(({ name }) => name);
  saved.keep('Now', READY);
  saved.keep('Late', LATE);
  expect(names()).toEqual(['Now', 'Late']);
  expect(saved.of({ ...LATE })?.name).toBe('Late');
  expect(saved.of(EVERYTHING)).toBeUndefined();
  saved.keep('Now', LATE);
  expect(saved.all[0]).toEqual({ name: 'Now', filter: LATE });
  saved.rename('Late', 'Now');
  expect(names()).toEqual(['Now']);
  saved.rename('Now', '');
  expect(names()).toEqual(['Now']);
  saved.remove('Now');
  expect(names()).toEqual([]);
});
