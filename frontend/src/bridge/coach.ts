import type {
  Deck,
  Lock,
  Met,
  NewAnswer,
  NewMark,
  NoteEdit,
  NoteKind,
  Purging,
} from '../plan/coaching';
import type { Changes, Client } from '../plan/types';

/** The part of the bridge that is about clients and sessions; in Go app/coach.go and app/sessions.go. */
export interface CoachBridge {
  /** Says anew who the open client is. */
  setClient(input: Client): Promise<Changes>;
  /** Says whether somebody looks on: the page loads anew then. */
  share(on: boolean): Promise<void>;
  /** Forgets all that the page knows, and loads it anew. */
  anew(): void;
  /** How things stand with all clients on a day. */
  met(day: string): Promise<Met[]>;
  /** Writes the hours of all who agreed to that where the person says; the path, '' when they turn away. */
  saveHours(): Promise<string>;
  lock(): Promise<Lock>;
  /** Makes the key of the private notes; the recovery code. */
  beginSeal(passphrase: string): Promise<string>;
  /** Gives a whole client, as unlock does. */
  confirmSeal(code: string): Promise<Changes>;
  unlock(secret: string): Promise<Changes>;
  lockNow(): Promise<void>;
  changePassphrase(secret: string, passphrase: string): Promise<void>;
  setNote<K extends NoteKind>(input: NoteEdit<K>): Promise<Changes>;
  dropNote(id: string): Promise<Changes>;
  dropMark(id: string): Promise<Changes>;
  /** Takes the open client out of the vault for ever; the owner is open then. */
  purge(): Promise<Purging>;

  /** The changes' focus is the item that the answer is about. */
  answer(input: NewAnswer): Promise<Changes>;
  mark(input: NewMark): Promise<Changes>;
  /** The changes' focus is the deck. */
  setDeck(input: Deck): Promise<Changes>;
  dropDeck(id: string): Promise<Changes>;
}
