import type { Found, Question } from './found';
import type { Bridge, Kept } from '../bridge/bridge';
import type { Leaving, Picture, Preview } from '../exchange/types';
import { base64Of } from '../pictures/parts';
import { asBridgeError, type BridgeError } from '../bridge/errors';
import type {
  AspectEdit,
  AspectItem,
  AspectKind,
  AspectStep,
  Committed,
  Decision,
} from './aspects';
import { BoardEdits } from './boardedits';
import { CoachEdits, type Through } from './coachedits';
import { ColumnEdits } from './columnedits';
import type { NewCheckin } from './looking';
import type { Mirror } from './mirror.svelte';
import { Places } from './places';
import type {
  Above,
  Dates,
  Changes,
  Kind,
  Move,
  NewItem,
  NewLink,
  NewVersion,
  Paste,
  Snapshot,
  State,
  Subject,
  TextEdit,
  Trashed,
  Weave,
} from './types';

export type Saving = 'saved' | 'saving' | 'failed';

/**
 * Every edit a view can make. One call runs at a time and in order, so that
 * two fast edits never overtake each other; what comes back goes into the
 * mirror before the promise resolves. A refusal is reported once, and the
 * promise then gives undefined.
 */
export class Edits {
  /** The truth about the vault: failed stays until the next edit is durable. */
  saving = $state<Saving>('saved');
  /** When the last edit became durable; null before the first. */
  savedAt = $state<Date | null>(null);
  /** What can be done with vision boards. */
  readonly boards: BoardEdits;
  /** What can be done with the columns of the kanban board. */
  readonly columns: ColumnEdits;
  /** What can be done with clients and sessions. */
  readonly coach: CoachEdits;

  readonly #bridge: Bridge;
  readonly #mirror: Mirror;
  readonly #report: (error: BridgeError) => void;
  readonly #places: Places;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(bridge: Bridge, mirror: Mirror, report: (error: BridgeError) => void) {
    this.#bridge = bridge;
    this.#mirror = mirror;
    this.#report = report;
    this.#places = new Places(bridge);
    const through: Through = {
      edit: (call) => this.#edit(call),
      open: (call) => this.#open(call),
      ask: (call) => this.#ask(call),
    };
    this.boards = new BoardEdits(bridge, through);
    this.columns = new ColumnEdits(bridge, through);
    this.coach = new CoachEdits(bridge, through);
  }

  /** Adds an item; the changes' focus is its id. */
  addItem(input: NewItem) {
    return this.#edit(() => this.#bridge.addItem(input));
  }
  setTitle(input: TextEdit) {
    return this.#edit(() => this.#bridge.setTitle(input));
  }
  setText(input: TextEdit) {
    return this.#edit(() => this.#bridge.setText(input));
  }
  moveItems(input: Move) {
    return this.#edit(() => this.#bridge.moveItems(input));
  }
  copyItems(input: Move) {
    return this.#edit(() => this.#bridge.copyItems(input));
  }
  /** Pasted text becomes items; the changes' focus is the first of them. */
  pasteText(input: Paste) {
    return this.#edit(() => this.#bridge.pasteText(input));
  }
  setState(ids: string[], state: State) {
    return this.#edit(() => this.#bridge.setState(ids, state));
  }
  setKind(ids: string[], kind: Kind) {
    return this.#edit(() => this.#bridge.setKind(ids, kind));
  }
  /** Puts something new between an item and what it stands below; the changes' focus is its id. */
  addAbove(input: Above) {
    return this.#edit(() => this.#bridge.addAbove(input));
  }
  /** Makes an item a goal or a milestone, higher up where it may not be one here. */
  raiseItem(id: string, kind: Kind) {
    return this.#edit(() => this.#bridge.raiseItem(id, kind));
  }
  setDue(ids: string[], due: string) {
    return this.#edit(() => this.#bridge.setDue(ids, due));
  }
  setDates(dates: Dates[]) {
    return this.#edit(() => this.#bridge.setDates(dates));
  }
  setSpent(ids: string[], minutes: number) {
    return this.#edit(() => this.#bridge.setSpent(ids, minutes));
  }
  setEstimate(ids: string[], minutes: number) {
    return this.#edit(() => this.#bridge.setEstimate(ids, minutes));
  }
  setArea(ids: string[], areaId: string) {
    return this.#edit(() => this.#bridge.setArea(ids, areaId));
  }
  addTag(ids: string[], name: string) {
    return this.#edit(() => this.#bridge.addTag(ids, name));
  }
  removeTag(ids: string[], tagId: string) {
    return this.#edit(() => this.#bridge.removeTag(ids, tagId));
  }
  setDraft(ids: string[], draft: boolean) {
    return this.#edit(() => this.#bridge.setDraft(ids, draft));
  }
  setIsAction(ids: string[], is: boolean) {
    return this.#edit(() => this.#bridge.setIsAction(ids, is));
  }
  deleteItems(ids: string[]) {
    return this.#edit(() => this.#bridge.deleteItems(ids));
  }
  restoreItems(input: Move) {
    return this.#edit(() => this.#bridge.restoreItems(input));
  }
  addLink(input: NewLink) {
    return this.#edit(() => this.#bridge.addLink(input));
  }
  /** Puts an item into the flow of its plan; the changes' focus is the item. */
  weave(input: Weave) {
    return this.#edit(() => this.#bridge.weave(input));
  }
  setLag(id: string, days: number) {
    return this.#edit(() => this.#bridge.setLag(id, days));
  }
  setWeight(id: string, weight: number) {
    return this.#edit(() => this.#bridge.setWeight(id, weight));
  }
  removeLink(id: string) {
    return this.#edit(() => this.#bridge.removeLink(id));
  }
  /** Keeps a plan as it is, before it is adapted. */
  keepVersion(input: NewVersion) {
    return this.#edit(() => this.#bridge.keepVersion(input));
  }
  /** Keeps a check-in with all that becomes of it; the changes' focus is the check-in. */
  checkIn(input: NewCheckin) {
    return this.#edit(() => this.#bridge.checkIn(input));
  }
  /** Says something of an item or of the client; the changes' focus is the aspect. */
  setAspect<K extends AspectKind>(input: AspectEdit<K>) {
    return this.#edit(() => this.#bridge.setAspect(input));
  }
  /** Makes a step that comes out of an aspect; the changes' focus is the step. */
  addStepOf(input: AspectStep) {
    return this.#edit(() => this.#bridge.addStepOf(input));
  }
  /** Makes an item out of what a person says of themselves; the changes' focus is the item. */
  addItemOf(input: AspectItem) {
    return this.#edit(() => this.#bridge.addItemOf(input));
  }
  pick(ids: string[], day: string) {
    return this.#edit(() => this.#bridge.pick(ids, day));
  }
  commit(input: Committed) {
    return this.#edit(() => this.#bridge.commit(input));
  }
  decide(input: Decision) {
    return this.#edit(() => this.#bridge.decide(input));
  }
  reopen(input: Decision) {
    return this.#edit(() => this.#bridge.reopen(input));
  }
  removeAspect(id: string) {
    return this.#edit(() => this.#bridge.removeAspect(id));
  }
  moveAspect(id: string, afterId: string) {
    return this.#edit(() => this.#bridge.moveAspect(id, afterId));
  }
  /** Hangs a file on an item that the person chooses, where it is or as a copy; the changes' focus is the attachment. */
  attachFile(itemId: string, copy: boolean) {
    return this.#edit(() => this.#bridge.attachFile(itemId, copy));
  }
  /** Brings the chosen file in, at the end of a plan; the changes' focus is the first item. */
  importFile(token: string, planId: string) {
    return this.#edit(() => this.#bridge.importFile(token, planId));
  }
  undo() {
    return this.#edit(() => this.#bridge.undo());
  }
  redo() {
    return this.#edit(() => this.#bridge.redo());
  }
  addPlan(name: string, subject: Subject) {
    return this.#edit(() => this.#bridge.addPlan(name, subject));
  }
  renamePlan(id: string, name: string) {
    return this.#edit(() => this.#bridge.renamePlan(id, name));
  }
  setPlanSubject(id: string, subject: Subject) {
    return this.#edit(() => this.#bridge.setPlanSubject(id, subject));
  }
  openPlan(id: string) {
    return this.#edit(() => this.#bridge.openPlan(id));
  }
  addSample(key: string) {
    return this.#edit(() => this.#bridge.addSample(key));
  }

  /** Comes back when every edit made so far is durable or refused. */
  async settled(): Promise<void> {
    await this.#last.catch(() => undefined);
  }

  /** What lies in the trash, after every edit made so far. */
  async trash(): Promise<Trashed[]> {
    return (await this.#ask(() => this.#bridge.trash())) ?? [];
  }

  /** What a question finds, after every edit made so far; null where that cannot be told. */
  async find(question: Question): Promise<Found | null> {
    return (await this.#ask(() => this.#bridge.find(question))) ?? null;
  }

  /** What was in a plan when a version was kept; undefined when that cannot be told. */
  snapshot(versionId: string): Promise<Snapshot | undefined> {
    return this.#bridge.snapshot(versionId).catch((thrown: unknown) => {
      this.#report(asBridgeError(thrown));
      return undefined;
    });
  }

  /** What a file holds that the person chooses; undefined when they turn away, or it is refused. */
  async chooseImport(zone: string): Promise<Preview | undefined> {
    const preview = await this.#ask(() => this.#bridge.chooseImport(zone));
    return preview?.token ? preview : undefined;
  }

  /** Lets go of the chosen file. */
  async forgetImport(): Promise<void> {
    await this.#ask(() => this.#bridge.forgetImport());
  }

  /** Writes a plan, or a branch of it, where the person says; the path, '' when they turn away or it is refused. */
  async exportPlan(what: Leaving): Promise<string> {
    return (await this.#ask(() => this.#bridge.exportPlan(what))) ?? '';
  }
  /** Writes a drawing where the person says, as exportPlan does. */
  async savePicture({ name, format, data }: Picture): Promise<string> {
    const save = async () => {
      let first = true;
      for await (const part of base64Of(new Blob([data]))) {
        await this.#bridge.layPicture(part.data, first);
        first = false;
      }
      return this.#bridge.savePicture(name, format);
    };
    return (await this.#ask(save)) ?? '';
  }
  /** Opens what hangs on an item, in the program that the system has for it. */
  async openAttachment(id: string): Promise<void> {
    await this.#ask(() => this.#bridge.openAttachment(id));
  }
  async showExport(): Promise<void> {
    await this.#ask(() => this.#bridge.showExport());
  }

  /** Where the hand was in the views of a plan is told before anybody asks for it. */
  knowPlaces(planId: string, places: readonly Kept[]): void {
    this.#places.know(planId, places);
  }

  /** Where the hand was in a view of a plan; '' when nothing is kept. */
  place(planId: string, view: string): Promise<string> {
    return this.#places.get(planId, view);
  }

  /** Keeps where the hand was. Losing it costs nothing, so a failure is quiet. */
  savePlace(planId: string, view: string, data: string): Promise<void> {
    return this.#places.save(planId, view, data);
  }

  /** Asks for something that is no edit, after every edit made so far; a refusal is reported. */
  async #ask<T>(call: () => Promise<T>): Promise<T | undefined> {
    await this.settled();
    return call().catch((thrown: unknown) => {
      this.#report(asBridgeError(thrown));
      return undefined;
    });
  }

  #edit(call: () => Promise<Changes>): Promise<Changes | undefined> {
    return this.#queue(async () => {
      const changes = await call();
      this.#mirror.apply(changes);
      this.#durable();
      return changes;
    });
  }

  #open(call: () => Promise<Changes>): Promise<Changes | undefined> {
    return this.#queue(async () => {
      const client = await call();
      this.#mirror.replace(client);
      this.#durable();
      return client;
    });
  }

  #durable(): void {
    this.savedAt = new Date();
    this.saving = 'saved';
  }

  #queue<T>(task: () => Promise<T>): Promise<T | undefined> {
    this.#waiting++;
    this.saving = 'saving';
    const run = this.#last.then(task).catch((thrown: unknown) => this.#failed(thrown));
    this.#last = run.finally(() => this.#settle());
    return run;
  }

  #failed(thrown: unknown): undefined {
    const error = asBridgeError(thrown);
    this.saving = error.code === 'internal' ? 'failed' : 'saved';
    this.#report(error);
  }

  #settle(): void {
    this.#waiting--;
    if (this.#waiting > 0) this.saving = 'saving';
    else if (this.saving === 'saving') this.saving = 'saved';
  }
}
