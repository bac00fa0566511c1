import type { Locator, Page } from 'playwright-core';

/** The details of what is picked, at the side of the plan. */
export class Details {
  readonly panel: Locator;

  constructor(readonly page: Page) {
    this.panel = page.getByRole('complementary', { name: 'Details', exact: true });
  }

  field(name: string): Locator {
    return this.panel.getByRole('textbox', { name, exact: true });
  }

  /** Writes into a field and leaves it. */
  async write(name: string, text: string): Promise<void> {
    const field = this.field(name);
    await field.fill(text);
    await field.blur();
  }

  /** Hangs a tag on what is picked. */
  async tag(name: string): Promise<void> {
    const field = this.panel.getByRole('combobox', { name: 'Add a tag' });
    await field.fill(name);
    await field.press('Enter');
  }

  async state(name: string): Promise<void> {
    await this.panel.getByRole('button', { name, exact: true }).click();
  }

  /** The kind that the panel names. */
  get kind(): Promise<string> {
    return this.panel.locator('header [aria-haspopup=menu]').first().innerText();
  }

  async choose(button: string | RegExp, entry: string): Promise<void> {
    await this.panel.getByRole('button', { name: button }).click();
    await this.page.getByRole('menu').getByText(entry, { exact: true }).click();
  }
}
