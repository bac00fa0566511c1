import type { Box } from '../gesture/camera';
import type { Stone } from './cross';
import type { Chart } from './chart';
import type { Type } from './setting';

/** How large a value lies at the foot of the map, and how far from the next, in rem. */
export const VALUE = { width: 12, height: 2.75, gap: 1.5, below: 3.5 } as const;

/** Where the values lie: in a row below the middle, left of the ideas. */
export function boxOfValue(
  view: { readonly type: Pick<Type, 'rem'>; readonly chart: Chart },
  values: readonly Stone[],
  id: string,
): Box | undefined {
  const at = values.findIndex((value) => value.id === id);
  if (at < 0) return undefined;
  const { rem } = view.type;
  const width = VALUE.width * rem;
  const step = width + VALUE.gap * rem;
  const all = values.length * step - VALUE.gap * rem;
  const left = at * step - all / 2;
  const top = view.chart.box.foot + VALUE.below * rem;
  return { left, right: left + width, top, foot: top + VALUE.height * rem };
}
