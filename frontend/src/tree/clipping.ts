import type { Clipboard } from './clip';
import type { Writing } from './writing';

/** Cutting, copying and pasting branches where one sees them, as the clipboard asks for it. */
export function clipping({ clip, writing }: { clip: Clipboard; writing: Writing }) {
  const writes = (event: Event) => (event.target as HTMLElement).matches('textarea, input');
  const take = (event: ClipboardEvent, text: () => string) => {
    if (writes(event)) return;
    event.clipboardData?.setData('text/plain', text());
    event.preventDefault();
  };
  return {
    writes,
    copy: (event: ClipboardEvent) => take(event, () => clip.copy()),
    cut: (event: ClipboardEvent) => take(event, () => clip.cut()),
    paste: (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (writes(event) && !clip.isOutline(text)) return;
      event.preventDefault();
      writing.leave();
      clip.paste(text);
    },
    /** Items have no text selection, so WebKit asks before it says copy, cut or paste. */
    allow: (tree: HTMLElement) => {
      for (const type of ['beforecopy', 'beforecut', 'beforepaste'])
        tree.addEventListener(type, (event) => {
          if (!writes(event)) event.preventDefault();
        });
    },
  };
}
