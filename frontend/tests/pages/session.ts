import type { Locator, Page } from 'playwright-core';

/** A guided session, led by keyboard alone. */
export class Session {
  readonly screen: Locator;

  constructor(readonly page: Page) {
    this.screen = page.getByRole('dialog', { name: 'Guided session' });
  }

  /** Begins one with a deck, by keys. */
  async begin(deck: string): Promise<void> {
    await this.page.keyboard.press('Control+Shift+A');
    const way = this.page.locator('button.way', { hasText: deck }).first();
    await way.waitFor();
    for (let i = 0; i < 30; i++) {
      if (await way.evaluate((one) => one === document.activeElement)) break;
      await this.page.keyboard.press('Tab');
    }
    await this.page.keyboard.press('Enter');
    await this.screen.getByRole('heading', { level: 1 }).waitFor();
  }

  /** Waits for a question. */
  async asks(words: string): Promise<void> {
    await this.screen.getByRole('heading', { level: 1, name: words, exact: true }).waitFor();
  }

  /** Waits until a step is asked about. */
  async of(step: string): Promise<void> {
    await this.screen.locator('.of', { hasText: step }).waitFor();
  }

  /** Says something to a question. */
  async say(question: string, words: string): Promise<void> {
    await this.asks(question);
    await this.page.keyboard.type(words);
    await this.page.keyboard.press('Enter');
  }

  /** So much, on the ruler. */
  async rate(question: string, value: number): Promise<void> {
    await this.asks(question);
    await this.page.keyboard.press('Space'); // 0
    for (let i = 0; i < value; i++) await this.page.keyboard.press('ArrowRight');
    await this.page.keyboard.press('Enter');
  }

  /** Nothing, or nothing else. */
  async nothing(question: string): Promise<void> {
    await this.asks(question);
    await this.page.keyboard.press('Control+Enter');
  }

  /** The steps that were laid, in their order. */
  async steps(): Promise<string[]> {
    return this.screen.locator('[data-step] .serif').allInnerTexts();
  }
}
