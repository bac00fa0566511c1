import type { View } from './view.svelte';
import type { Band } from './bands';

/** The hues of branches that have no life area of their own, in the order in which they are taken. */
const HUES = [
  'growth',
  'career',
  'contribution',
  'play',
  'health',
  'relationships',
  'home',
  'money',
] as const;

/** The name of a role: a life area's hue, or that of quiet ink. */
export type Tint = 'ink-3' | `a-${string}`;

/** What decides over the colours of a map: a view of it, or its picture. */
export type Coloured = Pick<View, 'mirror' | 'chart' | 'branchColours'> & {
  readonly tree: Pick<View['tree'], 'item'>;
};

/** The colour of every branch, as the name of a role; worked out once for each drawing. */
export class Tints {
  readonly #known = new Map<Band, Tint>();
  readonly #view: Coloured;

  constructor(view: Coloured) {
    this.#view = view;
  }

  of(band: Band): Tint {
    let role = this.#known.get(band);
    if (role === undefined) this.#known.set(band, (role = this.#find(band)));
    return role;
  }

  #find(band: Band): Tint {
    const { mirror, tree, chart, branchColours } = this.#view;
    const { parent } = band;
    const onMiddle = !parent || chart.isRoot(parent);
    if (parent === chart.free.root) return 'ink-3';
    if (branchColours) {
      if (!onMiddle) return this.of(parent);
      const at = chart.branches.indexOf(band.id);
      return `a-${HUES[at % HUES.length] ?? HUES[0]}`;
    }
    const hue = mirror.area(tree.item(band.id)?.areaId ?? '')?.hue;
    if (hue) return `a-${hue}`;
    if (!onMiddle) return this.of(parent);
    const middle = mirror.area(tree.item(chart.middle.id)?.areaId ?? '')?.hue;
    return middle ? `a-${middle}` : 'ink-3';
  }
}
