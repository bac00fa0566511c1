/** A run of words in a note. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'break' }
  | { readonly type: 'strong'; readonly inside: readonly Inline[] }
  | { readonly type: 'em'; readonly inside: readonly Inline[] }
  | { readonly type: 'link'; readonly href: string; readonly inside: readonly Inline[] };

/** Marks inside marks are read this deep; deeper ones stay as they were typed. */
const DEEP = 8;

/** Only what the link filter in Go would open becomes a link. */
const ADDRESS = /^(?:https?:\/\/|mailto:)[^\s<>]+$/i;

/** Reads **strong**, *em*, `code`, [links](…), bare addresses and \escapes. Time grows with length. */
export function readInline(text: string, depth = 0): Inline[] {
  const read = new Reader(text, depth);
  return read.all();
}

class Reader {
  readonly #text: string;
  readonly #depth: number;
  readonly #found: Inline[] = [];
  /** Marks without a closing one from here on; looked for once. */
  readonly #unclosed = new Set<string>();
  #at = 0;
  #plainFrom = 0;

  constructor(text: string, depth: number) {
    this.#text = text;
    this.#depth = depth;
  }

  all(): Inline[] {
    while (this.#at < this.#text.length) if (!this.#mark()) this.#at++;
    this.#plain(this.#text.length);
    return this.#found;
  }

  /** Takes a mark that begins here, or tells that none does. */
  #mark(): boolean {
    switch (this.#text[this.#at]) {
      case '\\':
        return this.#escape();
      case '\n':
        return this.#take({ type: 'break' }, 1);
      case '`':
        return this.#code();
      case '*':
      case '_':
        return this.#span('**', 'strong') || this.#span('__', 'strong') || this.#emphasis();
      case '[':
        return this.#link();
      case '<':
        return this.#angled();
      case 'h':
      case 'm':
        return this.#bare();
      default:
        return false;
    }
  }

  #escape(): boolean {
    const next = this.#text[this.#at + 1];
    if (next === undefined || !/[\\`*_[\]()#+\-.!>]/.test(next)) return false;
    return this.#take({ type: 'text', text: next }, 2);
  }

  #code(): boolean {
    const end = this.#close('`', this.#at + 1);
    if (end < 0) return false;
    const text = this.#text.slice(this.#at + 1, end);
    return this.#take({ type: 'code', text }, text.length + 2);
  }

  #emphasis(): boolean {
    return this.#span('*', 'em') || this.#span('_', 'em');
  }

  #span(mark: '**' | '__' | '*' | '_', type: 'strong' | 'em'): boolean {
    const from = this.#at + mark.length;
    if (!this.#text.startsWith(mark, this.#at) || this.#depth >= DEEP) return false;
    if (/\s/.test(this.#text[from] ?? ' ') || (mark.startsWith('_') && this.#inWord()))
      return false;
    const end = this.#close(mark, from + 1);
    if (end < 0 || /\s/.test(this.#text[end - 1] ?? ' ')) return false;
    const inside = readInline(this.#text.slice(from, end), this.#depth + 1);
    return this.#take({ type, inside }, end + mark.length - this.#at);
  }

  /** An underscore inside a word is part of the word. */
  #inWord(): boolean {
    return /[\p{L}\p{N}]/u.test(this.#text[this.#at - 1] ?? '');
  }

  #link(): boolean {
    const match = /^\[([^\][\n]{1,500})\]\(([^\s()<>]{1,2000})\)/.exec(
      this.#text.slice(this.#at, this.#at + 2510),
    );
    const [all = '', words = '', href = ''] = match ?? [];
    if (!ADDRESS.test(href)) return false;
    return this.#take({ type: 'link', href, inside: [{ type: 'text', text: words }] }, all.length);
  }

  #angled(): boolean {
    const end = this.#close('>', this.#at + 1);
    const href = end < 0 ? '' : this.#text.slice(this.#at + 1, end);
    if (!ADDRESS.test(href)) return false;
    return this.#take(
      { type: 'link', href, inside: [{ type: 'text', text: href }] },
      href.length + 2,
    );
  }

  #bare(): boolean {
    const match = /^(?:https?:\/\/|mailto:)[^\s<>"'`]+/i.exec(
      this.#text.slice(this.#at, this.#at + 2000),
    );
    const href = (match?.[0] ?? '').replace(/[.,;:!?)\]*_]+$/, '');
    if (!ADDRESS.test(href) || this.#inWord()) return false;
    return this.#take({ type: 'link', href, inside: [{ type: 'text', text: href }] }, href.length);
  }

  #close(mark: string, from: number): number {
    if (this.#unclosed.has(mark)) return -1;
    const end = this.#text.indexOf(mark, from);
    if (end < 0) this.#unclosed.add(mark);
    return end;
  }

  #take(inline: Inline, length: number): true {
    this.#plain(this.#at);
    this.#found.push(inline);
    this.#at += length;
    this.#plainFrom = this.#at;
    return true;
  }

  #plain(to: number): void {
    if (to > this.#plainFrom)
      this.#found.push({ type: 'text', text: this.#text.slice(this.#plainFrom, to) });
  }
}
