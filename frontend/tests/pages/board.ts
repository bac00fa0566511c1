import type { Locator, Page } from 'playwright-core';
import type { Point } from './outline';

/** The board, as a hand and an eye meet it. */
export class Board {
  readonly view: Locator;

  constructor(readonly page: Page) {
    this.view = page.getByRole('region', { name: 'Board', exact: true });
  }

  /** Goes to the board by its place in the rail. */
  async open(): Promise<void> {
    const rail = this.page.getByRole('navigation', { name: 'Views' });
    await rail.getByRole('button', { name: 'Board', exact: true }).click();
    await this.view.waitFor();
  }

  /** A column by its name. */
  column(name: string): Locator {
    return this.view.getByRole('group', { name, exact: true });
  }

  /** The card of a step. */
  card(title: string): Locator {
    const words = this.page.locator('[data-words]').getByText(title, { exact: true });
    return this.view.locator('[data-card]').filter({ has: words });
  }

  /** The names of the columns from left to right. */
  async columns(): Promise<string[]> {
    return this.view.getByRole('heading', { level: 2 }).allInnerTexts();
  }

  /** The cards in sight of a column, from top to bottom; a laid one ends in ✓. */
  async cards(column: string): Promise<string[]> {
    return this.column(column)
      .locator('[data-card]')
      .evaluateAll((cards) =>
        cards
          .map((card) => ({ card, at: Number(card.getAttribute('aria-rowindex')) }))
          .sort((a, b) => a.at - b.at)
          .map(({ card }) => {
            const words = card.querySelector('[data-words]')?.textContent ?? '';
            return words + (card.getAttribute('data-s') === 'done' ? ' ✓' : '');
          }),
      );
  }

  /** The title of the one card that is picked. */
  async active(): Promise<string> {
    return this.view.locator('[aria-selected=true] [data-words]').innerText();
  }

  /** What the board says to those who do not see it. */
  async said(): Promise<string> {
    return (await this.view.locator('[aria-live]').innerText()).replace('\u200b', '');
  }

  /** The strip of a folded column. */
  strip(column: string): Locator {
    return this.column(column).getByRole('button', { expanded: false });
  }

  /** A kept filter, to be pressed. */
  kept(name: string): Locator {
    return this.view
      .getByRole('group', { name: 'Kept filters' })
      .getByRole('button', { name, exact: true });
  }

  /** Opens the menu of a card and chooses from it, and from the menu behind that. */
  async choose(title: string, ...entries: string[]): Promise<void> {
    await this.card(title).click({ button: 'right' });
    await this.#chooseEach(entries);
  }

  /** Opens the menu of a column and chooses from it. */
  async chooseColumn(column: string, ...entries: string[]): Promise<void> {
    await this.view.getByRole('button', { name: `More about the column ${column}` }).click();
    await this.#chooseEach(entries);
  }

  /** Groups the cards by something, or by "none". */
  async group(by: string): Promise<void> {
    await this.view.getByRole('button', { name: /^Group: / }).click();
    await this.#chooseEach([by]);
  }

  /** Chooses from the menu that is open. */
  async chooseOpen(...entries: string[]): Promise<void> {
    await this.#chooseEach(entries);
  }

  /** Adds steps at the foot of a column, one after the other. */
  async add(column: string, ...titles: string[]): Promise<void> {
    await this.column(column).getByRole('button', { name: 'Add a step' }).click();
    for (const title of titles) {
      await this.page.keyboard.type(title);
      await this.page.keyboard.press('Enter');
    }
    await this.page.keyboard.press('Escape');
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Where a drag takes hold of a card, and where it lets go: below the cards of a column. */
  async dragPoints(title: string, column: string): Promise<[Point, Point]> {
    const from = (await this.card(title).boundingBox())!;
    const foot = (await this.column(column).locator('[data-foot]').boundingBox())!;
    const start = { x: from.x + from.width * 0.7, y: from.y + from.height / 2 };
    return [start, { x: foot.x + foot.width * 0.7, y: foot.y + foot.height / 2 }];
  }

  /** Drags a card to the end of a column with the mouse; held = before it lets go. */
  async drag(title: string, column: string, held?: () => Promise<void>): Promise<void> {
    const [from, to] = await this.dragPoints(title, column);
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: 8 });
    await held?.();
    await this.page.mouse.up();
  }

  async #chooseEach(entries: readonly string[]): Promise<void> {
    for (const entry of entries)
      await this.page.getByRole('menu').getByText(entry, { exact: true }).click();
  }
}
