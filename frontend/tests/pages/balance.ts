import type { Locator, Page } from 'playwright-core';

/** The Balance view, led by keyboard alone. */
export class Balance {
  readonly view: Locator;
  readonly sentence: Locator;

  constructor(readonly page: Page) {
    this.view = page.getByRole('region', { name: 'Balance', exact: true });
    this.sentence = this.view.locator('.says');
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+9');
    await this.view.getByRole('button', { name: 'How it goes' }).waitFor();
  }

  /** Goes to one of its pages. */
  async turn(name: string): Promise<void> {
    const pages = this.view.getByRole('navigation', { name: 'Pages of Balance' });
    await pages.getByRole('button', { name, exact: true }).press('Enter');
  }

  async press(name: string): Promise<void> {
    await this.view.getByRole('button', { name, exact: true }).press('Enter');
  }

  /** Answers a question with a mark from 0 to 10. */
  async rate(question: string, mark: number): Promise<void> {
    const ruler = this.view.getByRole('group', { name: question });
    await ruler.getByRole('radio', { name: String(mark), exact: true }).press('Space');
  }

  /** The mark that reads along a chart. */
  mark(title: string): Locator {
    return this.view.getByRole('slider', { name: `Read along: ${title}`, exact: true });
  }

  /** What the mark reads now, as it is said. */
  async reads(title: string): Promise<string> {
    return (await this.mark(title).getAttribute('aria-valuetext')) ?? '';
  }

  /** The rows of the table beside a chart, opened by keyboard. */
  async table(title: string): Promise<string[]> {
    const chart = this.view.locator('details', {
      has: this.page.locator(`summary[aria-label="As a table: ${title}"]`),
    });
    await chart.locator('summary').press('Enter');
    await chart.locator('tbody tr').first().waitFor();
    const rows = await chart.locator('tbody tr').allInnerTexts();
    return rows.map((row) => row.replace(/\s+/g, ' ').trim());
  }
}
