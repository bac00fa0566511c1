import type { Locator, Page } from 'playwright-core';

/** A goal being thought through. */
export class Builder {
  readonly dialog: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Think it through' });
  }

  /** Opens it by key for the goal in hand. */
  async open(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+e');
    await this.dialog.waitFor();
  }

  /** The letters that are said already, by their first signs. */
  async met(): Promise<string> {
    const letters = this.dialog.getByRole('button', { name: /: said$/ });
    return (await letters.allInnerTexts()).join('');
  }

  /** On to the next question, by key. */
  async next(question: string): Promise<void> {
    await this.page.keyboard.press('Control+Enter');
    await this.dialog.getByRole('heading', { name: question }).waitFor();
  }
}
