import type { Desk } from '../commands/desk';
import { t, type Key, type Params } from '../text/text';

/** Tells where a file was written, in words that have a hole for its name (and others), and offers to show it; '' = it was not. */
export function tellOf(
  { edits, notices }: Desk,
  words: Key,
  params: Params = {},
): (path: string) => void {
  return (path) => {
    if (path === '') return;
    const name = path.split(/[/\\]/).at(-1) ?? path;
    notices.offer(
      t(words, { ...params, name }),
      t('files.copied.show'),
      () => void edits.showExport(),
    );
  };
}
