import { SPHERES, type Sphere } from '../plan/aspects';
import { realismOf } from '../plan/effort';
import type { Mirror } from '../plan/mirror.svelte';
import { shown } from '../plan/sight';
import type { Item } from '../plan/types';
import { valuesOf } from '../plan/values';
import type { Day } from '../text/dates';

/** Whether an item is personal, professional or both: as was said of it, or of what it stands below. */
export function sphereOf(mirror: Mirror, item: Item): Sphere | undefined {
  const above = [...mirror.path(item.id), item].reverse();
  for (const { id } of above) {
    const { sphere } = mirror.said.once('outlook', id);
    if (sphere) return sphere;
  }
  return undefined;
}

/** The visions and goals of one sphere, and what their goals ask for. */
export interface Column {
  readonly sphere: Sphere;
  readonly items: readonly Item[];
  /** Minutes a week, of goals that have a date. */
  readonly minutes: number;
}

export interface Spheres {
  readonly columns: readonly Column[];
  /** Those of which nobody has said it. */
  readonly unsaid: readonly Item[];
}

export function spheresOf(mirror: Mirror, branch: string, today: Day): Spheres {
  const far = shown(mirror, branch).filter(({ kind }) => kind === 'vision' || kind === 'goal');
  const columns = SPHERES.map((sphere) => {
    const items = far.filter((item) => sphereOf(mirror, item) === sphere);
    const minutes = items
      .filter((item) => item.kind === 'goal' && !standsInGoal(mirror, item))
      .reduce((sum, goal) => sum + (realismOf(mirror, goal, today).perWeek ?? 0), 0);
    return { sphere, items, minutes };
  });
  return { columns, unsaid: far.filter((item) => sphereOf(mirror, item) === undefined) };
}

function standsInGoal(mirror: Mirror, { id }: Item): boolean {
  return mirror.path(id).some(({ kind }) => kind === 'goal');
}

/** What a personal and a professional vision or goal have in common. */
export interface Overlap {
  readonly personal: Item;
  readonly professional: Item;
  /** The names of the values that both serve. */
  readonly values: readonly string[];
  /** The life area that both belong to; '' = none. */
  readonly area: string;
  readonly linked: boolean;
}

export function overlapsOf(mirror: Mirror, { columns }: Spheres): Overlap[] {
  const of = (sphere: Sphere) => columns.find((one) => one.sphere === sphere)?.items ?? [];
  return of('personal').flatMap((personal) =>
    of('professional')
      .map((professional) => overlap(mirror, personal, professional))
      .filter(({ values, area, linked }) => values.length > 0 || area !== '' || linked),
  );
}

function overlap(mirror: Mirror, personal: Item, professional: Item): Overlap {
  const worths = (id: string) => mirror.said.list('worth', id).map(({ body }) => body.valueId);
  const both = worths(personal.id).filter((id) => worths(professional.id).includes(id));
  const values = valuesOf(mirror.said).filter(({ id }) => both.includes(id));
  const same = personal.areaId !== '' && personal.areaId === professional.areaId;
  const ends = [personal.id, professional.id];
  return {
    personal,
    professional,
    values: values.map(({ body }) => body.name ?? ''),
    area: (same && mirror.area(personal.areaId)?.name) || '',
    linked: mirror.links.some(({ fromId, toId }) => ends.includes(fromId) && ends.includes(toId)),
  };
}
