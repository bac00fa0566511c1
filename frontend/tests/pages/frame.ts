import type { Locator, Page } from 'playwright-core';

/** The frame: the rail, the compass line, the notice at the foot, and what stands at the side. */
export class Frame {
  readonly rail: Locator;
  readonly compass: Locator;
  readonly undo: Locator;
  readonly redo: Locator;

  constructor(readonly page: Page) {
    this.rail = page.getByRole('navigation', { name: 'Views' });
    this.compass = page.getByRole('banner').getByRole('button', { name: /^Vision: / });
    const tools = page.getByRole('toolbar', { name: 'Tools' });
    this.undo = tools.getByRole('button').nth(0);
    this.redo = tools.getByRole('button').nth(1);
  }

  /** What can stand at the side of the plan. */
  side(name: Side): Locator {
    return this.page.getByRole('complementary', { name, exact: true });
  }

  /** Opens or closes a side. */
  async toggle(side: Side): Promise<void> {
    const tools = this.page.getByRole('toolbar', { name: 'Tools' });
    await (side === 'Details' ? tools : this.rail)
      .getByRole('button', { name: side, exact: true })
      .click();
  }

  /** The button of a view in the rail. */
  stop(view: ViewName): Locator {
    return this.rail.getByRole('button', { name: view, exact: true });
  }

  /** Opens a view from the rail. */
  async open(view: ViewName): Promise<void> {
    await this.stop(view).click();
  }

  /** The view that the rail says is open. */
  get view(): Promise<string> {
    return this.rail.locator('[aria-current=page]').innerText();
  }

  /** The view itself. */
  area(view: ViewName): Locator {
    return this.page.getByRole('main').getByRole('region', { name: view, exact: true });
  }

  /** The bar that says what alone is shown. */
  get focus(): Locator {
    return this.page.getByRole('navigation', { name: 'In focus' });
  }

  /** What the notice at the foot says. */
  get notice(): Locator {
    return this.page.locator('.notice .words');
  }

  /** Takes back what the notice tells of. */
  async undoNotice(): Promise<void> {
    await this.page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
  }

  /** Takes what the notice offers. */
  async take(offer: string): Promise<void> {
    await this.page.locator('.notice').getByRole('button', { name: offer }).click();
  }

  /** Opens the menu of the plan's name and chooses from it. */
  async choosePlan(entry: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Plans: / }).click();
    await this.page.getByRole('menu').getByText(entry, { exact: true }).click();
  }
}

export type ViewName = 'Outline' | 'Board';
export type Side = 'Ideas' | 'Trash' | 'Details';
