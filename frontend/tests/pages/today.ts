import type { Locator, Page } from 'playwright-core';

/** The day, as a hand meets it. */
export class Today {
  readonly view: Locator;

  constructor(readonly page: Page) {
    this.view = page.getByRole('region', { name: 'Today' });
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+3');
    await this.view.waitFor();
  }

  /** The steps that were chosen, in their order. */
  async chosen(): Promise<string[]> {
    return this.view.locator('article [data-step]').allInnerTexts();
  }

  async press(name: string): Promise<void> {
    await this.view.getByRole('button', { name, exact: true }).first().click();
  }
}
