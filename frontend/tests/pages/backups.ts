import type { Locator, Page } from 'playwright-core';

/** The backups of the vault: in the settings, and where one is brought back. */
export class Backups {
  readonly dialog: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Restore a backup' });
  }

  /** Runs a command by its name, from the palette. */
  async run(name: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.page.keyboard.type(`> ${name}`);
    await this.page.getByRole('option', { name }).first().waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** The backups that can be chosen, the newest first. */
  get choices(): Locator {
    return this.dialog.getByRole('radio');
  }

  async press(name: string): Promise<void> {
    await this.dialog.getByRole('button', { name, exact: true }).click();
  }

  /** Restores the one that is chosen, once one has looked into it. */
  async restore(): Promise<void> {
    await this.press('Restore this backup');
    await this.dialog.waitFor({ state: 'detached', timeout: 60_000 });
  }
}
