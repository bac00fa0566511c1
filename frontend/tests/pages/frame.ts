import type { Locator, Page } from 'playwright-core';

/** The frame: the top line, the notice at the foot, and what stands at the side. */
export class Frame {
  readonly undo: Locator;
  readonly redo: Locator;

  constructor(readonly page: Page) {
    const tools = page.getByRole('toolbar', { name: 'Tools' });
    this.undo = tools.getByRole('button').nth(0);
    this.redo = tools.getByRole('button').nth(1);
  }

  /** What can stand at the side of the plan. */
  side(name: Side): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** Opens or closes a side. */
  async toggle(side: Side): Promise<void> {
    await this.page.getByRole('toolbar').getByRole('button', { name: side, exact: true }).click();
  }

  /** What the notice at the foot says. */
  get notice(): Locator {
    return this.page.locator('.notice .words');
  }

  /** Takes back what the notice tells of. */
  async undoNotice(): Promise<void> {
    await this.page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
  }

  /** Opens the menu of the plan's name and chooses from it. */
  async choosePlan(entry: string): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { expanded: false }).first().click();
    await this.page.getByRole('menu').getByText(entry, { exact: true }).click();
  }
}

export type Side = 'Ideas' | 'Trash' | 'Details';
