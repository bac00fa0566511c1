/** Puts words on the clipboard as a person would: the window gives no other way everywhere. within keeps the focus in. */
export function copyWords(words: string, within: HTMLElement): boolean {
  const { activeElement } = document;
  const area = document.createElement('textarea');
  area.value = words;
  area.className = 'sr';
  area.setAttribute('aria-hidden', 'true');
  within.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  if (activeElement instanceof HTMLElement) activeElement.focus();
  return copied;
}
