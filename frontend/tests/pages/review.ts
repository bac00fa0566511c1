import type { Locator, Page } from 'playwright-core';

/** The walk through the week, led by keyboard alone. */
export class Review {
  readonly dialog: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'The week' });
  }

  /** Begins it, or goes on with it, and waits for a page. */
  async open(title: string): Promise<void> {
    await this.page.keyboard.press('Control+Alt+w');
    await this.on(title);
  }

  /** Waits until one stands before a page. */
  async on(title: string): Promise<void> {
    await this.dialog.getByRole('heading', { level: 3, name: title }).waitFor();
    await this.page.waitForFunction(
      (words) => document.activeElement?.textContent === words,
      title,
    );
  }

  /** Goes on to the page that comes next. */
  async forth(title: string): Promise<void> {
    await this.page.keyboard.press('Control+Enter');
    await this.on(title);
  }

  /** Walks by Tab to a button of a line and presses it. */
  async act(name: string): Promise<void> {
    const button = this.dialog.getByRole('button', { name, exact: true });
    for (let i = 0; i < 40; i++) {
      if (await button.evaluate((one) => one === document.activeElement)) break;
      await this.page.keyboard.press('Tab');
    }
    await this.page.keyboard.press('Enter');
  }

  /** Answers the question that a button asks. */
  async answer(name: string, words: string): Promise<void> {
    await this.act(name);
    await this.dialog.getByRole('textbox').waitFor();
    await this.page.keyboard.type(words);
    await this.page.keyboard.press('Enter');
  }
}
