import { tick, untrack } from 'svelte';
import type { Command, Group } from '../commands/command';
import type { Desk } from '../commands/desk';
import { nameOf, soughtName } from '../commands/names';
import type { Item, Plan } from '../plan/types';
import { plain, plainTitle, wordsOf } from '../plan/words';
import { t, tn } from '../text/text';
import type { Section } from '../ui/finder';
import {
  commandLine,
  commandOfLine,
  goLine,
  itemLine,
  keepLine,
  moreLine,
  planLine,
  searchLine,
  type Act,
  type Choice,
} from './lines';
import { best, rank, WORD, type Best, type Query } from './rank';
import { remembered, using, VIEW, type Used } from './used';

/** How many lines are shown of each before one asks for more. */
const HERE = 8;
const ELSEWHERE = 4;
const DO = 6;
const LATELY = 6;
/** What one is most likely to want, unasked. */
const NEAREST: readonly Group[] = ['item', 'edit', 'view', 'file', 'help'];
/** More lines than this nobody reads. */
const WIDE = 200;

/**
 * Everything that can be found or done, narrowed by what is typed. A > at the
 * beginning leaves the commands alone; about narrows it to what can be done
 * with one item, which the view has in hand then.
 */
export class Palette {
  words = $state('');
  /** The item that is asked about; null = none. */
  about = $state.raw<Item | null>(null);

  readonly #desk: Desk;
  #used = $state.raw<Used>([]);
  /** The words for which all was asked to be shown. */
  #wide = $state('');
  #before = '';

  constructor(desk: Desk, words = '') {
    this.#desk = desk;
    this.words = words;
    void desk.edits.place(desk.mirror.planId, VIEW).then((kept) => {
      this.#used = remembered(kept);
    });
  }

  /** The items of the plan shown in the order of the outline. */
  readonly #here = $derived.by(() => this.#itemsOf([this.#desk.mirror.planId]));
  /** The items of all other plans. */
  readonly #elsewhere = $derived.by(() => {
    const { plans, planId } = this.#desk.mirror;
    return this.#itemsOf(plans.map((plan) => plan.id).filter((id) => id !== planId));
  });

  readonly #commandsOnly = $derived(this.words.trimStart().startsWith('>'));
  /** What was typed, without the sign that leaves the commands alone. */
  readonly #typed = $derived(this.words.trimStart().replace(/^>/, '').trim());
  readonly #query: Query = $derived({ whole: plain(this.#typed), words: wordsOf(this.#typed) });

  readonly #answer = $derived.by(() => {
    if (this.about) return this.#aboutItem(this.about);
    if (this.#commandsOnly) return this.#commandsAlone();
    return this.#typed === '' ? this.#unasked() : this.#asked();
  });

  get sections(): readonly Section<Choice>[] {
    return this.#answer.sections;
  }

  /** How much was found, in words. */
  get count(): string {
    return tn('palette.found', this.#answer.count);
  }

  /** Turns to what can be done with an item, and has the view take it in hand. */
  turnTo(item: Item): void {
    this.#before = this.words;
    this.words = '';
    this.about = item;
    this.#desk.hand.find(item.id);
  }

  /** Turns back to what was typed before. */
  turnBack(): void {
    this.about = null;
    this.words = this.#before;
  }

  /** Shows all that was found. */
  widen(): void {
    this.#wide = this.words;
  }

  /** Does what a line says; the palette is closed by then. */
  async run({ id, act }: Choice): Promise<void> {
    this.#remember(id, act);
    switch (act.do) {
      case 'go':
        return this.#go(act.item);
      case 'open':
        await this.#desk.edits.openPlan(act.plan.id);
        return;
      case 'search':
        this.#desk.sheets.finding.words = act.words;
        return act.command.run();
      case 'keep':
        return this.#keep(act.title);
      case 'run':
        if (act.item) await this.#go(act.item);
        await tick();
        return act.command.run();
      case 'widen':
        return this.widen();
    }
  }

  async #go(item: Item): Promise<void> {
    const { mirror, edits, hand } = this.#desk;
    if (item.planId !== mirror.planId) await edits.openPlan(item.planId);
    hand.seek(item.id);
  }

  async #keep(title: string): Promise<void> {
    const { mirror, edits, notices } = this.#desk;
    const afterId = mirror.children('').at(-1) ?? '';
    const place = { planId: mirror.planId, parentId: '', afterId };
    const words = { kind: 'idea', title, edit: '', estimateMin: 0, columnId: '' } as const;
    const kept = await edits.addItem({ place, ...words });
    if (kept) notices.tell(t('palette.kept', { title }), () => void edits.undo());
  }

  #remember(id: string, act: Act): void {
    const { mirror, edits } = this.#desk;
    if (act.do !== 'go' && act.do !== 'run') return;
    const line = act.do === 'go' ? `item ${act.item.id}` : id.replace(/ of$/, '');
    void edits.savePlace(mirror.planId, VIEW, JSON.stringify(using(this.#used, line)));
  }

  /** Nothing is typed yet: what was used lately, then all that can be done, what is nearest to the plan first. */
  #unasked(): Answer {
    const lately = this.#lately();
    const known = new Set(lately.map((line) => line.id));
    const rest = this.#able
      .sort((a, b) => distance(a) - distance(b))
      .map((one) => commandLine(one, ''))
      .filter((line) => !known.has(line.id));
    return answer([
      { title: t('palette.lately'), lines: lately },
      { title: t('palette.do'), lines: rest },
    ]);
  }

  /** What was used lately, filled up with what was changed lately. */
  #lately(): Choice[] {
    const { mirror } = this.#desk;
    const changed = best(this.#here, WIDE, () => WORD).hits;
    changed.sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
    const lines = new Map(
      [
        ...this.#used.flatMap((id) => this.#usedLine(id) ?? []),
        ...changed.slice(0, LATELY).map((item) => itemLine(mirror, item, '')),
      ].map((line) => [line.id, line]),
    );
    return [...lines.values()].slice(0, LATELY);
  }

  #usedLine(id: string): Choice | undefined {
    const { mirror } = this.#desk;
    const item = mirror.item(id.replace(/^item /, ''));
    if (item?.planId === mirror.planId) return itemLine(mirror, item, '');
    const command = this.#able.find((one) => `do ${one.id}` === id);
    return command && commandLine(command, '');
  }

  #commandsAlone(): Answer {
    const { hits } = this.#ranked(this.#able, WIDE);
    const lines = hits.map((one) => commandLine(one, this.#typed));
    return answer([{ title: t('palette.do'), lines }]);
  }

  #asked(): Answer {
    const { mirror } = this.#desk;
    const wide = this.#wide === this.words;
    const here = this.#found(this.#here, wide ? WIDE : HERE);
    const plans = this.#plans();
    const others = this.#found(this.#elsewhere, wide ? WIDE : ELSEWHERE);
    const commands = this.#ranked(this.#able, DO);
    const left = here.count + others.count - here.hits.length - others.hits.length;
    const line = (item: Item) => itemLine(mirror, item, this.#typed);
    const planned = plans.hits.map((plan) => planLine(plan, this.#typed));
    const sections = [
      { title: t('palette.here'), lines: here.hits.map(line) },
      { title: t('palette.others'), lines: [...planned, ...others.hits.map(line)] },
      { title: '', lines: left > 0 && !wide ? [moreLine(left)] : [] },
      { title: t('palette.do'), lines: this.#doable(commands.hits, here) },
      { title: '', lines: this.#everywhere() },
    ];
    return { sections, count: here.count + plans.count + others.count + commands.count };
  }

  /** The commands found, what can be done with the item found best, and keeping the words. */
  #doable(commands: readonly Command[], here: Best<Item>): Choice[] {
    const [item] = here.hits;
    const of = item && here.top >= WORD ? this.#linesOf(item) : [];
    const lines = commands.map((one) => commandLine(one, this.#typed));
    return [...lines, ...of, keepLine(this.#typed)];
  }

  /** The way on to all that is written, beyond titles. */
  #everywhere(): Choice[] {
    const command = this.#desk.commands.get('frame.search');
    return command?.enabled() ? [searchLine(command, this.#typed)] : [];
  }

  #linesOf(item: Item): Choice[] {
    return this.#able.flatMap((command) => {
      const words = nameOf(command, item.title);
      return words === null ? [] : [commandOfLine(command, item, words, this.#typed)];
    });
  }

  #aboutItem(item: Item): Answer {
    const able = this.#able.filter((one) => one.group === 'item' || nameOf(one, '') !== null);
    const { hits } = this.#ranked(able, WIDE);
    const go = this.#typed === '' ? [goLine(item)] : [];
    const lines = [...go, ...hits.map((one) => commandLine(one, this.#typed))];
    return answer([{ title: item.title, lines }]);
  }

  get #able(): Command[] {
    return this.#desk.commands.all().filter((command) => command.enabled());
  }

  #ranked(commands: readonly Command[], most: number): Best<Command> {
    const query = this.#query;
    return best(commands, most, (command) => rank(plain(soughtName(command)), query));
  }

  #found(items: readonly Item[], most: number): Best<Item> {
    const query = this.#query;
    return best(items, most, (item) => rank(plainTitle(item), query));
  }

  /** The other plans that have such a name. */
  #plans(): Best<Plan> {
    const { plans, planId } = this.#desk.mirror;
    const others = plans.filter(({ id }) => id !== planId);
    return best(others, ELSEWHERE, ({ name }) => rank(plain(name), this.#query));
  }

  /** Reads the plans as a whole: one thing to follow instead of one for every item. */
  #itemsOf(planIds: readonly string[]): Item[] {
    const { mirror } = this.#desk;
    void mirror.version;
    return untrack(() =>
      planIds
        .flatMap((planId) => mirror.children('', planId))
        .flatMap((id) => [id, ...mirror.descendants(id)])
        .flatMap((id) => mirror.item(id) ?? []),
    );
  }
}

/** How far from the plan a command is: those of its lines come first, those of the program last. */
function distance({ group, id }: Command): number {
  const ofWindow = group === 'view' && id.startsWith('view.');
  return NEAREST.indexOf(ofWindow ? 'file' : group);
}

interface Answer {
  readonly sections: readonly Section<Choice>[];
  readonly count: number;
}

function answer(sections: readonly Section<Choice>[]): Answer {
  return { sections, count: sections.reduce((sum, { lines }) => sum + lines.length, 0) };
}
