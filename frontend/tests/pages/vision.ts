import type { Locator, Page } from 'playwright-core';
import type { Home } from '../house/home';
import type { Spot } from './map';
import { Palette } from './palette';

/** A vision board, as a hand meets it. */
export class VisionBoard {
  readonly view: Locator;
  readonly board: Locator;
  readonly field: Locator;
  /** The board as a poster. */
  readonly poster: Locator;

  constructor(readonly page: Page) {
    this.view = page.getByRole('region', { name: 'Vision', exact: true });
    this.board = this.view.getByRole('listbox');
    this.field = this.view.locator('textarea');
    this.poster = page.getByRole('dialog', { name: 'The board as a poster', exact: true });
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+1');
    await this.board.waitFor();
  }

  /** A piece by what it says. */
  piece(words: string | RegExp): Locator {
    return this.board.getByRole('option', { name: words });
  }

  /** A piece that is picked. */
  picked(words: RegExp): Locator {
    return this.board.getByRole('option', { name: words, selected: true });
  }

  async middle(words: string | RegExp): Promise<Spot> {
    const box = (await this.piece(words).boundingBox())!;
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  async click(words: string | RegExp): Promise<void> {
    const { x, y } = await this.middle(words);
    await this.page.mouse.click(x, y);
  }

  /** Drags by so much from a place. */
  async drag(from: Spot, dx: number, dy: number): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(from.x + dx / 2, from.y + dy / 2, { steps: 4 });
    await mouse.move(from.x + dx, from.y + dy, { steps: 4 });
    await mouse.up();
  }

  /** A handle of what is picked. */
  async handle(name: string): Promise<Spot> {
    const box = (await this.board.locator(`[data-handle=${name}]`).boundingBox())!;
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** Takes a tool, and puts what it is for where there is room. */
  async put(tool: string): Promise<void> {
    await this.page.keyboard.press(tool);
    await this.page.keyboard.press('Enter');
  }

  /** Writes into what stands open, and ends it. */
  async write(words: string): Promise<void> {
    await this.field.waitFor();
    await this.page.keyboard.type(words);
    await this.page.keyboard.press('Escape');
    await this.field.waitFor({ state: 'detached' });
  }

  /** Pastes a picture of so many px. */
  async pastePicture(width: number, height: number): Promise<void> {
    await this.board.evaluate(
      async (board, [w, h]) => {
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [w, h];
        const context = canvas.getContext('2d')!;
        context.fillStyle = 'teal';
        context.fillRect(0, 0, w, h / 2);
        const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
        const clipboardData = new DataTransfer();
        clipboardData.items.add(new File([blob!], 'sea.png', { type: 'image/png' }));
        const event = { clipboardData, bubbles: true, cancelable: true };
        board.dispatchEvent(new ClipboardEvent('paste', event));
      },
      [width, height] as const,
    );
  }

  /** Runs a command of the board by the palette; the system's dialog is answered with a path. */
  async run(command: string, home?: Home, path = ''): Promise<void> {
    home?.answer(path);
    await new Palette(this.page).ask(`> ${command}`);
    await this.page.keyboard.press('Enter');
  }

  /** Looks at the board as a poster. */
  async openPoster(): Promise<void> {
    await this.run('Save the board as a poster');
    await this.poster.locator('canvas').waitFor();
  }

  /** Saves the poster in a size by keyboard, and answers the system's dialog with a path. */
  async savePoster(size: string, home: Home, path: string): Promise<void> {
    home.answer(path);
    await this.poster.getByRole('button', { name: size, exact: true }).press('Enter');
    await this.poster.getByRole('button', { name: 'Save the poster' }).press('Enter');
  }
}
