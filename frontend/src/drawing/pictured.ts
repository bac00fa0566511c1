import type { Key } from '../text/text';
import type { Drawing } from './drawing';
import type { Ruler } from './words';

/** One way to draw something, and how it is called among others. */
export interface Way {
  readonly name: string;
  /** The same drawing for the same plan; nothing else is asked. */
  make(ruler: Ruler): Drawing;
}

/** Something of which a picture can be saved, as PDF, PNG or SVG. */
export interface Pictured {
  /** Over the dialog in which it is looked at first. */
  readonly title: string;
  /** What the picture shows, for whoever cannot see it. */
  readonly label: string;
  /** The name that is offered for its file. */
  readonly file: string;
  /** The sentence that says it is saved; its hole is {name}. */
  readonly saved: Key;
  /** The ways to choose from, the first to begin with. */
  readonly ways: readonly [Way, ...Way[]];
}
