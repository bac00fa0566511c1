import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions, Spec } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What lies over the page for a moment, as dialogs do, belongs to no part of it. */
const OVER_THE_PAGE = 'dialog, [role=dialog], [role=alertdialog], [role=menu], [role=tooltip], svg';

/**
 * What stands between somebody and what is on the screen: a line for each
 * fault, none when all is well. By night only what the colours change is
 * looked at again.
 */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(source);
  await page.evaluate((matcher) => {
    const checks = [{ id: 'region', options: { regionMatcher: matcher } }];
    (globalThis as unknown as Axe).axe.configure({ checks });
  }, OVER_THE_PAGE);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
    const rules = colorScheme === 'light' ? {} : { runOnly: ['color-contrast'] };
    const { violations } = await page.evaluate(
      (options) => (globalThis as unknown as Axe).axe.run(document, options),
      rules,
    );
    for (const { id, nodes } of violations) {
      found.push(
        ...nodes.map(
          (node) => `${colorScheme} ${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`,
        ),
      );
    }
  }
  return found;
}

interface Axe {
  axe: {
    configure(spec: Spec): void;
    run(where: Document, options: RunOptions): Promise<AxeResults>;
  };
}
