const SMALL = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const SPELLED = new RegExp(`\\b(half an?|an?|${SMALL.join('|')})\\b`, 'g');

/** Writes in digits what people spell out: "two weeks" is "2 weeks", "an hour" 1, "half an hour" 0.5. */
export function inDigits(text: string): string {
  return text.replace(SPELLED, (word) => {
    if (word.startsWith('half')) return '0.5';
    return String(Math.max(SMALL.indexOf(word), 0) + 1);
  });
}
