import { FRAME, type Stopwatch } from './stopwatch';
import { Series } from './table';

/** A frame that took longer than this was not in time. */
const LATE = 1.5 * FRAME;

/** Frames of one kind of move. */
export class Frames {
  readonly took = new Series();
  /** Of the main thread and of the whole browser, ms a frame. */
  readonly page = new Series();
  readonly browser = new Series();

  /** Adds what so many frames took, and what they cost in a Chromium that is watched. */
  async add(watch: Stopwatch, count: number, run: () => Promise<number[]>): Promise<void> {
    let main = 0;
    const all = await watch.browserWork(async () => {
      main = await watch.work(async () => this.took.add(...(await run())));
    });
    this.page.add(main / count);
    this.browser.add(all / count);
  }

  /** The share of the display's frames that came and went without a new picture. */
  get dropped(): number {
    const { values } = this.took;
    const missed = values.filter((ms) => ms > LATE).map((ms) => Math.round(ms / FRAME) - 1);
    const lost = missed.reduce((sum, count) => sum + count, 0);
    return lost / (values.length + lost);
  }
}
