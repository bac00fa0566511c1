import type { Locator, Page } from 'playwright-core';
import type { Home } from '../house/home';
import { Palette } from './palette';

/** The map as a picture. */
export class MapPicture {
  readonly dialog: Locator;
  readonly picture: Locator;

  constructor(
    readonly page: Page,
    readonly home: Home,
  ) {
    this.dialog = page.getByRole('dialog', { name: 'The map as a picture', exact: true });
    this.picture = this.dialog.getByRole('img', { name: /^The mind map of/ });
  }

  async open(): Promise<void> {
    await new Palette(this.page).ask('> Save the map');
    await this.page.keyboard.press('Enter');
    await this.picture.waitFor();
  }

  /** Draws it another way, by keyboard. */
  async draw(way: string): Promise<void> {
    await this.dialog.getByRole('button', { name: way, exact: true }).press('Enter');
  }

  /** Saves it by keyboard, and answers the system's dialog with a path. */
  async save(format: 'PNG' | 'SVG' | 'PDF', path: string): Promise<void> {
    this.home.answer(path);
    await this.dialog.getByRole('button', { name: `Save as ${format}` }).press('Enter');
  }
}
