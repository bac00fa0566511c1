import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, beforeEach, vi } from 'vitest';
import App from './App.svelte';
import { FakeBridge } from './bridge/fake';
import type { Desk } from './commands/desk';
import { fetchLater } from './frame/later';
import type { AspectKind, Bodies } from './plan/aspects';
import { changes, client, item } from './plan/sample';
import type { Changes, Opening } from './plan/types';
import type { News } from './plan/vault';
import { Program } from './program.svelte';
import { afterPaint } from './ui/painted';

// The whole page on a fake bridge, driven by what the hand does.

await fetchLater(); // what is called for opens as quickly as in the program

export let bridge: FakeBridge;
export let program: Program;
let close: () => void = () => undefined;

/** The plan that most of them open. */
export const book: Partial<Changes> = {
  clients: [client('Me')],
  plans: [{ id: 'p1', name: 'Publish a book', subject: 'me', rank: 'a' }],
  areas: [{ id: 'a1', name: 'Growth', hue: 'growth', rank: 'a' }],
  tags: [{ id: 't1', name: 'mornings' }],
  items: [
    item('v', { kind: 'vision', title: 'A book of mine', rank: 'a', why: 'I was there.' }),
    item('g', { kind: 'goal', title: 'A manuscript', parentId: 'v' }),
    item('s', { title: 'Write chapter 12', parentId: 'g', notes: 'Keep **Ada** below.' }),
    item('i', { kind: 'idea', title: 'A map inside the cover', rank: 'b' }),
  ],
  show: 'p1',
};

/** Shows the program on a bridge. */
export async function enter(on: FakeBridge): Promise<void> {
  bridge = on;
  program = new Program(bridge);
  await program.begin();
  bridge.calls.length = 0; // that it is light, no test asks
  const app = mount(App, { target: document.body, props: { program } });
  close = () => void unmount(app);
  await painted();
}

/** Waits until what stands there is painted, and what comes after it has come. */
export async function painted(): Promise<void> {
  await rest();
  await new Promise<void>((done) => void afterPaint(done));
  await rest();
}

/** Shows the program on a plan, as it opened and with what it has to tell. */
export async function start(
  over: Partial<Opening> = {},
  plan: Partial<Changes> = book,
  news: News = { file: '', cutOff: false, locked: false },
): Promise<void> {
  const on = new FakeBridge(changes(plan));
  on.openingNow = { ...on.openingNow, ...over };
  on.newsNow = news;
  await enter(on);
  await program.listen();
  await rest();
}

/** Closes the program and clears its page away. */
export async function leave(): Promise<void> {
  close();
  await rest();
  document.body.innerHTML = '';
}

/** Until all that was called for has come. */
export async function rest(): Promise<void> {
  for (let i = 0; i < 30; i++) await tick();
  flushSync();
}

/** The one element whose accessible name or text is this. */
export function named<Kind extends HTMLElement>(name: string, selector = 'button'): Kind {
  const all = [...document.querySelectorAll<Kind>(selector)];
  const hit = all.find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent?.trim()) === name,
  );
  if (!hit) throw new Error(`no ${selector} called ${name}`);
  return hit;
}

export async function click(name: string, selector?: string): Promise<void> {
  named(name, selector).click();
  await rest();
}

export async function write(
  field: HTMLInputElement | HTMLTextAreaElement,
  text: string,
): Promise<void> {
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await rest();
}

export async function press(
  target: Element,
  key: string,
  held: KeyboardEventInit = {},
): Promise<void> {
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }),
  );
  await rest();
}

export async function show(id: string): Promise<void> {
  program.desk?.hand.pick([id]);
  await rest();
}

/** The desk of the vault that is open. */
export function desk(): Desk {
  if (!program.desk) throw new Error('no vault is open');
  return program.desk;
}

/** Says something of an item, or with '' of the client, and answers with what it became. */
export async function say<K extends AspectKind>(
  kind: K,
  itemId: string,
  body: Bodies[K],
): Promise<string> {
  const made = await desk().edits.setAspect({ id: '', itemId, kind, body, edit: '' });
  await rest();
  return made?.focus ?? '';
}

/** What is said of an item, or with '' of the client. */
export function bodies<K extends AspectKind>(kind: K, itemId = ''): Bodies[K][] {
  return desk()
    .mirror.said.list(kind, itemId)
    .map(({ body }) => body);
}

export const called = (method: string) => bridge.calls.filter(([name]) => name === method);

/** Makes ready before each test of a file, and clears away after it. */
export function inTheHouse(): void {
  beforeEach(() => {
    // jsdom draws nothing: what needs a layer or a size is only called.
    HTMLElement.prototype.scrollIntoView = vi.fn();
  });

  afterEach(leave);
}
