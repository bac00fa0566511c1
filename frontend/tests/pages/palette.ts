import type { Locator, Page } from 'playwright-core';

/** The palette: one field for everything. */
export class Palette {
  readonly sheet: Locator;
  readonly field: Locator;

  constructor(readonly page: Page) {
    this.sheet = page.getByRole('dialog', { name: 'Find', exact: true });
    this.field = this.sheet.getByRole('combobox');
  }

  /** Opens it and asks for something. */
  async ask(words: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.page.keyboard.type(words);
  }

  /** The line that is on. */
  get on(): Promise<string> {
    return this.sheet.locator('[aria-selected=true] .words').innerText();
  }

  /** All lines by their words, with the headings of their sections. */
  get lines(): Promise<string[]> {
    return this.sheet.locator('[role=presentation], [role=option] .words').allInnerTexts();
  }

  line(words: string): Locator {
    return this.sheet.getByRole('option').filter({ hasText: words }).first();
  }
}
