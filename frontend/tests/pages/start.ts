import type { Page } from 'playwright-core';

/** What stands there before there is a plan. */
export class StartScreen {
  constructor(readonly page: Page) {}

  /** The one large sentence. */
  get sentence(): Promise<string> {
    return this.page.getByRole('heading', { level: 1 }).innerText();
  }

  /** Begins an own plan about this. */
  async begin(subject: string): Promise<void> {
    await this.page.getByRole('button', { name: subject, exact: true }).click();
  }

  /** Looks around in a sample plan. */
  async openSample(title = 'Publish a book'): Promise<void> {
    await this.page.getByRole('button', { name: title }).click();
    await this.page.getByRole('tree').waitFor();
  }

  async press(button: string): Promise<void> {
    await this.page.getByRole('button', { name: button }).click();
  }

  get buttons(): Promise<string[]> {
    return this.page.getByRole('button').allInnerTexts();
  }
}
