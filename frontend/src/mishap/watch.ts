/**
 * Tells of every error in the page that nobody caught, whether it was thrown
 * at once or in a promise. What the browser itself refuses (a clipboard that
 * may not be read) and what it only remarks (a size that was measured late)
 * break nothing, and neither does a slip in the script that Wails brings along.
 */
export function watch(page: EventTarget, broke: (thrown: unknown) => void): void {
  page.addEventListener('error', (event) => {
    if (!(event instanceof ErrorEvent) || event.filename.includes('/wails/')) return;
    if (event.error instanceof Error) broke(event.error);
  });
  page.addEventListener('unhandledrejection', (event) => {
    const { reason } = event as PromiseRejectionEvent;
    if (!(reason instanceof DOMException)) broke(reason);
  });
}
