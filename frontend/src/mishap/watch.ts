/**
 * Tells of every error in the page that nobody caught, whether it was thrown
 * at once or in a promise. What the browser itself refuses (a clipboard that
 * may not be read), what it only remarks (a size that was measured late) and
 * what the scripts of Wails stumble over by themselves break nothing of ours.
 */
export function watch(page: EventTarget, broke: (thrown: unknown) => void): void {
  const tell = (thrown: unknown) => {
    if (!(thrown instanceof DOMException || isOfWails(thrown))) broke(thrown);
  };
  page.addEventListener('error', (event) => {
    if (event instanceof ErrorEvent && event.error instanceof Error) tell(event.error);
  });
  page.addEventListener('unhandledrejection', (event) => {
    tell((event as PromiseRejectionEvent).reason);
  });
}

/** True when the place where it was thrown, the first of the stack, lies in a script of Wails. */
function isOfWails(thrown: unknown): boolean {
  const stack = thrown instanceof Error ? (thrown.stack ?? '').replace(thrown.message, '') : '';
  const [place = ''] = /\S+\.(?:js|ts|svelte)\b/.exec(stack) ?? [];
  return /\/wails\/(?:ipc|runtime)\.js$/.test(place);
}
