import type about from '../../../internal/text/en/about.json';
import type adapt from '../../../internal/text/en/adapt.json';
import type app from '../../../internal/text/en/app.json';
import type attach from '../../../internal/text/en/attach.json';
import type backup from '../../../internal/text/en/backup.json';
import type balance from '../../../internal/text/en/balance.json';
import type board from '../../../internal/text/en/board.json';
import type checkin from '../../../internal/text/en/checkin.json';
import type coach from '../../../internal/text/en/coach.json';
import type command from '../../../internal/text/en/command.json';
import type date from '../../../internal/text/en/date.json';
import type deck from '../../../internal/text/en/deck.json';
import type details from '../../../internal/text/en/details.json';
import type exchange from '../../../internal/text/en/exchange.json';
import type files from '../../../internal/text/en/files.json';
import type flow from '../../../internal/text/en/flow.json';
import type foundations from '../../../internal/text/en/foundations.json';
import type frame from '../../../internal/text/en/frame.json';
import type goal from '../../../internal/text/en/goal.json';
import type handover from '../../../internal/text/en/handover.json';
import type ideas from '../../../internal/text/en/ideas.json';
import type lens from '../../../internal/text/en/lens.json';
import type map from '../../../internal/text/en/map.json';
import type measure from '../../../internal/text/en/measure.json';
import type mishap from '../../../internal/text/en/mishap.json';
import type op from '../../../internal/text/en/op.json';
import type outline from '../../../internal/text/en/outline.json';
import type outlook from '../../../internal/text/en/outlook.json';
import type palette from '../../../internal/text/en/palette.json';
import type picture from '../../../internal/text/en/picture.json';
import type pictures from '../../../internal/text/en/pictures.json';
import type plan from '../../../internal/text/en/plan.json';
import type questions from '../../../internal/text/en/questions.json';
import type report from '../../../internal/text/en/report.json';
import type review from '../../../internal/text/en/review.json';
import type roadmap from '../../../internal/text/en/roadmap.json';
import type routine from '../../../internal/text/en/routine.json';
import type said from '../../../internal/text/en/said.json';
import type search from '../../../internal/text/en/search.json';
import type session from '../../../internal/text/en/session.json';
import type settings from '../../../internal/text/en/settings.json';
import type shortcuts from '../../../internal/text/en/shortcuts.json';
import type start from '../../../internal/text/en/start.json';
import type timeline from '../../../internal/text/en/timeline.json';
import type today from '../../../internal/text/en/today.json';
import type trash from '../../../internal/text/en/trash.json';
import type values from '../../../internal/text/en/values.json';
import type vision from '../../../internal/text/en/vision.json';
import type { Subject } from '../plan/types';

type English = typeof about &
  typeof adapt &
  typeof app &
  typeof attach &
  typeof backup &
  typeof balance &
  typeof board &
  typeof checkin &
  typeof coach &
  typeof command &
  typeof date &
  typeof deck &
  typeof details &
  typeof exchange &
  typeof files &
  typeof flow &
  typeof foundations &
  typeof frame &
  typeof goal &
  typeof handover &
  typeof ideas &
  typeof lens &
  typeof map &
  typeof measure &
  typeof mishap &
  typeof op &
  typeof outline &
  typeof outlook &
  typeof palette &
  typeof picture &
  typeof pictures &
  typeof plan &
  typeof questions &
  typeof report &
  typeof review &
  typeof roadmap &
  typeof routine &
  typeof said &
  typeof search &
  typeof session &
  typeof settings &
  typeof shortcuts &
  typeof start &
  typeof timeline &
  typeof today &
  typeof trash &
  typeof values &
  typeof vision;

/** A text in the catalogue; a misspelt key does not compile. */
export type Key = keyof English;

/** A text that comes as one for 1 and another for any other number. */
export type CountKey = Key extends infer K
  ? K extends `${infer Stem}.other`
    ? Stem
    : never
  : never;

/** A text that speaks of its subject: besides its default there is "key.pet", and so for the others. */
export type SubjectKey = { [K in Key]: `${K}.pet` extends Key ? K : never }[Key];

export type Params = Record<string, string | number>;

let texts: Record<string, string> = {};

/** Sets the catalogue; before the first component is mounted. */
export function speak(catalogue: Record<string, string>): void {
  texts = catalogue;
}

/** The text of a key, its {names} filled. */
export function t(key: Key, params: Params = {}): string {
  return say(key, params);
}

/**
 * The text of a key in the words of what a plan is about (R6), or its default:
 * a plan for a pet asks about the animal. Without a plan it is the default.
 */
export function tFor(subject: Subject | undefined, key: SubjectKey, params: Params = {}): string {
  const own = `${key}.${subject ?? 'other'}`;
  return say(knows(own) ? own : key, params);
}

/** The text for a count, which also fills {count}. */
export function tn(stem: CountKey, count: number, params: Params = {}): string {
  return say(stem + (count === 1 ? '.one' : '.other'), { count: number(count), ...params });
}

/**
 * As t, for a key that comes from Go. With a count and no text of that very
 * key it takes key.one or key.other, as Go does; an unknown key shows itself.
 */
export function say(key: string, params: Params = {}): string {
  const plural = key + (String(params['count']) === '1' ? '.one' : '.other');
  const text = texts[key] ?? ('count' in params ? texts[plural] : undefined) ?? key;
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => String(params[name] ?? hole));
}

/** True when the catalogue has the key. */
export function knows(key: string): boolean {
  return key in texts;
}

/** A count as people write it: "10,000". The engine has rules for all languages, but takes as long to load them as to draw a view. */
export function number(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
