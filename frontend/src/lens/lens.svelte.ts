import type { Mirror } from '../plan/mirror.svelte';
import type { Item } from '../plan/types';
import { askOf, survey, UNSEEN, type Survey } from './survey';
import type { Verdict } from './types';

/** The way to ask what titles are, in their order. */
export interface Reading {
  check(lang: string, titles: string[]): Promise<Verdict[]>;
}

/** What is asked at once: a plan of ten thousand steps comes in a few answers. */
const MOST = 2000;

/**
 * The Action Lens as the page knows it: what each title is, asked for once and
 * remembered, and what that asks of the plan. Whoever reads it follows it: an
 * answer that comes later is told by version.
 */
export class Lens {
  /** The item whose chip the view shows; '' = none. */
  shown = $state('');
  /** True once the page is drawn: the plan as a whole is read only then. */
  awake = $state(false);

  #version = $state(0);
  #lang = '';
  #known = new Map<string, Verdict>();
  #wanted = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #mirror: Mirror;
  readonly #reading: Reading;
  readonly #language: () => string;

  constructor(mirror: Mirror, reading: Reading, language: () => string) {
    this.#mirror = mirror;
    this.#reading = reading;
    this.#language = language;
  }

  get on(): boolean {
    return this.#language() !== '';
  }

  /** The language of the titles. */
  get language(): string {
    return this.#language();
  }

  /** What a title is; undefined until that is known, and while the lens is off. */
  readonly read = (title: string): Verdict | undefined => {
    void this.#version;
    const lang = this.#language();
    if (lang !== this.#lang) this.#forget(lang);
    if (lang === '' || title.trim() === '') return undefined;
    const known = this.#known.get(title);
    if (!known) this.#want(title);
    return known;
  };

  /** What it asks of an item, if anything. */
  asks(item: Item): Verdict | undefined {
    return this.on ? askOf(item, this.#mirror, this.read) : undefined;
  }

  /** The plan shown, or a branch of it. */
  survey(branch = ''): Survey {
    return this.on && this.awake ? survey(this.#mirror, branch, this.read) : UNSEEN;
  }

  /** The plan shown, worked out once for all who ask. */
  readonly whole: Survey = $derived(this.survey());

  #forget(lang: string): void {
    this.#lang = lang;
    this.#known.clear();
    this.#wanted.clear();
  }

  #want(title: string): void {
    this.#wanted.add(title);
    this.#timer ??= setTimeout(() => void this.#ask());
  }

  async #ask(): Promise<void> {
    const lang = this.#lang;
    const titles = [...this.#wanted].slice(0, MOST);
    const verdicts = await this.#reading.check(lang, titles).catch(() => []);
    if (lang === this.#lang) this.#learn(titles, verdicts);
    this.#timer = this.#wanted.size > 0 ? setTimeout(() => void this.#ask()) : undefined;
  }

  #learn(titles: readonly string[], verdicts: readonly Verdict[]): void {
    titles.forEach((title, i) => {
      const verdict = verdicts[i];
      this.#wanted.delete(title);
      if (verdict) this.#known.set(title, verdict);
    });
    this.#version++;
  }
}
