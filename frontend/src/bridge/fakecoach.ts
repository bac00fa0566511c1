import type { Lock, Met, PrivateNote } from '../plan/coaching';
import type { Changes } from '../plan/types';
import type { CoachBridge } from './coach';
import { BridgeError } from './errors';

/** What the fake's desk needs of the rest of it. */
interface FakeVault {
  /** The rows as they are now: whoever edits changes them in place. */
  rows(): Changes;
  edit(op: string, call: [string, ...unknown[]], change: () => string): Changes;
  client(): Promise<Changes>;
  id(prefix: string): string;
}

const NOW = '2026-02-03T08:00:00Z';

/** The coach's desk of a fake vault: the passphrase and the code are what is shown here. */
export class FakeCoach implements Omit<CoachBridge, 'answer'> {
  readonly code = 'AAAA-BBBB';
  passphrase = '';
  locked: Lock = 'none';
  shared = false;
  /** How often the page began anew. */
  anewTimes = 0;
  /** How things stand with all clients. */
  metNow: Met[] = [];
  /** Where the person puts the hours; '' = they turn away. */
  hoursTo = '';

  readonly #vault: FakeVault;

  constructor(vault: FakeVault) {
    this.#vault = vault;
  }

  setClient: CoachBridge['setClient'] = async (input) =>
    this.#vault.edit('client', ['setClient', input], () => {
      const rows = this.#vault.rows();
      rows.clients = rows.clients.map((one) => (one.id === input.id ? input : one));
      return '';
    });
  share: CoachBridge['share'] = async (on) => {
    this.shared = on;
  };
  anew: CoachBridge['anew'] = () => {
    this.anewTimes++;
  };
  met: CoachBridge['met'] = async () => this.metNow;
  saveHours: CoachBridge['saveHours'] = async () => this.hoursTo;
  lock: CoachBridge['lock'] = async () => this.locked;
  beginSeal: CoachBridge['beginSeal'] = async (passphrase) => {
    if (passphrase.length < 8) throw new BridgeError('invalid', 'error.passphrase_short');
    this.passphrase = passphrase;
    return this.code;
  };
  confirmSeal: CoachBridge['confirmSeal'] = async (code) => {
    if (code !== this.code) throw new BridgeError('invalid', 'error.code_wrong');
    this.locked = 'unlocked';
    return this.#vault.client();
  };
  unlock: CoachBridge['unlock'] = async (secret) => {
    if (secret !== this.passphrase) throw new BridgeError('invalid', 'error.passphrase_wrong');
    this.locked = 'unlocked';
    return this.#vault.client();
  };
  lockNow: CoachBridge['lockNow'] = async () => {
    this.locked = 'locked';
  };
  changePassphrase: CoachBridge['changePassphrase'] = async (secret, passphrase) => {
    if (secret !== this.passphrase) throw new BridgeError('invalid', 'error.passphrase_wrong');
    this.passphrase = passphrase;
  };
  setNote: CoachBridge['setNote'] = async (input) =>
    this.#vault.edit('note', ['setNote', input], () => {
      if (this.locked !== 'unlocked') throw new BridgeError('conflict', 'error.locked');
      const rows = this.#vault.rows();
      const { sessionId, kind } = input;
      const same = (one: PrivateNote) =>
        input.id === ''
          ? kind !== 'note' && one.kind === kind && one.sessionId === sessionId
          : one.id === input.id;
      const known = rows.notes.find(same);
      const all = Object.entries({ ...known?.body, ...input.body });
      const body = Object.fromEntries(all.filter(([, is]) => is !== null && is !== ''));
      const id = known?.id ?? this.#vault.id('n');
      const made = { sessionId, kind, locked: false, madeAt: NOW, changedAt: NOW };
      rows.notes = [...rows.notes.filter((one) => one !== known), { ...made, id, body }];
      return id;
    });
  dropNote: CoachBridge['dropNote'] = async (id) =>
    this.#vault.edit('note', ['dropNote', id], () => {
      const rows = this.#vault.rows();
      rows.notes = rows.notes.filter((one) => one.id !== id);
      return '';
    });
  mark: CoachBridge['mark'] = async (input) =>
    this.#vault.edit('mark', ['mark', input], () => {
      const id = this.#vault.id('k');
      this.#vault.rows().marks.push({ ...input, id, madeAt: NOW });
      return '';
    });
  dropMark: CoachBridge['dropMark'] = async (id) =>
    this.#vault.edit('mark', ['dropMark', id], () => {
      const rows = this.#vault.rows();
      rows.marks = rows.marks.filter((one) => one.id !== id);
      return '';
    });
  purge: CoachBridge['purge'] = async () => {
    const rows = this.#vault.rows();
    const own = rows.clients.filter(({ own }) => own);
    rows.clients = own;
    const purged = { plans: 1, items: 2, aspects: 3, notes: 0, pictures: 0, files: 0, steps: 4 };
    return { purged, copies: [{ path: '/b/old.cairn', state: 'unreachable' }] };
  };
  setDeck: CoachBridge['setDeck'] = async (input) =>
    this.#vault.edit('deck', ['setDeck', input], () => {
      const rows = this.#vault.rows();
      const id = input.id || this.#vault.id('d');
      rows.decks = [...rows.decks.filter((one) => one.id !== id), { ...input, id, rank: id }];
      return id;
    });
  dropDeck: CoachBridge['dropDeck'] = async (id) =>
    this.#vault.edit('deck', ['dropDeck', id], () => {
      const rows = this.#vault.rows();
      rows.decks = rows.decks.filter((one) => one.id !== id);
      return '';
    });
}
