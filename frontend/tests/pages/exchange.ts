import type { Locator, Page } from 'playwright-core';
import type { Home } from '../house/home';
import { Palette } from './palette';

/** What comes from other programs and goes to them. */
export class Exchange {
  readonly #palette: Palette;

  constructor(
    readonly page: Page,
    readonly home: Home,
  ) {
    this.#palette = new Palette(page);
  }

  /** What a file would bring. */
  preview(name: string): Locator {
    return this.page.getByRole('dialog', { name: `Bring in ${name}`, exact: true });
  }

  /** The items that it shows, each as one line. */
  lines(name: string): Promise<string[]> {
    return this.preview(name).locator('ol li').allInnerTexts();
  }

  /** Chooses a file to be brought in. */
  choose(path: string): Promise<void> {
    return this.#run('Import a file', path);
  }

  /** Writes what is named there: "the plan as mind map". */
  export(what: string, path: string): Promise<void> {
    return this.#run(`Export ${what}`, path);
  }

  /** Runs a command whose dialog is answered with a path. */
  async #run(command: string, path: string): Promise<void> {
    this.home.answer(path);
    await this.#palette.ask(`> ${command}`);
    await this.page.keyboard.press('Enter');
  }
}
