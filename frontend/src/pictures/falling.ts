import type { Coming } from './coming.svelte';

/**
 * Brings in pictures that are pasted into the page, and, where there is no window
 * of our own that hears of it first, files that are dropped on it.
 */
export function hearFiles(page: Document, coming: Coming, windowed: () => boolean): void {
  page.addEventListener('paste', (event) => {
    const files = filesOf(event.clipboardData);
    if (hasWords(event.clipboardData) || !coming.offer(files, null)) return;
    event.preventDefault();
  });
  page.addEventListener('dragover', (event) => {
    if (event.dataTransfer && hasFiles(event.dataTransfer))
      event.dataTransfer.dropEffect = coming.wanted ? 'copy' : 'none';
  });
  page.addEventListener('drop', (event) => {
    if (windowed()) return;
    coming.offer(filesOf(event.dataTransfer), { x: event.clientX, y: event.clientY });
  });
}

function filesOf(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])];
}

function hasFiles(data: DataTransfer): boolean {
  return [...data.types].includes('Files');
}

/** Words that were copied bring a picture of themselves along, from a spreadsheet for example. */
function hasWords(data: DataTransfer | null): boolean {
  return [...(data?.types ?? [])].includes('text/plain');
}
