import type { Aspect, Aspects, Bodies, Way } from '../plan/aspects';
import type { Item } from '../plan/types';
import { servedBy, valuesOf, type Served } from '../plan/values';
import { longDay, shortDay } from '../text/dates';
import { t } from '../text/text';

/** What one of the client's things is called; '' when it is gone. */
export function nameOf(
  said: Aspects,
  kind: 'value' | 'person' | 'resource',
  id: string | undefined,
): string {
  const known = kind === 'value' ? valuesOf(said) : said.list(kind, '');
  return known.find((one) => one.id === id)?.body.name ?? '';
}

/** When somebody is off: "Fri 24 Dec to Sun 2 Jan: by the sea". */
export function offWords({ body: { name, from = '', to = from } }: Aspect<'off'>): string {
  const days =
    from === to ? longDay(from) : t('said.off.span', { from: longDay(from), to: longDay(to) });
  return [days, name].filter(Boolean).join(': ');
}

/** Whom or what is waited for: "waiting for Per since 20 Nov"; '' = nobody said. */
export function waitWords({ who, since }: Bodies['wait']): string {
  if (!who) return '';
  return since
    ? t('said.wait.says.since', { who, day: shortDay(since) })
    : t('said.wait.says', { who });
}

/** What was promised: "Fri 4 Dec at 17:00, 8 of 10 sure"; '' = nothing. */
export function promiseWords({ on, time, strength }: Bodies['promise']): string {
  if (on === undefined) return '';
  const day = longDay(on);
  const when = time ? t('said.promise.dayTime', { day, time }) : day;
  return strength === undefined ? when : t('said.promise.sure', { when, strength });
}

/** Which way a decision went: "Stay with the pool, until Sun 1 Mar 2027"; '' = it is open. */
export function choiceWords(said: Aspects, itemId: string): string {
  const { decided, optionId, way, review } = said.once('choice', itemId);
  if (decided === undefined) return '';
  return [
    wayWords(said, itemId, optionId, way),
    review && t('said.choice.until', { day: longDay(review) }),
  ]
    .filter(Boolean)
    .join(', ');
}

/** The way that is chosen in its own words, else where it leads. */
function wayWords(said: Aspects, itemId: string, optionId = '', way?: Way): string {
  const option = said.list('option', itemId).find(({ id }) => id === optionId)?.body.what;
  return option ?? (way ? t(`said.choice.way.${way}`) : '');
}

/** The value that carries an item: of what stands furthest down the one that it serves most is named, of the item last; '' = none. */
export function carriedBy(said: Aspects, item: Item, path: readonly Item[]): string {
  for (const { id } of [...path, item]) {
    const [served] = servedBy(said, id);
    if (served) return served.name;
  }
  return '';
}

/** A value, and how strongly it is served: "Calm, 8 of 10". */
export function servedWords({ name, strength }: Omit<Served, 'id'>): string {
  return strength === undefined ? name : t('said.worth.says', { name, strength });
}

/** How a barrier is judged: "outside, likely"; '' = it is not. */
export function judgement({ body }: Aspect<'barrier'>): string {
  const { where, likely, impact } = body;
  const judged = [
    where && t(`said.barrier.where.${where}`),
    likely && t(`said.barrier.likely.${likely}`),
    impact && t(`said.barrier.impact.${impact}`),
  ].filter(Boolean);
  return judged.join(', ');
}

export function strategyWords({ body }: Aspect<'strategy'>): string {
  const { cue = '', response = '' } = body;
  return t('said.strategy.says', { cue, response });
}

/** What somebody has to do with it: "Ada helps". */
export function partWords(said: Aspects, { body }: Aspect<'part'>): string {
  const name = nameOf(said, 'person', body.personId);
  return t(`said.part.says.${body.part ?? 'helps'}`, { name });
}

/** What somebody said to cheer them on: "Liv: Go! · 13 March". */
export function cheerWords({ who, words = '', on }: Bodies['cheer']): string {
  const says = who ? t('said.cheer.says', { who, words }) : words;
  return [says, on && longDay(on)].filter(Boolean).join(' · ');
}

/** How it was celebrated: "We sang. · Cake · 13 March". */
export function celebrationWords({ note, reward, on }: Bodies['celebration']): string {
  return [note, reward, on && longDay(on)].filter(Boolean).join(' · ');
}

/** What went wrong and what came of it: "It rained. · Learned: look first · Since then: a coat" */
export function setbackWords({ what = '', learned, changed }: Bodies['setback']): string {
  return [
    what,
    learned && t('said.setback.taught', { learned }),
    changed && t('said.setback.since', { changed }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What is needed, and how much of it: "Savings: 300 €". */
export function needWords(said: Aspects, { body }: Aspect<'need'>): string {
  const name = nameOf(said, 'resource', body.resourceId);
  if (body.amount === undefined) return name;
  const unit = said.list('resource', '').find(({ id }) => id === body.resourceId)?.body.unit ?? '';
  return t('said.need.says.amount', { name, amount: body.amount, unit }).trim();
}

/** What is given away of a resource when it is more than there is (R66); else null. */
export function overdrawn(
  said: Aspects,
  resourceId: string,
): { used: number; amount: number; unit: string } | null {
  const resource = said.list('resource', '').find(({ id }) => id === resourceId)?.body;
  if (resource?.amount === undefined) return null;
  const used = said
    .all('need')
    .filter(({ body }) => body.resourceId === resourceId)
    .reduce((sum, { body }) => sum + (body.amount ?? 0), 0);
  return used > resource.amount
    ? { used, amount: resource.amount, unit: resource.unit ?? '' }
    : null;
}
