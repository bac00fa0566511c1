import { t, tn } from '../text/text';
import type { Face } from './faces';
import type { Drawn, View } from './view.svelte';

/** More names than these are only counted. */
const MOST = 3;

/** What a box is to those who do not see it: what it is, how it stands, what it comes after and leads to. */
export function sayBox(
  face: Face,
  drawn: readonly Drawn[],
  nameOf: (id: string) => string,
): string {
  const { item, state, foot, options, shape } = face;
  const names = (ids: readonly string[]) => listed(ids.map(nameOf).filter(Boolean));
  const after = names(drawn.flatMap((one) => (one.after === item.id ? [one.before] : [])));
  const before = names(drawn.flatMap((one) => (one.before === item.id ? [one.after] : [])));
  const what = shape === 'outside' ? t('flow.outside') : t(`plan.kind.${item.kind}`);
  return [
    item.title,
    what,
    t(`plan.state.${state}`),
    ...foot,
    options.length > 0 &&
      t('flow.says.options', { names: listed(options.map(({ what }) => what)) }),
    after && t('flow.says.after', { names: after }),
    before && t('flow.says.before', { names: before }),
  ]
    .filter(Boolean)
    .join(', ');
}

/** What an arrow is to those who do not see it. */
export function sayArrow(view: View, { before, after, sort, links }: Drawn): string {
  const names = { before: titleIn(view, before), after: titleIn(view, after) };
  const lag = links[0]?.lag ?? 0;
  if (sort === 'order') return t('flow.arrow.order', names);
  if (sort === 'deep') return t('flow.arrow.deep', names);
  return lag > 0 ? tn('flow.arrow.lag', lag, names) : t('flow.arrow', names);
}

function titleIn(view: View, id: string): string {
  return view.faces.get(id)?.item.title ?? '';
}

/** "A", "A and B", "A, B and 4 more". */
function listed(names: readonly string[]): string {
  if (names.length > MOST) {
    const more = names.length - MOST + 1;
    return tn('flow.list.more', more, { names: names.slice(0, MOST - 1).join(', ') });
  }
  const last = names.at(-1) ?? '';
  const others = names.slice(0, -1).join(', ');
  return others ? t('flow.list', { names: others, last }) : last;
}
