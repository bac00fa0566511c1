import { LACKS } from '../plan/gaps';
import { kept, list, number, record, text } from '../plan/kept';
import { asksNothing, DATES, EVERYTHING, STANDS, type Filter } from './filter';
import { GROUPINGS, type Grouping } from './groups';
import type { Saved } from './saved.svelte';

/** The first row in sight of a column, and how far above it the view began, in px. */
export interface Top {
  readonly id: string;
  readonly delta: number;
}

/** Where the hand was on the board of a plan: what is kept for the next time (R127). */
export interface Memory {
  /** The cards of all plans are shown. */
  readonly all: boolean;
  readonly grouping: Grouping;
  /** The columns that are folded, and whether what was done earlier is not. */
  readonly folded: readonly string[];
  readonly earlier: boolean;
  readonly filter: Filter;
  readonly saved: readonly Saved[];
  readonly active: string;
  /** How far the columns were scrolled, by column. */
  readonly tops: Readonly<Record<string, Top>>;
  /** How far the board was scrolled across, in px. */
  readonly across: number;
}

export const NO_MEMORY: Memory = {
  all: false,
  grouping: 'none',
  folded: [],
  earlier: false,
  filter: EVERYTHING,
  saved: [],
  active: '',
  tops: {},
  across: 0,
};

export function writeMemory(memory: Memory): string {
  return JSON.stringify(memory);
}

/** Reads what writeMemory wrote; what is not understood is forgotten. */
export function readMemory(data: string): Memory {
  const found = kept(data);
  return {
    all: found.all === true,
    grouping: readGrouping(found),
    folded: list(found.folded).map(text).filter(Boolean),
    earlier: found.earlier === true,
    filter: readFilter(record(found.filter)),
    saved: list(found.saved).map(readSaved).filter(isSaved),
    active: text(found.active),
    tops: readTops(record(found.tops)),
    across: number(found.across),
  };
}

/** An older program knew only goals, as grouped or not. */
function readGrouping({ grouping, grouped }: Record<string, unknown>): Grouping {
  return GROUPINGS.find((one) => one === grouping) ?? (grouped === true ? 'goal' : 'none');
}

function readFilter(found: Record<string, unknown>): Filter {
  return {
    text: text(found.text),
    tag: text(found.tag),
    goal: text(found.goal),
    dates: DATES.find((dates) => dates === found.dates) ?? '',
    person: text(found.person),
    stands: STANDS.find((stands) => stands === found.stands) ?? '',
    lack: LACKS.find((lack) => lack === found.lack) ?? '',
    drafts: found.drafts === true,
  };
}

function readSaved(value: unknown): Saved {
  const found = record(value);
  return { name: text(found.name), filter: readFilter(record(found.filter)) };
}

/** Without a name, or when it asks for nothing any more, a filter is none. */
function isSaved({ name, filter }: Saved): boolean {
  return name !== '' && !asksNothing(filter);
}

function readTops(found: Record<string, unknown>): Record<string, Top> {
  const tops = Object.entries(found).map(([id, value]) => {
    const top = record(value);
    return [id, { id: text(top.id), delta: number(top.delta) }] as const;
  });
  return Object.fromEntries(tops);
}
