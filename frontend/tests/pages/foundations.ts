import type { Locator, Page } from 'playwright-core';

/** What a plan stands on, as a hand meets it. */
export class Foundations {
  readonly view: Locator;

  constructor(readonly page: Page) {
    this.view = page.getByRole('region', { name: 'Ground' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: /^Ground/ }).click();
    await this.view.waitFor();
  }

  /** Turns to a page by its name in the list. */
  async turn(name: string): Promise<void> {
    const pages = this.view.getByRole('navigation', { name: 'Pages of the ground' });
    await pages.getByRole('button', { name }).click();
  }

  /** The card that is to be sorted. */
  get card(): Locator {
    return this.view.locator('.card');
  }

  /** A pile of the sort, where cards are put. */
  pile(name: string): Locator {
    return this.view.locator('[data-pile]').filter({ hasText: name }).first();
  }

  /** The lines of a list, in their order. */
  lines(list: string): Locator {
    return this.view.getByRole('list', { name: list, exact: true }).locator('[data-id]');
  }
}
