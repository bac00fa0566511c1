// Whom a report is for, and what of it they are told. Each sort of reader has their
// own choice, so that what one was told does not slip to another. It is kept as a
// place of the plan: a preference, and never undone.

import type { Desk } from '../commands/desk';
import { kept, list, record, text } from '../plan/kept';
import { PERIODS, type PartName, type Period } from './parts';

export const READERS = ['self', 'partner', 'coach'] as const;
export type Reader = (typeof READERS)[number];

/** What was chosen for a reader. */
export interface Choice {
  readonly name: string;
  /** In their own words; undefined = as the program would. */
  readonly greeting?: string;
  /** The parts that are told or left out other than usual. */
  readonly parts: Partial<Record<PartName, boolean>>;
  /** The lines that are left out, each as "part id". */
  readonly out: readonly string[];
}

export interface Kept {
  readonly reader: Reader;
  readonly period: Period;
  readonly of: Readonly<Record<Reader, Choice>>;
}

/** What is nobody's business but one's own, unless one says so. */
const OWN: readonly PartName[] = ['feels', 'wins', 'setbacks'];
const SELF: Choice = { name: '', parts: {}, out: [] };
const OTHER: Choice = { ...SELF, parts: Object.fromEntries(OWN.map((part) => [part, false])) };
export const NOTHING: Kept = {
  reader: 'partner',
  period: 'week',
  of: { self: SELF, partner: OTHER, coach: OTHER },
};

export function isPartTold({ parts }: Choice, part: PartName): boolean {
  return parts[part] ?? true;
}

export function isLineTold({ out }: Choice, part: PartName, id: string): boolean {
  return !out.includes(`${part} ${id}`);
}

export function isTold(choice: Choice, part: PartName, id: string): boolean {
  return isPartTold(choice, part) && isLineTold(choice, part, id);
}

/** A choice with a part told or left out. */
export function withPart(choice: Choice, part: PartName, told: boolean): Choice {
  return { ...choice, parts: { ...choice.parts, [part]: told } };
}

/** A choice with a line told or left out; of lines of long ago only the latest are remembered. */
export function withLine(choice: Choice, part: PartName, id: string, told: boolean): Choice {
  const line = `${part} ${id}`;
  const others = choice.out.filter((one) => one !== line);
  return { ...choice, out: told ? others : [...others, line].slice(-MOST) };
}

const MOST = 200;
const PLACE = 'report';

export async function keptOf({ edits, mirror }: Desk): Promise<Kept> {
  return readKept(await edits.place(mirror.planId, PLACE));
}

export async function keep({ edits, mirror }: Desk, chosen: Kept): Promise<void> {
  await edits.savePlace(mirror.planId, PLACE, JSON.stringify(chosen));
}

/** Reads what was kept; of what is none, the usual. */
export function readKept(data: string): Kept {
  const { reader, period, of } = kept(data);
  const given = record(of);
  return {
    reader: READERS.find((one) => one === reader) ?? NOTHING.reader,
    period: PERIODS.find((one) => one === period) ?? NOTHING.period,
    of: {
      self: choiceOf(record(given['self']), SELF),
      partner: choiceOf(record(given['partner']), OTHER),
      coach: choiceOf(record(given['coach']), OTHER),
    },
  };
}

function choiceOf({ name, greeting, parts, out }: Record<string, unknown>, usual: Choice): Choice {
  return {
    name: text(name),
    ...(typeof greeting === 'string' && { greeting }),
    parts: { ...usual.parts, ...record(parts) },
    out: list(out).filter((one) => typeof one === 'string'),
  };
}
