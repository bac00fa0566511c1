import type { Locator, Page } from 'playwright-core';

/** What the Action Lens shows, as a hand and an eye meet it. */
export class Lens {
  readonly chip: Locator;
  /** What can be done about a line. */
  readonly repairs: Locator;
  /** The steps below a line, asked for one by one. */
  readonly hows: Locator;
  /** The walk through all lines that are worth a look. */
  readonly review: Locator;

  constructor(readonly page: Page) {
    this.chip = page.locator('[data-lens]');
    this.repairs = page.getByRole('dialog', { name: 'What the lens asks' });
    this.hows = page.getByRole('dialog', { name: 'How?', exact: true });
    this.review = page.getByRole('dialog', { name: 'Where are the hows?' });
  }

  /** Opens by key what can be done about the line in hand, once the lens has read it. */
  async ask(): Promise<void> {
    await this.chip.first().waitFor();
    await this.page.keyboard.press('Control+l');
    await this.repairs.waitFor();
  }

  /** Writes steps where they are asked for, and has enough of them. */
  async steps(...titles: string[]): Promise<void> {
    await this.hows.waitFor();
    for (const title of titles) {
      await this.page.keyboard.type(title);
      await this.page.keyboard.press('Enter');
      await this.hows.getByText(title, { exact: true }).waitFor();
    }
    await this.page.keyboard.press('Enter');
    await this.hows.waitFor({ state: 'detached' });
  }
}
