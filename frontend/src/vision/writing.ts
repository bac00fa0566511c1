import type { Desk } from '../commands/desk';
import type { Point } from '../gesture/press';
import type { Piece, PieceBodies, PieceKind } from '../plan/pieces';
import { Typing } from '../plan/typing';
import type { Acts } from './acts';
import { newPiece, SIZES } from './newpieces';
import type { Place } from './piece';
import { beginningOf } from './setting';
import { freeFor, inSight } from './sight';
import { DRAFT, type Field, type View } from './view.svelte';

/** The fields that each kind has, the first for a double press. */
export const FIELDS: Readonly<Record<PieceKind, readonly Field[]>> = {
  picture: ['caption', 'alt'],
  quote: ['words', 'by'],
  note: ['words'],
  swatch: ['caption'],
  shape: ['words'],
  line: [],
  frame: ['name'],
  card: [],
  wake: [],
};

/**
 * Words of a piece, written where they stand. What is typed is kept when the
 * hand rests; a new piece hangs once it says something, and one that never does
 * was never there.
 */
export class Writing {
  #typing: Typing | null = null;
  /** The id that a draft has got meanwhile. */
  #hung: Promise<string> | null = null;

  constructor(
    readonly desk: Desk,
    readonly view: View,
    readonly acts: Acts,
  ) {}

  /** Begins to write in a piece; false where there is nothing to write. */
  begin(id: string, field?: Field): boolean {
    const piece = this.view.lying(id)?.piece;
    const which = field ?? (piece && FIELDS[piece.kind][0]);
    if (!piece || piece.locked || !which || !FIELDS[piece.kind].includes(which)) return false;
    this.#open(id, which, (piece.body as Partial<Record<Field, string>>)[which] ?? '');
    return true;
  }

  /** A new quote or note, to be written at a place. */
  start(
    kind: 'quote' | 'note',
    place: Place,
    body: PieceBodies['quote'] & PieceBodies['note'],
  ): void {
    this.view.draft = newPiece(kind, place, body, { id: DRAFT }) as Piece;
    this.view.pick([DRAFT]);
    this.view.bring(DRAFT);
    this.#open(DRAFT, 'words', '');
  }

  /** A new quote or note whose words begin at a point, in sight, or where there is room. */
  startAt(kind: 'quote' | 'note', at: Point | null): void {
    const { x, y } = at ? this.#beginningAt(kind, at) : this.#where(kind);
    const { w, h } = SIZES[kind];
    this.start(kind, { x: Math.round(x), y: Math.round(y), w, h, angle: 0 }, {});
  }

  #beginningAt(kind: 'quote' | 'note', at: Point): Point {
    const { w, h } = SIZES[kind];
    const first = beginningOf(kind, this.view.type);
    return inSight(this.view, { x: at.x - first.x, y: at.y - first.y }, w, h);
  }

  #where(kind: 'quote' | 'note'): Point {
    const { w, h } = SIZES[kind];
    const { x, y } = freeFor(this.view, w, h);
    return { x: x - w / 2, y: y - h / 2 };
  }

  type(text: string): void {
    const { written } = this.view;
    if (!written) return;
    this.view.written = { ...written, text };
    this.#typing?.type(text);
  }

  /** Ends writing; what was typed is kept. */
  leave(): void {
    const { view } = this;
    const { written } = view;
    if (!written) return;
    const typing = this.#typing;
    const hung = this.#hung;
    this.#typing = null;
    void typing?.flush().then(async () => {
      await hung;
      view.draft = null;
      if (view.active === DRAFT) view.pick([]);
    });
    if (written.id === DRAFT && written.text.trim() === '') {
      view.draft = null;
      view.pick([]);
    }
    view.written = null;
  }

  #open(id: string, field: Field, text: string): void {
    this.leave();
    this.view.tool = 'select';
    this.view.written = { id, field, text };
    this.#hung = null;
    this.#typing = new Typing((now, edit) => this.#save(id, field, now, edit));
  }

  async #save(id: string, field: Field, text: string, edit: string): Promise<void> {
    if (id !== DRAFT) return this.#say(id, field, text, edit);
    if (this.#hung) return this.#say(await this.#hung, field, text, edit);
    if (text.trim() === '') return;
    this.#hung = this.#hang(text);
    await this.#hung;
  }

  /** The draft hangs; what is written goes on in it. */
  async #hang(text: string): Promise<string> {
    const { view } = this;
    const { draft } = view;
    if (!draft) return '';
    const lies = view.lying(DRAFT)?.place ?? draft;
    const [id = ''] = await this.acts.hang([
      { ...draft, ...lies, id: '', body: { ...draft.body, words: text } },
    ]);
    if (id === '') return id;
    view.draft = null;
    if (view.written?.id === DRAFT) view.written = { ...view.written, id };
    return id;
  }

  async #say(id: string, field: Field, text: string, edit: string): Promise<void> {
    if (id === '') return;
    const kept = field === 'words' ? text : text.replace(/\s+/g, ' ').trim();
    await this.desk.edits.boards.say({ ids: [id], body: { [field]: kept }, edit });
  }
}
