// Where one was in a session when the program ended, for each plan.

import type { Desk } from '../commands/desk';

/** The name under which it is kept where one was in a session. */
export const PLACE = 'session';

/** What is kept: the session that is open, and what was typed and not said yet. */
export interface Kept {
  readonly id: string;
  readonly typed: string;
}

export function writeKept(kept: Kept): string {
  return JSON.stringify(kept);
}

/** Reads what was kept; of anything else nothing. */
export function readKept(data: string): Kept {
  try {
    const { id, typed } = JSON.parse(data) as Partial<Kept>;
    return { id: typeof id === 'string' ? id : '', typed: typeof typed === 'string' ? typed : '' };
  } catch {
    return { id: '', typed: '' };
  }
}

/** The session in which one sat in a plan when the program ended; undefined when there was none. */
export async function interrupted({ mirror, edits }: Desk): Promise<Kept | undefined> {
  const kept = readKept(await edits.place(mirror.planId, PLACE));
  const session = mirror.said.list('session', '').find(({ id }) => id === kept.id);
  return session && session.body.ended === undefined ? kept : undefined;
}
