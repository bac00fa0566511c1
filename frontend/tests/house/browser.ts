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
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
}

/**
 * A window on the running program. What goes wrong in it without anybody
 * seeing it (an error on the console, a request to elsewhere) is kept in
 * faults, and a journey ends by finding none.
 */
export class Window {
  readonly page: Page;
  readonly faults: string[] = [];

  private constructor(page: Page, url: string) {
    this.page = page;
    page.setDefaultTimeout(8_000);
    page.on('pageerror', (error) => this.faults.push(String(error)));
    page.on('console', (said) => {
      if (said.type() === 'error') this.faults.push(said.text());
    });
    page.on('request', (request) => {
      if (!ours(request.url(), url)) this.faults.push(`asked ${request.url()}`);
    });
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
    await page.goto(url);
    return window;
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

function ours(asked: string, url: string): boolean {
  return asked.startsWith(url) || asked.startsWith('blob:') || asked.startsWith('data:');
}
