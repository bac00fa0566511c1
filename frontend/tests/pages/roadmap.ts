import type { Locator, Page } from 'playwright-core';
import type { Home } from '../house/home';
import { Palette } from './palette';

/** The plan on one page. */
export class Roadmap {
  readonly dialog: Locator;
  readonly picture: Locator;

  constructor(
    readonly page: Page,
    readonly home: Home,
  ) {
    this.dialog = page.getByRole('dialog', { name: 'Roadmap', exact: true });
    this.picture = this.dialog.getByRole('img', { name: /^The roadmap of/ });
  }

  async open(): Promise<void> {
    await new Palette(this.page).ask('> Roadmap');
    await this.page.keyboard.press('Enter');
    await this.picture.waitFor();
  }

  /** Saves it by keyboard, and answers the system's dialog with a path. */
  async save(format: 'PNG' | 'SVG' | 'PDF', path: string): Promise<void> {
    this.home.answer(path);
    await this.dialog.getByRole('button', { name: `Save as ${format}` }).press('Enter');
  }
}
