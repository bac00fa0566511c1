import type { Locator, Page } from 'playwright-core';

/** A report that is chosen line by line. */
export class Report {
  readonly dialog: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'A report' });
  }

  /** Opens it from the palette, and waits until its page is drawn. */
  async open(): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.page.keyboard.type('> A report');
    await this.page.keyboard.press('Enter');
    await this.dialog.getByRole('img', { name: 'The report as it will look' }).waitFor();
  }

  /** Tells a part or a line, or leaves it out. */
  async tick(words: string): Promise<void> {
    await this.dialog.getByRole('checkbox', { name: words, exact: true }).press('Space');
  }

  async press(name: string): Promise<void> {
    await this.dialog.getByRole('button', { name, exact: true }).press('Enter');
  }

  /** The words on the page as it is shown. */
  async shown(): Promise<string[]> {
    return this.dialog.locator('svg text').allTextContents();
  }
}
