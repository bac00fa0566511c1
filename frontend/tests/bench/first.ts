import type { Browser, Page } from 'playwright-core';

/** Opens a window on a page that marks when the first element of this kind is painted. */
export async function openMarked(browser: Browser, url: string, css: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript((css) => {
    const seen = new MutationObserver(() => {
      if (!document.querySelector(css)) return;
      seen.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => performance.mark('first painted');
        port2.postMessage(0);
      });
    });
    seen.observe(document, { childList: true, subtree: true });
  }, css);
  await page.goto(url);
  return page;
}

/** How long after asking for the page its first element of that kind was painted, in ms. */
export async function firstPainted(page: Page): Promise<number> {
  await page.waitForFunction(() => performance.getEntriesByName('first painted').length > 0);
  return page.evaluate(() => performance.getEntriesByName('first painted')[0]?.startTime ?? NaN);
}
