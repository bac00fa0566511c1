import type { Locator, Page } from 'playwright-core';

/** The plan in time, as a hand meets it. */
export class Timeline {
  readonly view: Locator;

  constructor(readonly page: Page) {
    this.view = page.getByRole('region', { name: 'Timeline' });
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+6');
    await this.view.waitFor();
  }

  bar(title: string): Locator {
    return this.view.locator('[data-bar]').and(this.page.getByLabel(new RegExp(`^${title}, `)));
  }

  /** Drags what is at one place of an element by some px. */
  async drag(element: Locator, from: 'middle' | 'end', x: number): Promise<void> {
    const box = (await element.boundingBox())!;
    const at = {
      x: from === 'end' ? box.x + box.width - 2 : box.x + box.width / 2,
      y: box.y + box.height / 2,
    };
    await this.page.mouse.move(at.x, at.y);
    await this.page.mouse.down();
    await this.page.mouse.move(at.x + x / 2, at.y, { steps: 4 });
    await this.page.mouse.move(at.x + x, at.y, { steps: 4 });
    await this.page.mouse.up();
  }
}
