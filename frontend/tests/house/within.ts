/**
 * Waits for something for so many milliseconds and no longer. The clearing away
 * after a journey has no limit of its own: a hand that hangs would hang them all.
 */
export async function within<T>(limit: number, what: string, done: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`not within ${String(limit)} ms: ${what}`)), limit);
  });
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}
