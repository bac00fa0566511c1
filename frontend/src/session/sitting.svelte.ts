import { tick, untrack } from 'svelte';
import type { Desk } from '../commands/desk';
import type { Verdict } from '../lens/types';
import type { Style } from '../plan/aspects';
import { shownName } from '../plan/coaching';
import type { Item } from '../plan/types';
import { readDay } from '../text/dates';
import { readTime } from '../text/times';
import { t } from '../text/text';
import { answerTo, type Reply } from './answering';
import { courseOf, lastWords, putQuestion, type Course, type Part } from './course';
import { CLEAN, deckOf, type Clean } from './decks';
import { PLACE, writeKept } from './kept';

/** A session while somebody sits in it: what is asked, and what is being said. */
export class Sitting {
  /** What is typed to the question of now. */
  typed = $state('');
  number = $state<number>();
  day = $state('');
  time = $state('');
  /** The card of the tray, or the step, that the hand is on; '' = none. */
  chosen = $state('');
  /** Which field cannot be read. */
  wrong = $state<'day' | 'time' | null>(null);
  /** The clean question that is put between two others. */
  clean = $state<Clean | null>(null);

  readonly course: Course | null = $derived.by(() => this.#course());
  readonly parts: readonly Part[] = $derived.by(() => this.#parts());
  readonly asked: string = $derived(this.parts.map(({ words }) => words).join(''));

  readonly #desk: Desk;
  readonly #id: string;
  /** Since when the question of now stands there, in ms. */
  #since = performance.now();

  constructor(desk: Desk, id: string) {
    this.#desk = desk;
    this.#id = id;
  }

  /** True for somebody alone: the questions speak to themselves (R123). */
  get alone(): boolean {
    return this.#desk.mirror.client?.own ?? true;
  }

  /** What whoever looks on may read of the one who sits here. */
  get whom(): string {
    const { client } = this.#desk.mirror;
    return client ? shownName(client) : '';
  }

  /** What the lens says of a step that names a result; undefined of any other. */
  hint(step: Item): Verdict | undefined {
    const verdict = this.#desk.lens.asks(step);
    return verdict?.kind === 'outcome' ? verdict : undefined;
  }

  get style(): Style {
    return this.course?.session.body.style ?? 'list';
  }
  setStyle(style: Style): void {
    void this.#say({ style });
  }

  #course(): Course | null {
    const { mirror } = this.#desk;
    const session = mirror.said.list('session', '').find(({ id }) => id === this.#id);
    if (!session) return null;
    const deck = deckOf(mirror, session.body.deck ?? '', this.alone);
    const isResult = (step: Item) => this.hint(step) !== undefined;
    return courseOf(mirror, session, deck, { after: this.alone, isResult });
  }

  #parts(): Part[] {
    const { clean, course } = this;
    if (clean) return this.cleanly(clean);
    if (!course?.asked) return [];
    const { again, ask } = course.asked;
    return this.#put(again && ask.again !== '' ? ask.again : ask.words);
  }

  /** A clean question as it would be put now. */
  cleanly(clean: Clean): Part[] {
    return this.#put(t(`clean.${clean}`));
  }

  #put(question: string): Part[] {
    const { asked, answers = [], root } = this.course ?? {};
    const step = this.#desk.mirror.item(asked?.itemId ?? '')?.title ?? '';
    const goal = root?.title ?? '';
    const own = { goal, step, words: lastWords(answers), this: t('session.this') };
    return putQuestion(question, own);
  }

  /** A new question stands there. What was typed since the last answer is said to it. */
  begin(): void {
    this.#since = performance.now();
    const { course } = this;
    const does = course?.asked?.ask.does;
    const among = does === 'order' ? course?.tray : does === 'pin' ? course?.steps : [];
    this.chosen = among?.[0]?.id ?? '';
    if (does !== 'when') return;
    const promise = this.#desk.mirror.said.once('promise', course?.asked?.itemId ?? '');
    [this.day, this.time] = [promise.on ?? '', promise.time ?? ''];
  }

  /** Whatever is said to the question of now. From here on one types to the next. */
  async say(): Promise<boolean> {
    const { typed, number } = this;
    const reply = this.#reply(typed.trim(), number);
    if (!reply) return false;
    [this.typed, this.number] = ['', undefined];
    const said = this.clean ? await this.#cleanly(typed.trim()) : await this.#answer(reply);
    if (!said) [this.typed, this.number] = [typed + this.typed, this.number ?? number];
    return said;
  }

  /** What is said, as the question asks for it; null = nothing yet. */
  #reply(words: string, number: number | undefined): Omit<Reply, 'asked' | 'took'> | null {
    const does = this.clean ? 'say' : this.course?.asked?.ask.does;
    switch (does) {
      case 'when':
        return this.#promised(words, number);
      case 'pin':
        return { itemId: this.chosen };
      case 'fuzzy':
      case 'clear':
      case 'importance':
      case 'confidence':
        return number === undefined ? null : { number };
      default: {
        const card = does === 'order' && words === '' && this.#card();
        if (card) return { itemId: card.id, words: card.title };
        return words === '' ? null : { words };
      }
    }
  }

  /** The card of the tray that the hand is on. */
  #card(): Item | undefined {
    return this.course?.tray.find(({ id }) => id === this.chosen);
  }

  /** Nothing, or nothing else. What still lies in the tray has to be parked first. */
  async nothing(): Promise<boolean> {
    const { course } = this;
    if (this.clean) {
      this.clean = null;
      return true;
    }
    if (course?.asked?.ask.does === 'order' && course.tray.length > 0) return false;
    return this.#answer({});
  }

  /** What lies in the tray has no place in this plan now, on purpose (R112). */
  async park(): Promise<void> {
    const ids = this.course?.tray.map(({ id }) => id) ?? [];
    await this.#desk.edits.setState(ids, 'parked');
  }

  /** The last thing that was done is an answer. */
  get goesBack(): boolean {
    return this.#desk.mirror.undo.op === 'answer';
  }

  /** Takes back the last answer with all that became of it; what was said stands there, to be said anew. */
  async back(): Promise<void> {
    const last = this.course?.answers.at(-1);
    if (!this.goesBack || !last) return;
    const { words = '', number, itemId = '', ask = '' } = last;
    const promise = this.#desk.mirror.said.once('promise', itemId);
    await this.#desk.edits.undo();
    this.clean = CLEAN.find((clean) => ask === `clean.${clean}`) ?? null;
    await tick(); // the question stands there anew
    const chosen = this.course?.tray.some(({ id }) => id === itemId);
    if (chosen) this.chosen = itemId;
    [this.typed, this.number] = [chosen ? '' : words, number];
    [this.day, this.time] = [promise.on ?? '', promise.time ?? ''];
  }

  /** The session is over. */
  async end(): Promise<void> {
    if (this.course?.session.body.ended === undefined)
      await this.#say({ ended: new Date().toISOString() });
    await this.leave();
  }

  /** Leaves it; it goes on another time with the same question. */
  async leave(): Promise<void> {
    const { mirror, edits } = this.#desk;
    const kept = { id: '', typed: this.typed, of: this.#id };
    await edits.savePlace(mirror.planId, PLACE, writeKept(kept));
  }

  /** Keeps that one sits here, and what is typed. */
  async keep(): Promise<void> {
    const { mirror, edits } = this.#desk;
    const planId = untrack(() => mirror.planId);
    const kept = { id: this.#id, typed: this.typed, of: this.#id };
    await edits.savePlace(planId, PLACE, writeKept(kept));
  }

  /** Somebody looks on. */
  get shared(): boolean {
    return this.#desk.shared;
  }

  /** From now on somebody looks on; the way back is outside of a session. */
  async share(): Promise<void> {
    if (this.shared || this.alone) return;
    await this.keep();
    await this.#desk.share(true);
  }

  /** The coach keeps this moment; nothing on the screen tells of it (R117). */
  mark(kind: 'sticky' | 'supervision'): void {
    const ask = this.course?.asked?.ask.key ?? '';
    void this.#desk.edits.coach.mark({ sessionId: this.#id, kind, ask });
  }

  #promised(words: string, number: number | undefined): Omit<Reply, 'asked' | 'took'> | null {
    const day = readDay(this.day, this.#desk.now.day);
    const time = this.time.trim() === '' ? '' : readTime(this.time);
    this.wrong = day === null ? 'day' : time === null ? 'time' : null;
    if (day === null || time === null) return null;
    const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
    const promise = { day, time, zone, words, strength: number ?? -1 };
    return words === '' ? { promise } : { promise, words };
  }

  async #cleanly(words: string): Promise<boolean> {
    const body = { ask: `clean.${this.clean}`, asked: this.asked, words, took: this.#took() };
    const said = await this.#desk.edits.coach.answer({ sessionId: this.#id, body });
    if (said) this.clean = null;
    return said !== undefined;
  }

  async #answer(reply: Omit<Reply, 'asked' | 'took'>): Promise<boolean> {
    const { course } = this;
    if (!course?.asked) return false;
    const whole = { asked: this.asked, took: this.#took(), ...reply };
    const answer = answerTo(this.#desk.mirror, course, whole);
    return (await this.#desk.edits.coach.answer(answer)) !== undefined;
  }

  #took(): number {
    return Math.round((performance.now() - this.#since) / 1000);
  }

  #say(body: { style?: Style; ended?: string }) {
    const about = { id: this.#id, itemId: '', kind: 'session' as const };
    return this.#desk.edits.setAspect({ ...about, body, edit: '' });
  }
}
