import type { Page } from 'playwright-core';

/** The filter of a view, as a hand meets it. */
export class Filter {
  constructor(readonly page: Page) {}

  /** Chooses from one of its drop-downs. */
  async choose(list: string, option: string): Promise<void> {
    await this.page
      .getByRole('search')
      .getByRole('button', { name: new RegExp(`^${list}: `) })
      .click();
    await this.page.getByRole('menuitemradio', { name: option, exact: true }).click();
  }
}
