import type { Aspect } from '../plan/aspects';
import { t } from '../text/text';

const ADDRESS = /^(?:https?:\/\/[^\s<>]+|mailto:[^\s<>@]+@[^\s<>]+)$/i;

/** What is typed as a page of the web, as it is kept; null when it is none. */
export function readLink(typed: string): { where: string; name: string } | null {
  const where = typed.trim();
  if (!ADDRESS.test(where)) return null;
  return { where, name: where.replace(/^(?:https?:\/\/|mailto:)/i, '').replace(/\/$/, '') };
}

/** How large a file is, as people write it: "12 KB". */
export function sizeOf(bytes: number): string {
  const [unit, of] = bytes < 1_000_000 ? (['KB', 1000] as const) : (['MB', 1_000_000] as const);
  return `${String(Math.max(1, Math.round(bytes / of)))} ${unit}`;
}

/** What an attachment is, in a word or two: "page", "copy, 12 KB". */
export function sortOf({ body }: Aspect<'attachment'>): string {
  const { sort = 'link', size = 0 } = body;
  const word = t(`attach.sort.${sort}`);
  return sort === 'link' ? word : `${word}, ${sizeOf(size)}`;
}

/** What an attachment is called. */
export function nameOf({ body }: Aspect<'attachment'>): string {
  return body.name ?? body.where ?? '';
}
