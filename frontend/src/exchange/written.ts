import type { Desk } from '../commands/desk';
import { t, type Key } from '../text/text';

/** Tells where a file was written, in words that have a hole for its name, and offers to show it; '' = it was not. */
export function tellOf({ edits, notices }: Desk, words: Key): (path: string) => void {
  return (path) => {
    if (path === '') return;
    const name = path.split(/[/\\]/).at(-1) ?? path;
    notices.offer(t(words, { name }), t('files.copied.show'), () => void edits.showExport());
  };
}
