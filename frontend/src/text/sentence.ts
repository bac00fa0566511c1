/** The first sentence of a text, up to its mark or the end of its line; '' of a blank text. */
export function firstSentence(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return (/^.*?[.!?…。！？]+["'”’»)\]]*(?=\s|$)/.exec(line)?.[0] ?? line).trim();
}
