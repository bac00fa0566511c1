import type { NoteKind, PrivateNote } from '../plan/coaching';
import type { Mirror } from '../plan/mirror.svelte';

/** The private notes of one kind, the oldest first. */
export function notesOf<K extends NoteKind>({ notes }: Mirror, kind: K): PrivateNote<K>[] {
  return notes.filter((one): one is PrivateNote<K> => one.kind === kind);
}

/** What there is once, of a session or, with '', of the client. */
export function noteOf<K extends NoteKind>(
  mirror: Mirror,
  kind: K,
  sessionId: string,
): PrivateNote<K>['body'] {
  return notesOf(mirror, kind).find((one) => one.sessionId === sessionId)?.body ?? {};
}

/** What the coach wants to remember for the next session, and has not seen yet (R118). */
export function nextNote(mirror: Mirror): PrivateNote<'next'> | undefined {
  return notesOf(mirror, 'next').findLast(({ body }) => body.words !== undefined && !body.met);
}

/** True when something for the next session lies there and cannot be read. */
export function nextIsLocked(mirror: Mirror): boolean {
  return notesOf(mirror, 'next').some(({ locked }) => locked);
}
