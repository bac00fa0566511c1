import type { Locator, Page } from 'playwright-core';

/** A check-in, done by keyboard alone. */
export class Checkin {
  readonly page: Page;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'How is it going?' });
  }

  /** Opens that of the plan shown, by its keys. */
  async open(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+I');
    await this.ready();
  }

  /** Until the first field has the keyboard. */
  async ready(): Promise<void> {
    await this.dialog.locator('input:focus, textarea:focus').waitFor();
  }

  /** Goes on with Tab until a field has the keyboard. */
  async to(field: Locator): Promise<void> {
    for (let i = 0; i < 60; i++) {
      if (await field.evaluate((one) => one === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error('the keyboard does not come there');
  }

  /** So much, on a ruler, by its figure. */
  async rate(ruler: string, value: number): Promise<void> {
    await this.to(this.dialog.getByRole('group', { name: ruler }).getByRole('radio').first());
    await this.page.keyboard.press(String(value));
  }

  /** A few words in a field. */
  async write(label: string, words: string): Promise<void> {
    await this.to(this.dialog.getByLabel(label, { exact: true }));
    await this.page.keyboard.type(words);
  }

  /** How it ends: so many arrow keys below the first way, which is to keep on. */
  async end(below: number): Promise<void> {
    await this.to(this.dialog.getByRole('radio', { name: /^Keep/ }));
    await this.page.keyboard.press('Space');
    for (let i = 0; i < below; i++) await this.page.keyboard.press('ArrowDown');
  }

  async keep(): Promise<void> {
    await this.page.keyboard.press('Control+Enter');
    await this.dialog.waitFor({ state: 'detached' });
  }
}
