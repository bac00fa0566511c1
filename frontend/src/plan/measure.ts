import type { Aspect, Aspects, Bodies } from './aspects';

/** A number as people write it, or null: "12", "1 200", "3,5", "-2.25", and "12 km" where km is its unit. */
export function readNumber(typed: string, unit = ''): number | null {
  const text = typed.trim();
  const plain = (unit !== '' && text.endsWith(unit) ? text.slice(0, -unit.length) : text)
    .replace(/[\s']/g, '')
    .replace(/,(?=\d{1,2}$)/, '.')
    .replace(/,/g, '');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** The newest value of a measure, else where it began. */
export function valueOf(
  measure: Aspect<'measure'>,
  entries: readonly Aspect<'entry'>[],
): number | undefined {
  const own = entries.filter(({ body }) => body.measureId === measure.id);
  const newest = own.reduce<Bodies['entry'] | undefined>(
    (best, { body }) => (best && (best.on ?? '') > (body.on ?? '') ? best : body),
    undefined,
  );
  return newest?.value ?? measure.body.baseline;
}

/** The entries of a measure, the oldest first. */
export function courseOf(
  measureId: string,
  entries: readonly Aspect<'entry'>[],
): Aspect<'entry'>[] {
  const own = entries.filter(({ body }) => body.measureId === measureId);
  return own.sort((a, b) => ((a.body.on ?? '') < (b.body.on ?? '') ? -1 : 1));
}

/**
 * How far a measure has come from its baseline to its target, 0 to 1; null
 * while one of them is not said. One that is to be kept is there or not.
 */
export function shareOf(body: Bodies['measure'], value: number | undefined): number | null {
  const { baseline = 0, target, direction = 'up' } = body;
  if (target === undefined || value === undefined) return null;
  if (direction === 'keep') return value >= target ? 1 : 0;
  if (direction === 'up' ? value >= target : value <= target) return 1;
  if (baseline === target) return 0;
  return Math.min(1, Math.max(0, (value - baseline) / (target - baseline)));
}

/** How far the measures of an item have come on the whole; null while none can tell. */
export function measuredShare(said: Aspects, itemId: string): number | null {
  const entries = said.list('entry', itemId);
  const shares = said
    .list('measure', itemId)
    .map((measure) => shareOf(measure.body, valueOf(measure, entries)))
    .filter((share) => share !== null);
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
