import type { Locator, Page, WebSocket } from 'playwright-core';

/** The coach's desk, led by keyboard alone. */
export class Coach {
  readonly view: Locator;

  constructor(readonly page: Page) {
    this.view = page.getByRole('region', { name: 'Desk', exact: true });
  }

  /** Goes to the desk. */
  async open(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+9');
    await this.view.waitFor();
  }

  /** Opens a page of the client. */
  async turn(name: string): Promise<void> {
    const pages = this.view.getByRole('navigation', { name: 'Pages of this client' });
    await pages.getByRole('button', { name, exact: true }).press('Enter');
  }

  /** Makes a client with a plan; the desk stays open. */
  async add(name: string, plan: string): Promise<void> {
    await this.view.getByRole('button', { name: 'New client…' }).press('Enter');
    await this.page.getByRole('textbox', { name: 'Their name' }).waitFor();
    await this.page.keyboard.type(name);
    await this.page.keyboard.press('Enter');
    await this.heading(name).waitFor();
    await this.view.getByRole('button', { name: 'New plan…' }).press('Enter');
    await this.page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).waitFor();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(plan);
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('button', { name: `Plans: ${plan}` }).waitFor();
    await this.open();
  }

  heading(name: string): Locator {
    return this.view.getByRole('heading', { level: 2, name, exact: true });
  }

  /** Writes into a field, and leaves it. */
  async write(label: string, words: string): Promise<void> {
    await this.view.getByLabel(label, { exact: true }).first().focus();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(words);
    await this.page.keyboard.press('Tab');
  }

  /** Waits until these words stand in a field. */
  async reads(words: string): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => [...document.querySelectorAll('textarea')].some(({ value }) => value === wanted),
      words,
    );
  }

  /** Presses a button of the desk. */
  async press(name: string): Promise<void> {
    await this.view.getByRole('button', { name, exact: true }).first().press('Enter');
  }

  /** Sets a passphrase, and types the recovery code in; the code. */
  async seal(passphrase: string): Promise<string> {
    await this.write('Passphrase', passphrase);
    await this.write('The same once more', passphrase);
    await this.press('Set the passphrase');
    const code = await this.view.locator('.code').innerText();
    await this.write('Type it in from your paper', code);
    await this.press('I have it on paper');
    return code;
  }
}

/** Hears every message of Go and every answer over the wire since the page began anew. */
export class Wire {
  #heard: string[] = [];

  constructor(page: Page) {
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) this.#heard = [];
    });
    page.on('websocket', (socket: WebSocket) => {
      socket.on('framereceived', ({ payload }) => this.#heard.push(payload.toString()));
    });
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      const hear = this.#heard;
      void response.text().then(
        (text) => hear.push(`${pathname} ${text}`),
        () => undefined, // of a page that is gone
      );
    });
  }

  /** What was heard of a word. */
  of(word: string): string[] {
    const low = word.toLowerCase();
    return this.#heard.flatMap((text) => {
      const at = text.toLowerCase().indexOf(low);
      return at < 0 ? [] : [text.slice(Math.max(0, at - 60), at + 60)];
    });
  }

  get count(): number {
    return this.#heard.length;
  }
}
