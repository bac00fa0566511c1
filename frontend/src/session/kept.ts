// Where one was in a session when the program ended, for each plan.

import type { Desk } from '../commands/desk';

/** The name under which it is kept where one was in a session. */
export const PLACE = 'session';

/** What is kept: the session that is open ('' = none), and what was typed in one and not said yet. */
export interface Kept {
  readonly id: string;
  readonly typed: string;
  /** The session that it was typed in. */
  readonly of: string;
}

export function writeKept(kept: Kept): string {
  return JSON.stringify(kept);
}

/** Reads what was kept; of anything else nothing. */
export function readKept(data: string): Kept {
  try {
    const { id, typed, of } = JSON.parse(data) as Partial<Record<keyof Kept, unknown>>;
    const text = (value: unknown) => (typeof value === 'string' ? value : '');
    return { id: text(id), typed: text(typed), of: text(of) };
  } catch {
    return { id: '', typed: '', of: '' };
  }
}

/** What was typed and not said when a session was left. */
export async function typedIn({ mirror, edits }: Desk, id: string): Promise<string> {
  const kept = readKept(await edits.place(mirror.planId, PLACE));
  return kept.of === id ? kept.typed : '';
}

/** The session in which one sat in a plan when the program ended; undefined when there was none. */
export async function interrupted({ mirror, edits }: Desk): Promise<Kept | undefined> {
  const kept = readKept(await edits.place(mirror.planId, PLACE));
  const session = mirror.said.list('session', '').find(({ id }) => id === kept.id);
  return session && session.body.ended === undefined ? kept : undefined;
}
