import type { Found, FoundRow } from '../plan/found';
import type { Key } from '../text/text';

/** Where something was found. */
export type Where = 'title' | 'notes' | 'checkin' | 'session' | 'board' | 'said';
const ORDER: readonly Where[] = ['title', 'notes', 'checkin', 'session', 'board', 'said'];

export interface Group {
  readonly where: Where;
  readonly title: Key;
  readonly rows: readonly FoundRow[];
  /** The number of its first row. */
  readonly from: number;
}

/** What was found, by where it stands; in each group the best first. */
export function grouped({ all, narrow }: Found): Group[] {
  let from = 0;
  return ORDER.flatMap((where) => {
    const rows = all.filter((row) => whereOf(row) === where);
    if (rows.length === 0) return [];
    const bare = narrow && where === 'title' && !rows.some(isHit);
    const title: Key = bare ? 'search.group.narrow' : `search.group.${where}`;
    const group = { where, title, rows, from };
    from += rows.length;
    return [group];
  });
}

function isHit({ title }: FoundRow): boolean {
  return title.some(({ hit }) => hit);
}

export function whereOf(row: FoundRow): Where {
  switch (row.of) {
    case 'item':
      return isHit(row) || row.field === '' ? 'title' : 'notes';
    case 'aspect':
      return whereSaid(row.aspect);
    case 'piece':
      return 'board';
    case 'plan_version':
      return 'said';
    case 'vision_board':
    case 'plan':
    case 'tag':
      return 'title';
  }
}

function whereSaid(aspect: FoundRow['aspect']): Where {
  switch (aspect) {
    case 'checkin':
    case 'checkpoint':
    case 'setback':
      return 'checkin';
    case 'answer':
    case 'assignment':
    case 'hours':
      return 'session';
    default:
      return 'said';
  }
}
