import type { Item } from './types';

/** What writing Markdown needs to know of a plan; the mirror is one. */
export interface Source {
  item(id: string): Item | undefined;
  children(id: string): readonly string[];
  tag(id: string): { readonly name: string } | undefined;
}

/**
 * Whole branches as a Markdown list, two spaces a level. A step carries its
 * box, what is dated its date, what is tagged its tags, what is estimated its
 * minutes, and notes follow as a quotation. Go reads all of it back (internal/interop).
 */
export function toMarkdown(source: Source, ids: readonly string[]): string {
  const lines: string[] = [];
  for (const id of ids) write(lines, source, id, '');
  return lines.join('\n');
}

function write(lines: string[], source: Source, id: string, indent: string): void {
  const item = source.item(id);
  if (!item) return;
  lines.push(indent + line(source, item));
  lines.push(...notes(item).map((note) => `${indent}  > ${note}`.trimEnd()));
  for (const child of source.children(id)) write(lines, source, child, indent + '  ');
}

function line(source: Source, item: Item): string {
  const box = item.kind !== 'step' ? '' : item.state === 'done' ? '[x] ' : '[ ] ';
  const due = item.due === '' ? '' : ` (due ${item.due})`;
  const takes = item.estimateMin === 0 ? '' : ` (takes ${String(item.estimateMin)} min)`;
  const tags = item.tagIds.map((id) => source.tag(id)?.name).filter((name) => name !== undefined);
  return '- ' + box + item.title + due + takes + tags.map((name) => ' #' + hyphened(name)).join('');
}

function hyphened(name: string): string {
  return name.trim().replace(/\s+/g, '-');
}

function notes(item: Item): string[] {
  return item.notes.trim() === '' ? [] : item.notes.trimEnd().split('\n');
}
