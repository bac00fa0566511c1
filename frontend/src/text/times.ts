/** A time of a day here, HH:MM: what a clock on the wall says, never an instant. */
export type Time = string;

/**
 * Reads what a person types for a time of day: 7:30, 07.30, 1930, 19 h, 7,
 * "7 pm", "at 7", noon. null when it is none.
 */
export function readTime(typed: string): Time | null {
  const text = typed.trim().toLowerCase().replace(/^at /, '');
  if (text === 'noon') return '12:00';
  if (text === 'midnight') return '00:00';
  const read = /^(\d{1,2})(?:[:.h ]?([0-5]\d))? ?(am|pm|a\.m\.|p\.m\.|h|o['’]?clock)?$/.exec(text);
  if (!read) return null;
  const [, hours = '', minutes = '00', half = ''] = read;
  const hour = inDay(Number(hours), half.charAt(0));
  return hour === null ? null : `${String(hour).padStart(2, '0')}:${minutes}`;
}

function inDay(hour: number, half: string): number | null {
  if (half !== 'a' && half !== 'p') return hour < 24 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}
