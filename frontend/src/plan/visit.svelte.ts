import { Typing } from './typing';

/** Where the caret stands when a visit begins. */
export type Caret = number | 'end' | 'all';

/** Saves a title and gives it as the vault has it, undefined when it was refused; edit is the token of the visit. */
export type SaveTitle = (title: string, edit: string) => Promise<string | undefined>;

/**
 * One visit to the title of a row: from the first look of the caret until the
 * hand leaves. What is typed is saved when the hand rests; a blank title is
 * never saved. All of a visit is one undo step.
 */
export class Visit {
  /** What stands in the field now. */
  text = $state('');
  /** The row; it changes once, when a draft becomes an item. */
  id = $state('');
  readonly caret: Caret;

  readonly #save: SaveTitle;
  readonly #typing = new Typing((text, edit) => this.#keep(text.trim(), edit));
  #saved: string;
  #saving = 0;

  constructor(id: string, title: string, caret: Caret, save: SaveTitle) {
    this.id = id;
    this.text = this.#saved = title;
    this.caret = caret;
    this.#save = save;
  }

  get blank(): boolean {
    return this.text.trim() === '';
  }

  /** Takes what was typed; a title is one line. */
  type(text: string): void {
    this.text = oneLine(text);
    this.#typing.type(this.text);
  }

  /** Follows a title that changed elsewhere (undo, the details panel). */
  follow(title: string): void {
    if (title === this.#saved || this.#saving > 0) return;
    this.#typing.drop();
    this.text = this.#saved = title;
  }

  flush(): Promise<void> {
    return this.#typing.flush();
  }

  async #keep(title: string, edit: string): Promise<void> {
    if (title === '' || title === this.#saved) return;
    const before = this.#saved;
    this.#saved = title;
    this.#saving++;
    const kept = await this.#save(title, edit);
    this.#saving--;
    if (this.#saved === title) this.#saved = kept ?? before;
  }
}

/** A text as one line: line breaks and tabs become blanks. */
export function oneLine(text: string): string {
  return text.replace(/\s*[\r\n\t\u2028\u2029]+\s*/g, ' ');
}
