import type { Locator, Page } from 'playwright-core';
import type { Home } from '../house/home';
import { Palette } from './palette';

/** A client who leaves in a vault of their own and comes back, led by keyboard alone. */
export class HandOver {
  readonly #palette: Palette;

  constructor(
    readonly page: Page,
    readonly home: Home,
  ) {
    this.#palette = new Palette(page);
  }

  /** What leaves and what does not. */
  get leaving(): Locator {
    return this.page.getByRole('dialog', { name: /^Hand over / });
  }

  /** What came back. */
  get back(): Locator {
    return this.page.getByRole('dialog', { name: /^Take back / });
  }

  /** What both sides changed differently. */
  differing(title: string): Locator {
    return this.back.getByRole('group', { name: title });
  }

  /** Asks what leaves; it does with the button of the dialog. */
  async askToLeave(): Promise<void> {
    await this.#run('Hand over');
    await this.leaving.waitFor();
  }

  async leave(path: string): Promise<void> {
    this.home.answer(path);
    await this.leaving.getByRole('button', { name: 'Choose where…' }).press('Enter');
    await this.leaving.waitFor({ state: 'detached' });
  }

  /** Looks at a vault that came back. */
  async look(path: string): Promise<void> {
    this.home.answer(path);
    await this.#run('Take back');
  }

  async take(): Promise<void> {
    await this.back.getByRole('button', { name: 'Take back', exact: true }).press('Enter');
    await this.back.waitFor({ state: 'detached' });
  }

  /** What a bundle would bring in. */
  get bundle(): Locator {
    return this.page.getByRole('dialog', { name: /^Bring in / });
  }

  /** What was changed in it and here. */
  changedInBoth(title: string): Locator {
    return this.bundle.getByRole('group', { name: title });
  }

  /** Looks into a bundle. */
  async lookIn(path: string): Promise<void> {
    this.home.answer(path);
    await this.#run('Bring in everything');
  }

  async bringIn(): Promise<void> {
    await this.bundle.getByRole('button', { name: 'Bring in', exact: true }).press('Enter');
    await this.bundle.waitFor({ state: 'detached' });
  }

  async #run(command: string): Promise<void> {
    await this.#palette.ask(`> ${command}`);
    await this.#palette.line(command).waitFor();
    await this.page.keyboard.press('Enter');
  }
}
