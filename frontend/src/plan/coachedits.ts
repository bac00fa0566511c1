import type { CoachBridge } from '../bridge/coach';
import type { Deck, Lock, NewAnswer, NewMark, NoteEdit, NoteKind, Purging } from './coaching';
import type { Changes, Client } from './types';

type Through = (call: () => Promise<Changes>) => Promise<Changes | undefined>;

/** Every edit of clients and sessions, in the order of all others. */
export class CoachEdits {
  readonly #bridge: CoachBridge;
  readonly #edit: Through;
  readonly #open: Through;
  readonly #ask: <T>(call: () => Promise<T>) => Promise<T | undefined>;

  constructor(
    bridge: CoachBridge,
    edit: Through,
    open: Through,
    ask: <T>(call: () => Promise<T>) => Promise<T | undefined>,
  ) {
    this.#bridge = bridge;
    this.#edit = edit;
    this.#open = open;
    this.#ask = ask;
  }

  setClient(input: Client) {
    return this.#edit(() => this.#bridge.setClient(input));
  }
  /** Says whether somebody looks on; true when it is so now. */
  async share(on: boolean): Promise<boolean> {
    return (await this.#ask(() => this.#bridge.share(on).then(() => true))) ?? false;
  }

  /** How the private notes stand; undefined when that cannot be told. */
  lock(): Promise<Lock | undefined> {
    return this.#ask(() => this.#bridge.lock());
  }
  /** The recovery code of a new key; undefined when it is refused. */
  beginSeal(passphrase: string): Promise<string | undefined> {
    return this.#ask(() => this.#bridge.beginSeal(passphrase));
  }
  confirmSeal(code: string) {
    return this.#open(() => this.#bridge.confirmSeal(code));
  }
  unlock(secret: string) {
    return this.#open(() => this.#bridge.unlock(secret));
  }
  async lockNow(): Promise<void> {
    await this.#ask(() => this.#bridge.lockNow());
  }
  /** True when the passphrase is the new one. */
  async changePassphrase(secret: string, passphrase: string): Promise<boolean> {
    const change = () => this.#bridge.changePassphrase(secret, passphrase).then(() => true);
    return (await this.#ask(change)) ?? false;
  }
  setNote<K extends NoteKind>(input: NoteEdit<K>) {
    return this.#edit(() => this.#bridge.setNote(input));
  }
  dropNote(id: string) {
    return this.#edit(() => this.#bridge.dropNote(id));
  }
  dropMark(id: string) {
    return this.#edit(() => this.#bridge.dropMark(id));
  }
  /** Takes the open client away for ever; undefined when it is refused. */
  purge(): Promise<Purging | undefined> {
    return this.#ask(() => this.#bridge.purge());
  }

  /** Keeps an answer with all that becomes of it; the changes' focus is the item that it is about. */
  answer(input: NewAnswer) {
    return this.#edit(() => this.#bridge.answer(input));
  }
  mark(input: NewMark) {
    return this.#edit(() => this.#bridge.mark(input));
  }
  setDeck(input: Deck) {
    return this.#edit(() => this.#bridge.setDeck(input));
  }
  dropDeck(id: string) {
    return this.#edit(() => this.#bridge.dropDeck(id));
  }
}
