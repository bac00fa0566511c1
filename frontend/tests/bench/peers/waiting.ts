// What a page waits for while it is measured.

/** The next frame. */
export function frame(): Promise<number> {
  return new Promise(requestAnimationFrame);
}

/** Takes a step for each of so many frames; what each took, in ms. */
export async function frames(count: number, step: (i: number) => void): Promise<number[]> {
  const took: number[] = [];
  let last = await frame();
  for (let i = 0; i < count; i++) {
    step(i);
    const now = await frame();
    took.push(now - last);
    last = now;
  }
  return took;
}

/** Resolves when nothing is left over from what was done before. */
export async function settled(): Promise<void> {
  await document.fonts.ready;
  for (let i = 0; i < 3; i++) await frame();
}

/**
 * Resolves when what stands in the document now has been painted: before
 * anything that a board has put off until then.
 */
export async function painted(): Promise<void> {
  await frame();
  if ('scheduler' in window) {
    await scheduler.postTask(() => undefined, { priority: 'user-blocking' });
    return;
  }
  const { port1, port2 } = new MessageChannel(); // WebKitGTK has no such tasks
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
}

/** Resolves as soon as it is in the document, be it before the next frame. */
export async function there(css: string): Promise<void> {
  if (document.querySelector(css)) return;
  await new Promise<void>((resolve) => {
    const seen = new MutationObserver(() => {
      if (!document.querySelector(css)) return;
      seen.disconnect();
      resolve();
    });
    seen.observe(document, { childList: true, subtree: true });
  });
}
