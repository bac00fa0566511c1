/**
 * Keeps the page where it is: a click on any link goes to the link filter in
 * Go, and nothing dropped on the window can open in its place. (The policy
 * header forbids frames and forms; nothing here calls window.open.)
 */
export function guard(page: Document, follow: (href: string) => void): void {
  const click = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!link) return;
    event.preventDefault();
    follow(link.getAttribute('href') ?? '');
  };
  page.addEventListener('click', click);
  page.addEventListener('auxclick', click);
  page.addEventListener('dragover', refuseDrop);
  page.addEventListener('drop', refuseDrop);
  page.addEventListener('submit', (event) => event.preventDefault());
}

/** Words may be dropped into a field; files and links nowhere. */
function refuseDrop(event: DragEvent): void {
  const kinds = [...(event.dataTransfer?.types ?? [])];
  const words = kinds.length > 0 && kinds.every((kind) => kind.startsWith('text/'));
  const link = kinds.includes('text/uri-list');
  if (!words || link || !inField(event.target)) event.preventDefault();
}

function inField(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea');
}
