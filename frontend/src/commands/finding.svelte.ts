/** What is searched for at the side: whoever has the desk may ask. */
export class Finding {
  words = $state('');
  /** Goes up whenever the field should have the keyboard. */
  calls = $state(0);

  /** Asks for something, or only calls the field. */
  call(words?: string): void {
    if (words !== undefined) this.words = words;
    this.calls++;
  }
}
