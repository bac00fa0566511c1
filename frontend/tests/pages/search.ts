import type { Locator, Page } from 'playwright-core';

/** The search at the side. */
export class Search {
  readonly side: Locator;
  readonly field: Locator;
  /** How much was found, in words. */
  readonly count: Locator;

  constructor(readonly page: Page) {
    this.side = page.getByRole('complementary', { name: 'Search', exact: true });
    this.field = this.side.getByRole('combobox');
    this.count = this.side.getByRole('status');
  }

  /** Calls it by its keys and asks for something. */
  async ask(words: string): Promise<void> {
    await this.page.keyboard.press('Control+Shift+F');
    await this.field.and(this.page.locator(':focus')).waitFor();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(words);
  }

  /** The titles of what was found, in their order. */
  get found(): Promise<string[]> {
    return this.side.locator('[role=option] .title').allInnerTexts();
  }

  /** The headings of what was found. */
  get heads(): Promise<string[]> {
    return this.side.locator('.head').allInnerTexts();
  }
}
