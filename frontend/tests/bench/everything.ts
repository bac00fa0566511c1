import type { Page } from 'playwright-core';

/**
 * The other contestant: the same rows, drawn by the same styles, all of them in
 * the document at once, as an outline without a window would have them. A few
 * keys do by hand what the outline does: nothing is saved, nothing is worked
 * out, so it stands for the least that any such outline costs.
 */
export async function drawEverything(page: Page, titles: readonly string[]): Promise<void> {
  await page.evaluate((titles) => {
    const model = document.querySelector<HTMLElement>('.row.step');
    const surface = document.querySelector<HTMLElement>('.surface');
    if (!model || !surface) throw new Error('there is no step to copy');
    const rows = document.createElement('div');
    rows.className = 'rows';
    rows.tabIndex = 0;
    for (const title of titles) {
      const row = model.cloneNode(true) as HTMLElement;
      row.style.position = 'relative';
      row.style.top = '0';
      const words = row.querySelector('[data-words]');
      if (words) words.textContent = title;
      rows.append(row);
    }
    rows.addEventListener('keydown', (event) => {
      const row = rows.children[2000];
      const stone = row?.querySelector('.stone');
      if (event.key === 'ArrowDown') row?.toggleAttribute('aria-selected');
      if (event.key === ' ') stone?.setAttribute('data-s', 'done');
      if (event.key === 'Enter') row?.after(model.cloneNode(true));
      event.preventDefault();
    });
    surface.replaceChildren(rows);
    rows.focus();
  }, titles);
}
