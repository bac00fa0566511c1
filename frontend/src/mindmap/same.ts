/** The one before, if it says the same, so that nothing that hangs on it is asked again. */
export function same<T extends object>(before: T | undefined, now: T): T {
  if (!before) return now;
  for (const key in now) if (before[key] !== now[key]) return now;
  return before;
}
