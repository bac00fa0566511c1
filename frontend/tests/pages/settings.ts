import type { Locator, Page } from 'playwright-core';

/** The settings of this computer. */
export class Settings {
  readonly dialog: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Settings' });
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+,');
    await this.dialog.waitFor();
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.dialog.waitFor({ state: 'detached' });
  }

  async look(name: 'As the system' | 'Light' | 'Dark'): Promise<void> {
    await this.dialog.getByRole('button', { name, exact: true }).click();
  }

  get spelling(): Locator {
    return this.dialog.getByRole('checkbox', { name: /dictionary/ });
  }

  /** The colours that hold now. */
  get theme(): Promise<string | null> {
    return this.page.locator('html').getAttribute('data-theme');
  }

  /** The size of all text, in percent. */
  get zoom(): Promise<number> {
    return this.page.evaluate(() =>
      Math.round(parseFloat(getComputedStyle(document.documentElement).fontSize) / 0.16),
    );
  }
}
