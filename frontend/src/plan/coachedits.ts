import type { Bridge } from '../bridge/bridge';
import type { Deck, Lock, Met, NewAnswer, NewMark, NoteEdit, NoteKind, Purging } from './coaching';
import { HandOverEdits } from './handoveredits';
import type { Changes, Client } from './types';

/** The ways to Go that all edits share, each after every edit made so far; a refusal is told once, and gives undefined. */
export interface Through {
  edit(call: () => Promise<Changes>): Promise<Changes | undefined>;
  /** For what gives a whole client. */
  open(call: () => Promise<Changes>): Promise<Changes | undefined>;
  /** For what is no edit. */
  ask<T>(call: () => Promise<T>): Promise<T | undefined>;
}

/** Every edit of clients and sessions, in the order of all others. */
export class CoachEdits {
  /** What can be done with a client who leaves and comes back. */
  readonly handover: HandOverEdits;
  readonly #bridge: Bridge;
  readonly #through: Through;

  constructor(bridge: Bridge, through: Through) {
    this.#bridge = bridge;
    this.#through = through;
    this.handover = new HandOverEdits(bridge, through);
  }

  /** Makes a client and opens them. */
  addClient(name: string) {
    return this.#through.open(() => this.#bridge.addClient(name));
  }
  openClient(id: string) {
    return this.#through.open(() => this.#bridge.openClient(id));
  }
  setClient(input: Client) {
    return this.#through.edit(() => this.#bridge.setClient(input));
  }
  /** Says whether somebody looks on; true when it is so now. */
  async share(on: boolean): Promise<boolean> {
    return (await this.#through.ask(() => this.#bridge.share(on).then(() => true))) ?? false;
  }

  /** Forgets the client who is open, and takes them anew from Go. */
  again() {
    return this.#through.open(() => this.#bridge.client());
  }
  /** How things stand with all clients on a day. */
  async met(day: string): Promise<Met[]> {
    return (await this.#through.ask(() => this.#bridge.met(day))) ?? [];
  }
  /** Writes the hours of all clients where the person says; '' when they turn away or it is refused. */
  async saveHours(): Promise<string> {
    return (await this.#through.ask(() => this.#bridge.saveHours())) ?? '';
  }

  /** How the private notes stand; undefined when that cannot be told. */
  lock(): Promise<Lock | undefined> {
    return this.#through.ask(() => this.#bridge.lock());
  }
  /** The recovery code of a new key; undefined when it is refused. */
  beginSeal(passphrase: string): Promise<string | undefined> {
    return this.#through.ask(() => this.#bridge.beginSeal(passphrase));
  }
  confirmSeal(code: string) {
    return this.#through.open(() => this.#bridge.confirmSeal(code));
  }
  unlock(secret: string) {
    return this.#through.open(() => this.#bridge.unlock(secret));
  }
  /** Locks the private notes; the page knows nothing of them any more. */
  lockNow() {
    return this.#through.open(async () => {
      await this.#bridge.lockNow();
      return this.#bridge.client();
    });
  }
  /** True when the passphrase is the new one. */
  async changePassphrase(secret: string, passphrase: string): Promise<boolean> {
    const change = () => this.#bridge.changePassphrase(secret, passphrase).then(() => true);
    return (await this.#through.ask(change)) ?? false;
  }
  setNote<K extends NoteKind>(input: NoteEdit<K>) {
    return this.#through.edit(() => this.#bridge.setNote(input));
  }
  dropNote(id: string) {
    return this.#through.edit(() => this.#bridge.dropNote(id));
  }
  dropMark(id: string) {
    return this.#through.edit(() => this.#bridge.dropMark(id));
  }
  /** Takes the open client away for ever, and opens the owner; undefined when it is refused. */
  async purge(): Promise<Purging | undefined> {
    const gone = await this.#through.ask(() => this.#bridge.purge());
    if (gone) await this.again();
    return gone;
  }

  /** Keeps an answer with all that becomes of it; the changes' focus is the item that it is about. */
  answer(input: NewAnswer) {
    return this.#through.edit(() => this.#bridge.answer(input));
  }
  mark(input: NewMark) {
    return this.#through.edit(() => this.#bridge.mark(input));
  }
  setDeck(input: Deck) {
    return this.#through.edit(() => this.#bridge.setDeck(input));
  }
  dropDeck(id: string) {
    return this.#through.edit(() => this.#bridge.dropDeck(id));
  }
}
