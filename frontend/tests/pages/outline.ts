import type { Locator, Page } from 'playwright-core';

/** The outline, as a hand and an eye meet it. */
export class Outline {
  readonly tree: Locator;

  constructor(readonly page: Page) {
    this.tree = page.getByRole('tree');
  }

  /** The row of an item, also while it is being written. */
  row(title: string): Locator {
    const words = this.page.locator('[data-words]').getByText(title, { exact: true });
    const written = this.page.locator(`[data-text=${JSON.stringify(title)}]`);
    return this.page.getByRole('treeitem').filter({ has: words.or(written) });
  }

  /** The rows in sight from top to bottom, as indented lines of kind and title. */
  async rows(): Promise<string[]> {
    return this.page.getByRole('treeitem').evaluateAll((rows) =>
      rows
        .map((row) => ({ row, top: row.getBoundingClientRect().top }))
        .sort((a, b) => a.top - b.top)
        .map(({ row }) => {
          const level = Number(row.getAttribute('aria-level'));
          const words =
            row.querySelector('[data-words]')?.textContent ??
            '▏' + (row.querySelector('textarea')?.value ?? '');
          const laid = row.querySelector('[role=checkbox][aria-checked=true]') ? ' ✓' : '';
          return '  '.repeat(level - 1) + `${row.classList[1] ?? ''}: ${words}${laid}`;
        }),
    );
  }

  /** The title of the one row that is picked. */
  async active(): Promise<string> {
    return this.tree.locator('[aria-selected=true] [data-words]').innerText();
  }

  /** Picks a row by a press beside its words. */
  async pick(title: string, modifiers: ('ControlOrMeta' | 'Shift')[] = []): Promise<void> {
    await this.row(title).click({ modifiers, position: await this.#beside(title) });
  }

  /** Presses where there is nothing, which leaves whatever was being written. */
  async leave(): Promise<void> {
    await this.page.locator('.bar').click({ position: { x: 2, y: 2 } });
  }

  /** Opens the menu of a row and chooses from it, and from the menu behind that. */
  async choose(title: string, ...entries: string[]): Promise<void> {
    await this.row(title).click({ button: 'right', position: await this.#beside(title) });
    for (const entry of entries)
      await this.page.getByRole('menu').getByText(entry, { exact: true }).click();
  }

  /** The button of the line being written that says its kind. */
  get #newKind(): Locator {
    return this.tree.locator('[data-tip="What the new line is to be"]');
  }

  /** What the line being written is to be, as its end says. */
  kindOfNew(): Promise<string> {
    return this.#newKind.innerText();
  }

  /** Makes the line being written something else by its menu; the caret comes back to it. */
  async makeNew(kind: string): Promise<void> {
    await this.#newKind.click();
    await this.page.getByRole('menuitemradio', { name: kind }).click();
    await this.#newKind.filter({ hasText: kind }).waitFor();
    await this.tree.locator('textarea:focus').waitFor();
  }

  /** A spot of the row where there are no words. */
  async #beside(title: string): Promise<Point> {
    const { width, height } = (await this.row(title).boundingBox())!;
    return { x: width * 0.6, y: height / 2 };
  }

  /** Lays the stone of a step, or takes it up. */
  async toggle(title: string): Promise<void> {
    await this.row(title).getByRole('checkbox').click();
  }

  /** What a plan without anything in it says: its sentence, and what its first line is like. */
  async question(): Promise<[string, string]> {
    const sentence = await this.page.locator('.outline .sentence').innerText();
    return [sentence, (await this.firstLine.getAttribute('placeholder')) ?? ''];
  }

  /** The line that a plan without anything begins with. */
  get firstLine(): Locator {
    return this.page.getByRole('textbox', { name: 'The first line' });
  }

  /**
   * Writes lines, two spaces a level, from the row or first line that is being
   * written: Enter, then Tab or Shift+Tab to the level, then the words.
   */
  async write(lines: readonly string[]): Promise<void> {
    let level = 0;
    for (const [i, line] of lines.entries()) {
      const words = line.trimStart();
      const to = (line.length - words.length) / 2;
      if (i > 0) await this.page.keyboard.press('Enter');
      if (i === 1) level = 1; // after the first vision the program goes one level in by itself
      for (; level < to; level++) await this.page.keyboard.press('Tab');
      for (; level > to; level--) await this.page.keyboard.press('Shift+Tab');
      await this.page.keyboard.type(words);
    }
    await this.page.keyboard.press('Escape');
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Pastes a text as it comes from elsewhere. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await this.page.keyboard.press('Control+v');
  }

  /** Where a drag takes hold of a row, and where it lets go: right below another row, that many levels further in. */
  async dragPoints(title: string, below: string, levels = 0): Promise<[Point, Point]> {
    const from = (await this.row(title).boundingBox())!;
    const to = (await this.row(below).boundingBox())!;
    const start = { x: from.x + from.width * 0.6, y: from.y + from.height / 2 };
    return [start, { x: start.x + levels * LEVEL, y: to.y + to.height - 3 }];
  }

  /** Drags a row with the mouse. */
  async drag(title: string, below: string, levels = 0): Promise<void> {
    await this.#carry(await this.dragPoints(title, below, levels));
  }

  /** Drags a row with the mouse onto the middle of another one. */
  async dragInto(title: string, into: string): Promise<void> {
    const [from] = await this.dragPoints(title, into);
    const { y, height } = (await this.row(into).boundingBox())!;
    await this.#carry([from, { x: from.x, y: y + height / 2 }]);
  }

  async #carry([from, to]: [Point, Point]): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: 6 });
    await this.page.mouse.up();
  }
}

export interface Point {
  x: number;
  y: number;
}

/** How far in a level lies, in px at the usual text size. */
const LEVEL = 24;
