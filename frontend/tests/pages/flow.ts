import type { Locator, Page } from 'playwright-core';
import type { App } from '../house/app';
import { vault } from '../house/vault';
import type { Point } from './outline';

/** The flow of a goal or milestone, as a hand meets it. */
export class Flow {
  readonly view: Locator;
  readonly list: Locator;
  /** The field of a title, new or not. */
  readonly field: Locator;

  constructor(readonly page: Page) {
    this.view = page.getByRole('region', { name: 'Flow', exact: true });
    this.list = this.view.getByRole('listbox');
    this.field = this.view.locator('[data-title]');
  }

  async open(): Promise<void> {
    const views = this.page.getByRole('navigation', { name: 'Views' });
    await views.getByRole('button', { name: 'Flow', exact: true }).press('Enter');
    await this.view.waitFor();
  }

  box(title: string): Locator {
    return this.list.getByRole('option', { name: new RegExp(`^${title}, `) });
  }

  /** Waits until the keyboard is on a box. */
  async on(title: string): Promise<void> {
    await this.box(title).and(this.page.locator(':focus')).waitFor();
  }

  /** Presses keys that begin something new, and writes its title. */
  async write(keys: string, title: string): Promise<void> {
    await this.page.keyboard.press(keys);
    await this.field.waitFor();
    await this.page.keyboard.type(title);
    await this.page.keyboard.press('Enter');
    await this.on(title);
  }

  /** The titles of all that is picked, in the order of the page. */
  async picked(): Promise<string[]> {
    const all = await this.list.locator('[aria-selected=true] [data-part=words]').allTextContents();
    return all.map((words) => words.trim());
  }

  /** Draws a frame with Shift from above one box to below another one. */
  async frame(first: string, last: string): Promise<void> {
    const [a, b] = [(await this.box(first).boundingBox())!, (await this.box(last).boundingBox())!];
    await this.page.keyboard.down('Shift');
    await this.drag(
      { x: Math.min(a.x, b.x) - 12, y: Math.min(a.y, b.y) - 40 },
      { x: b.x + b.width - 8, y: Math.max(a.y + a.height, b.y + b.height) + 30 },
    );
    await this.page.keyboard.up('Shift');
  }

  /** From now on it is noted which boxes come to another place so that one sees it, by their titles. */
  async watched(): Promise<() => Promise<string[]>> {
    await this.page.evaluate(() => {
      const { animate } = Element.prototype;
      const came: string[] = [];
      Object.assign(globalThis, { came });
      Element.prototype.animate = function (...how) {
        const flight = animate.apply(this, how);
        const time = Number(flight.effect?.getTiming().duration);
        const words = this.matches('[data-box]') && this.querySelector('[data-part=words]');
        if (words && time > 100) came.push(words.textContent ?? '');
        return flight;
      };
    });
    return () => this.page.evaluate(() => (globalThis as unknown as { came: string[] }).came);
  }

  /** The middle of a box in the window. */
  async middle(title: string): Promise<Point> {
    const { x, y, width, height } = (await this.box(title).boundingBox())!;
    return { x: x + width / 2, y: y + height / 2 };
  }

  /** Half way from one box to the next, where the arrow between them lies. */
  async between(before: string, after: string): Promise<Point> {
    const [a, b] = [
      (await this.box(before).boundingBox())!,
      (await this.box(after).boundingBox())!,
    ];
    return {
      x: (a.x + a.width + b.x) / 2,
      y: (a.y + a.height / 2 + b.y + b.height / 2) / 2,
    };
  }

  /** Shows the whole flow, and waits until it is drawn so. */
  async fit(): Promise<void> {
    await this.page.keyboard.press('0');
    await this.page.evaluate(
      () => new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then))),
    );
  }

  /** Points at the arrow from one box to the next, until what can be done with it is there. */
  async pointAt(before: string, after: string): Promise<void> {
    const { x, y } = await this.between(before, after);
    await this.page.mouse.move(x, y - 60);
    await this.page.mouse.move(x, y, { steps: 4 });
    await this.view.getByRole('button', { name: / “.*” and “.*”$/ }).waitFor();
  }

  /** Drags with the mouse from one point to another. */
  async drag(from: Point, to: Point): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await this.page.mouse.move(to.x, to.y, { steps: 4 });
    await this.page.mouse.up();
  }
}

/** Who waits for whom, as the vault has it: "B after A", in the order of the alphabet. */
export async function waits(app: App): Promise<string[]> {
  const { items, links } = await vault(app);
  const title = (id: string) => items.find((item) => item.id === id)?.title ?? '';
  return links
    .filter(({ kind, fromId, toId }) => kind === 'after' && title(fromId) && title(toId))
    .map(({ fromId, toId }) => `${title(fromId)} after ${title(toId)}`)
    .sort();
}
