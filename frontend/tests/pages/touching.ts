import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright-core';
import type { Point } from './outline';

/** A pen or a finger, as the browser's own input pipeline knows them. */
export class Touching {
  private constructor(readonly input: CDPSession) {}

  static async begin(page: Page): Promise<Touching> {
    return new Touching(await page.context().newCDPSession(page));
  }

  /** Drags with a pen, which lifts at once as a mouse does. */
  async dragPen(from: Point, to: Point): Promise<void> {
    const pen = { button: 'left', buttons: 1, clickCount: 1, pointerType: 'pen' } as const;
    await this.input.send('Input.dispatchMouseEvent', { ...pen, ...from, type: 'mousePressed' });
    for (const at of way(from, to)) {
      await this.input.send('Input.dispatchMouseEvent', { ...pen, ...at, type: 'mouseMoved' });
    }
    await this.input.send('Input.dispatchMouseEvent', { ...pen, ...to, type: 'mouseReleased' });
  }

  /** Rests a finger until it has lifted what lies below it, and drags that. */
  async dragFinger(from: Point, to: Point): Promise<void> {
    await this.rest(from);
    for (const at of way(from, to)) await this.touch('touchMove', [at]);
    await this.touch('touchEnd', []);
  }

  /** Lays a finger down for as long as people do who want to lift something. */
  async rest(at: Point): Promise<void> {
    await this.touch('touchStart', [at]);
    await pause(650);
  }

  /** Moves a finger at once, as one does to scroll. */
  async swipe(from: Point, to: Point): Promise<void> {
    await this.touch('touchStart', [from]);
    for (const at of way(from, to)) await this.touch('touchMove', [at]);
    await this.touch('touchEnd', []);
  }

  async touch(type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]): Promise<void> {
    await this.input.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
}

function way(from: Point, to: Point): Point[] {
  const steps = 6;
  return Array.from({ length: steps }, (_, i) => ({
    x: from.x + ((to.x - from.x) * (i + 1)) / steps,
    y: from.y + ((to.y - from.y) * (i + 1)) / steps,
  }));
}
