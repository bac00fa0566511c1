import type { Box } from '../gesture/camera';
import type { Point } from '../gesture/press';
import type { Crop } from './crop';
import type { Hung } from './easel';
import type { Handle } from './handles';
import type { End } from './lines';
import type { Place } from './piece';

/** Keys that are held while something is dragged: along one way or in ratio; a second one or about the middle; no snapping. */
export interface Keys {
  readonly shift: boolean;
  readonly alt: boolean;
  readonly mod: boolean;
}

/** What the hand does. */
export type Doing =
  | {
      readonly what: 'move';
      readonly places: readonly Named[];
      readonly box: Box;
      readonly beside: readonly Box[];
    }
  | {
      readonly what: 'size';
      readonly handle: Handle;
      readonly places: readonly Named[];
      readonly from: Place;
      readonly beside: readonly Box[];
    }
  | { readonly what: 'turn'; readonly places: readonly Named[]; readonly about: Point }
  | {
      readonly what: 'crop';
      readonly handle: Handle | null;
      readonly place: Named;
      readonly crop: Crop;
    }
  | { readonly what: 'end'; readonly end: End; readonly line: Hung }
  | { readonly what: 'box'; readonly kept: readonly string[] }
  | { readonly what: 'draw'; readonly fromId: string };

/** A piece, and where it lies. */
export interface Named extends Place {
  readonly id: string;
}
