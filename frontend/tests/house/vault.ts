import type { Changes, Item } from '../../src/plan/types';
import type { Page } from 'playwright-core';
import type { App } from './app';

/** What the vault holds, asked of the program itself and not of the page. */
export async function vault(app: App): Promise<Changes> {
  const response = await fetch(`${app.url}/client.json`);
  if (!response.ok) throw new Error(`the program answers ${String(response.status)}`);
  return (await response.json()) as Changes;
}

/**
 * The plan on show as indented lines, two spaces a level: "goal: Find an
 * agent", a done one "step: Call Per ✓".
 */
export async function planned(app: App): Promise<string[]> {
  const { items, show } = await vault(app);
  const below = (parentId: string): Item[] =>
    items
      .filter((item) => item.planId === show && item.parentId === parentId)
      .sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const lines = (parentId: string, indent: string): string[] =>
    below(parentId).flatMap((item) => [
      `${indent}${item.kind}: ${item.title}${item.state === 'done' ? ' ✓' : ''}`,
      ...lines(item.id, indent + '  '),
    ]);
  return lines('', '');
}

/** The item with this title. */
export async function item(app: App, title: string): Promise<Item> {
  const found = (await vault(app)).items.find((one) => one.title === title);
  if (!found) throw new Error(`nothing is called ${title}`);
  return found;
}

/** What the program remembers of a view of the plan on show: JSON, or '' for nothing. */
export async function place(page: Page, app: App, view: string): Promise<string> {
  const { show } = await vault(app);
  const places = await call<{ view: string; data: string }[]>(page, 'Places', 'Of', show);
  return places.find((one) => one.view === view)?.data ?? '';
}

/** The ids of the rows that the program remembers as folded in the plan on show. */
export async function folded(page: Page, app: App): Promise<string[]> {
  const kept = await place(page, app, 'outline');
  return kept === '' ? [] : (JSON.parse(kept) as { folded: string[] }).folded;
}

/** Calls a bound method as a script in the page could, past everything that the page looks after. */
export function call<T>(
  page: Page,
  struct: string,
  method: string,
  ...args: unknown[]
): Promise<T> {
  return page.evaluate(
    ([name, verb, given]) =>
      (window as unknown as Bound).go.app[name]![verb]!(...given) as Promise<T>,
    [struct, method, args] as const,
  );
}

interface Bound {
  go: { app: Record<string, Record<string, (...args: unknown[]) => unknown>> };
}
