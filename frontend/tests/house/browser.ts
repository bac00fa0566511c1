import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // It asks no other machine where anything is: what the page asks for is seen below.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: flags,
  });
}

/**
 * A window on the running program. What goes wrong in it without anybody
 * seeing it (an error on the console, a request to elsewhere) is kept in
 * faults, and a journey ends by finding none.
 */
export class Window {
  readonly page: Page;
  readonly faults: string[] = [];
  /** The calls of Go that have no answer yet. */
  readonly waiting = new Set<string>();
  readonly #url: string;

  private constructor(page: Page, url: string) {
    this.page = page;
    this.#url = url;
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => {
      this.#note(error.stack ?? String(error));
    });
    page.on('console', (said) => {
      if (said.type() === 'error') this.#note(`${said.text()} (${said.location().url})`);
    });
    page.on('websocket', (bridge) => {
      bridge.on('framesent', ({ payload }) => this.#call(payload, (id) => this.waiting.add(id)));
      bridge.on('framereceived', ({ payload }) =>
        this.#call(payload, (id) => this.waiting.delete(id)),
      );
    });
    page.on('request', (request) => {
      if (!ours(request.url(), url)) this.faults.push(`asked ${request.url()}`);
    });
  }

  /**
   * Browsers ask for an icon that a window of the program has no use for, and
   * Wails' own script for browsers complains while the program is away.
   */
  #note(fault: string): void {
    if (!/\/favicon\.ico|\/wails\/ipc\.js/.test(fault)) this.faults.push(fault);
  }

  #call(payload: string | Buffer, then: (id: string) => void): void {
    const [, id] = /^c.*"callbackid":"([^"]+)"/is.exec(payload.toString()) ?? [];
    if (id) then(id);
  }

  static async open(
    browser: Browser,
    url: string,
    options: BrowserContextOptions = {},
  ): Promise<Window> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
      ...options,
    });
    const page = await context.newPage();
    const window = new Window(page, url);
    // As in a window of its own, there is no page before this one: a swipe leads nowhere.
    await page.evaluate((to) => location.replace(to), url);
    await page.waitForURL(`${url}/`);
    return window;
  }

  /** Turns to an empty page, as while the program is not there. */
  async leave(): Promise<void> {
    await this.page.goto('about:blank');
  }

  /** Comes back to the program. */
  async enter(): Promise<void> {
    await this.page.goto(this.#url);
  }

  /** What stands there, for whoever asks why a journey came to nothing. */
  async describe(): Promise<string> {
    const seen = await this.page.locator('body').ariaSnapshot();
    return [seen, ...this.faults, ...[...this.waiting].map((id) => `no answer: ${id}`)].join('\n');
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

function ours(asked: string, url: string): boolean {
  return asked.startsWith(url) || asked.startsWith('blob:') || asked.startsWith('data:');
}
