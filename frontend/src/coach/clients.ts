import type { Met } from '../plan/coaching';
import type { Mirror } from '../plan/mirror.svelte';
import { isActive, type Client, type Item } from '../plan/types';
import { promiseWords } from '../said/words';
import { dayOf, type Day } from '../text/dates';
import { nextNote } from './notes';

/** A client as a line of the desk. */
export interface Line {
  readonly client: Client;
  /** When they were last met; '' = never. */
  readonly last: Day | '';
  /** What the coach wants to remember for the next time; '' = nothing, or it is locked. */
  readonly next: string;
  /** How many assignments are due. */
  readonly due: number;
  /** The day until which they are kept has come. */
  readonly over: boolean;
}

/** The lines of the desk: of the client who is open as the page has it, of the others as Go told. */
export function linesOf(mirror: Mirror, told: readonly Met[], today: Day): Line[] {
  const here = metNow(mirror, today);
  return mirror.clients.map((client) => {
    const met =
      client.id === here.clientId ? here : told.find(({ clientId }) => clientId === client.id);
    const { begun = '', on = '', next = '', due = 0 } = met ?? {};
    const days = [begun && dayOf(begun), on];
    const last = days.reduce((one, other) => (other > one ? other : one), '');
    return { client, last, next, due, over: isOver(client, today) };
  });
}

/** How things stand with the client who is open. */
function metNow(mirror: Mirror, today: Day): Met {
  const { said, clientId } = mirror;
  const last = (days: (string | undefined)[]) =>
    days.reduce<string>((one, other) => (other && other > one ? other : one), '');
  return {
    clientId,
    begun: last(said.list('session', '').map(({ body }) => body.begun)),
    on: last(said.list('hours', '').map(({ body }) => body.on)),
    due: dueNow(mirror, today).length,
    next: nextNote(mirror)?.body.words ?? '',
  };
}

/** The assignments whose day has come, and that are not done. */
export function dueNow({ said }: Mirror, today: Day) {
  return said
    .list('assignment', '')
    .filter(({ body: { due, done } }) => due !== undefined && due <= today && done === undefined);
}

/** How many commitments one looks at before a session. */
const MOST = 8;

/** What they have committed to and not done yet, the next day first. */
export function promisedBy(mirror: Mirror): { item: Item; when: string }[] {
  return mirror.said
    .all('promise')
    .flatMap(({ itemId, body }) => {
      const item = mirror.item(itemId);
      return item && isActive(item) && body.on ? [{ item, on: body.on, body }] : [];
    })
    .sort((one, other) => (one.on < other.on ? -1 : 1))
    .slice(0, MOST)
    .map(({ item, body }) => ({ item, when: promiseWords(body) }));
}

/** The day until which a client is kept has come. */
export function isOver({ keepUntil }: Client, today: Day): boolean {
  return keepUntil !== '' && keepUntil <= today;
}
