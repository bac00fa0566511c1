import type { Locator, Page } from 'playwright-core';

/** Where something lies in the window. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The plan as a mind map, as a hand meets it. */
export class MindMap {
  readonly view: Locator;
  readonly tree: Locator;
  /** The question that stands open at a node. */
  readonly asks: Locator;

  constructor(readonly page: Page) {
    this.view = page.getByRole('region', { name: 'Map', exact: true });
    this.tree = this.view.getByRole('tree');
    this.asks = this.view.getByRole('form');
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+7');
    await this.tree.waitFor();
  }

  /** A node by its title. */
  node(title: string): Locator {
    return this.tree.getByRole('treeitem').filter({ hasText: title });
  }

  /** The title that is being written. */
  get field(): Locator {
    return this.tree.locator('[data-title]');
  }

  /** The node that has the keyboard. */
  get active(): Locator {
    return this.tree.locator('[role=treeitem][tabindex="0"]');
  }

  /** The words of the node that has the keyboard. */
  async activeTitle(): Promise<string> {
    const words = await this.active.locator('[data-words]').textContent();
    return (words ?? '').replaceAll('\n', ' ').trim();
  }

  /** Writes into the title that stands open, and ends it so. */
  async write(title: string, end: 'Enter' | 'Tab' | 'Escape' = 'Escape'): Promise<void> {
    await this.field.waitFor();
    await this.page.keyboard.type(title);
    await this.page.keyboard.press(end);
  }

  async middle(title: string): Promise<Spot> {
    const box = (await this.node(title).boundingBox())!;
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** True where the whole node is to be seen. */
  async inSight(title: string): Promise<boolean> {
    const [ground, box] = [await this.view.boundingBox(), await this.node(title).boundingBox()];
    return (
      ground !== null &&
      box !== null &&
      box.x >= ground.x &&
      box.y >= ground.y &&
      box.x + box.width <= ground.x + ground.width &&
      box.y + box.height <= ground.y + ground.height
    );
  }

  /** Presses a node and draws it to a spot, and lets go there. */
  async drag(title: string, to: Spot): Promise<void> {
    const from = await this.middle(title);
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await this.page.mouse.move(to.x, to.y, { steps: 4 });
    await this.page.mouse.up();
  }
}
