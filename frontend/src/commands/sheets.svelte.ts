import { Finding } from './finding.svelte';
import type { Pictured } from '../drawing/pictured';
import type { Preview } from '../exchange/types';
import type { CameBack, CameIn } from '../handover/types';
import type { Letter } from '../goal/letters';
import type { Whose } from '../plan/looking';

/** What can be open over the page, whichever view is below it. */
export type Open =
  /** What can be done about a line, at its chip. */
  | { readonly what: 'repairs'; readonly id: string; readonly at: HTMLElement; back(): void }
  /** The steps below an item, or its milestones first. */
  | { readonly what: 'hows'; readonly id: string; readonly milestones?: true }
  /** A goal that is thought through, from a letter on. */
  | { readonly what: 'goal'; readonly id: string; readonly letter: Letter | null }
  /** The walk through all that is worth a look. */
  | { readonly what: 'review' }
  /** Goals and decisions whose day has come. */
  | { readonly what: 'again' }
  /** What is missing for an item. */
  | { readonly what: 'gaps'; readonly id: string }
  /** The values, people and resources of the client. */
  | { readonly what: 'client' }
  /** One step, and nothing else. */
  | { readonly what: 'begin'; readonly id: string }
  /** Something small for today is written down. */
  | { readonly what: 'capture' }
  /** The week, for somebody. */
  | { readonly what: 'report' }
  /** The walk through the week. */
  | { readonly what: 'week' }
  /** The plan on one page. */
  | { readonly what: 'roadmap' }
  /** A drawing of what a view shows, to be saved. */
  | { readonly what: 'picture'; readonly of: Pictured }
  /** The plan is adapted; compared is a version that is looked at first. */
  | { readonly what: 'adapt'; readonly compared?: string }
  /** One looks how it goes with a plan or an item. */
  | { readonly what: 'checkin'; readonly of: Whose }
  /** When one looks at the plan. */
  | { readonly what: 'looks' }
  /** The ways to lead a session. */
  | { readonly what: 'decks' }
  /** How a guided session begins. */
  | { readonly what: 'sessions' }
  /** One that somebody sits in; typed is what was typed when it was left. */
  | { readonly what: 'session'; readonly id: string; readonly typed?: string }
  /** The client who is open is taken away for ever. */
  | { readonly what: 'purge' }
  /** The client who is open leaves in a vault of their own. */
  | { readonly what: 'handover' }
  /** What came back with one. */
  | { readonly what: 'takeback'; readonly back: CameBack }
  /** What a bundle would bring in. */
  | { readonly what: 'bundle'; readonly bundle: CameIn }
  /** What a chosen file would bring in. */
  | { readonly what: 'import'; readonly preview: Preview };

/** The one thing that is open over the page; whoever has the desk may open one. */
export class Sheets {
  open = $state.raw<Open | null>(null);
  /** What is searched for at the side. */
  readonly finding = new Finding();
}
