import type { Found, Question } from '../plan/found';
import type { Verdict } from '../lens/types';
import type { Leaving, PictureFormat, Preview } from '../exchange/types';
import type { Look, MenuEntry, Setting } from '../desktop/types';
import type { Brought, Chosen, Dropped, PicturePart } from '../pictures/types';
import type {
  AspectEdit,
  AspectItem,
  AspectKind,
  AspectStep,
  Committed,
  Decision,
} from '../plan/aspects';
import type { NewCheckin } from '../plan/looking';
import type {
  Above,
  Dates,
  CardMove,
  Changes,
  ColumnEdit,
  Kind,
  Move,
  NewColumn,
  NewItem,
  NewLink,
  NewVersion,
  Opening,
  Paste,
  Snapshot,
  State,
  Subject,
  TextEdit,
  Weave,
  Trashed,
} from '../plan/types';
import type { Licences, News, Salvaged } from '../plan/vault';
import type { BoardBridge } from './boards';
import type { CoachBridge } from './coach';
import type { BackupBridge } from '../backup/types';
import type { HandOverBridge } from './handover';

/** What the page begins with; in Go app/begin.go. What is null says why when it is asked for by itself. */
export interface Beginning {
  /** All texts by key. */
  texts: Record<string, string>;
  setting: Setting;
  opening: Opening | null;
  /** null too when none is open, or nothing of it may be drawn. */
  client: Changes | null;
  /** Where the hand was in the plan that is shown; null as the client is. */
  places: readonly Kept[] | null;
}

/** Where the hand was in a view: JSON that only the view understands. */
export interface Kept {
  readonly view: string;
  readonly data: string;
}

/**
 * The only way to Go: one method per bound method, in real names. Every edit
 * is durable when its promise resolves; a refusal rejects with a BridgeError.
 */
export interface Bridge extends BackupBridge, BoardBridge, CoachBridge, HandOverBridge {
  /** All that the page needs to draw itself for the first time. */
  begin(): Promise<Beginning>;
  /** The open client with everything that is not in the trash; an error when none is open. */
  client(): Promise<Changes>;

  saveLook(look: Look): Promise<void>;
  /** Says whether the page is dark now, for the window around it. */
  drawn(dark: boolean): Promise<void>;
  /** Notes where the window stands. */
  keepPlace(): Promise<void>;
  /** Fills the screen, or gives it back. */
  fullScreen(): Promise<void>;
  /** Tells something through the system, in place of what it told before. */
  notify(words: string): Promise<void>;
  quit(): Promise<void>;
  /** Shows these commands in the menus of the window. */
  setMenus(entries: MenuEntry[]): Promise<void>;
  /** Tells the id of each command that is chosen there. */
  onMenu(chosen: (id: string) => void): void;

  opening(): Promise<Opening>;
  start(subject: Subject, name: string): Promise<Opening>;
  startSample(key: string): Promise<Opening>;
  openVault(path: string): Promise<Opening>;
  /** Asks with the system's own dialog; gives the opening unchanged when cancelled. */
  chooseVault(): Promise<Opening>;
  /** Asks where and makes a new vault there; as chooseVault when cancelled. */
  createVault(): Promise<Opening>;
  /** Asks where and writes the whole vault there; its path, '' when cancelled. */
  saveCopy(): Promise<string>;
  /** Shows the folder of the copy that was saved last. */
  showCopy(): Promise<void>;
  /** The owner knows what the vault stands on now. */
  knowGround(): Promise<void>;
  /** What the page does not know yet; each piece comes once. */
  news(): Promise<News>;
  /** From now on take is called whenever there are news. */
  onNews(take: () => void): void;
  /** Asks where, and writes all that is in the vault there as an open bundle; answers as saveCopy does. */
  saveEverything(): Promise<string>;
  startBeside(): Promise<Opening>;
  /** Brings what can be read of a damaged vault into a new one beside it. */
  salvage(): Promise<Salvaged>;
  retry(): Promise<Opening>;
  showFolder(): Promise<void>;
  /** Goes on without drawing what is in the vault. */
  safely(): Promise<Opening>;
  /** Draws again what is in the vault. */
  asUsual(): Promise<Opening>;
  /** The page is drawn, with what is in the vault. */
  stands(): Promise<void>;

  addPlan(name: string, subject: Subject): Promise<Changes>;
  renamePlan(id: string, name: string): Promise<Changes>;
  setPlanSubject(id: string, subject: Subject): Promise<Changes>;
  openPlan(id: string): Promise<Changes>;
  addSample(key: string): Promise<Changes>;
  /** Gives a whole client. */
  addClient(name: string): Promise<Changes>;
  /** Gives a whole client. */
  openClient(id: string): Promise<Changes>;

  addItem(input: NewItem): Promise<Changes>;
  setTitle(input: TextEdit): Promise<Changes>;
  setText(input: TextEdit): Promise<Changes>;
  moveItems(input: Move): Promise<Changes>;
  copyItems(input: Move): Promise<Changes>;
  pasteText(input: Paste): Promise<Changes>;
  setState(ids: string[], state: State): Promise<Changes>;
  setKind(ids: string[], kind: Kind): Promise<Changes>;
  addAbove(input: Above): Promise<Changes>;
  raiseItem(id: string, kind: Kind): Promise<Changes>;
  setDue(ids: string[], due: string): Promise<Changes>;
  setEstimate(ids: string[], minutes: number): Promise<Changes>;
  setDates(dates: Dates[]): Promise<Changes>;
  setSpent(ids: string[], minutes: number): Promise<Changes>;
  setArea(ids: string[], areaId: string): Promise<Changes>;
  addTag(ids: string[], name: string): Promise<Changes>;
  removeTag(ids: string[], tagId: string): Promise<Changes>;
  setDraft(ids: string[], draft: boolean): Promise<Changes>;
  setIsAction(ids: string[], is: boolean): Promise<Changes>;
  deleteItems(ids: string[]): Promise<Changes>;
  /** An empty place.planId means: where it was. */
  restoreItems(input: Move): Promise<Changes>;
  addLink(input: NewLink): Promise<Changes>;
  /** A place without a plan leaves an item where it is. */
  weave(input: Weave): Promise<Changes>;
  setLag(id: string, days: number): Promise<Changes>;
  /** How much a step counts in what else it serves: more than 0, at most 10. */
  setWeight(id: string, weight: number): Promise<Changes>;
  removeLink(id: string): Promise<Changes>;

  keepVersion(input: NewVersion): Promise<Changes>;
  /** What was in a plan when a version of it was kept. */
  snapshot(versionId: string): Promise<Snapshot>;

  /** Asks for a file of another program and reads it; an empty token when cancelled. zone is where one is (IANA). */
  chooseImport(zone: string): Promise<Preview>;
  /** Brings the chosen file in, at the end of a plan. */
  importFile(token: string, planId: string): Promise<Changes>;
  /** Lets go of the chosen file. */
  forgetImport(): Promise<void>;
  /** Asks where and writes a plan, or a branch of it, there; its path, '' when cancelled. */
  exportPlan(what: Leaving): Promise<string>;
  /** Lays down the next part of a drawing that is to be saved, in base64; the first one begins it anew. */
  layPicture(part: string, first: boolean): Promise<void>;
  /** Asks where and writes the drawing there that was laid down; its path, '' when cancelled. */
  savePicture(name: string, format: PictureFormat): Promise<string>;
  /** Asks for a file and hangs it on an item, where it is or as a copy in the vault; the changes' focus is the attachment, '' when cancelled. */
  attachFile(itemId: string, copy: boolean): Promise<Changes>;
  /** Opens what hangs on an item, unless it could run. */
  openAttachment(id: string): Promise<void>;

  /** Asks for pictures, or for a folder of them; an empty token when cancelled. */
  choosePictures(folder: boolean): Promise<Chosen>;
  /** Brings in what was chosen or dropped. */
  beginPictures(token: string): Promise<void>;
  /** Begins a batch of so many files that the page sends; its token. */
  expectPictures(count: number): Promise<string>;
  /** Sends the next part of a file; after the last one it comes back when there is room for another file. */
  sendPicture(part: PicturePart): Promise<void>;
  stopPictures(token: string): Promise<void>;
  /** From now on take hears how each batch comes along. */
  onPictures(take: (news: Brought) => void): void;
  /** From now on take hears of files that are dropped on the window; they wait to be begun with. */
  onDropped(take: (dropped: Dropped) => void): void;

  /** Shows the folder of the file that was exported last. */
  showExport(): Promise<void>;

  setAspect<K extends AspectKind>(input: AspectEdit<K>): Promise<Changes>;
  /** Keeps a check-in with all that becomes of it, as one step; the changes' focus is the check-in. */
  checkIn(input: NewCheckin): Promise<Changes>;
  /** Makes a step that comes out of an aspect, which knows it then; the changes' focus is the step. */
  addStepOf(input: AspectStep): Promise<Changes>;
  /** Makes an item out of what a person says of themselves, which knows it then; the changes' focus is the item. */
  addItemOf(input: AspectItem): Promise<Changes>;
  /** Ends a decision: it is done. */
  pick(ids: string[], day: string): Promise<Changes>;
  commit(input: Committed): Promise<Changes>;
  decide(input: Decision): Promise<Changes>;
  /** Begins a decision anew. */
  reopen(input: Decision): Promise<Changes>;
  removeAspect(id: string): Promise<Changes>;
  moveAspect(id: string, afterId: string): Promise<Changes>;

  /** Sets state, column and order of cards in one step. */
  moveCards(input: CardMove): Promise<Changes>;
  addColumn(input: NewColumn): Promise<Changes>;
  setColumn(input: ColumnEdit): Promise<Changes>;
  moveColumn(id: string, afterId: string): Promise<Changes>;
  /** Its cards fall to the oldest other column of its state. */
  deleteColumn(id: string): Promise<Changes>;

  /** What the lens reads in each title, in their order; lang is a language tag. */
  check(lang: string, titles: string[]): Promise<Verdict[]>;

  undo(): Promise<Changes>;
  redo(): Promise<Changes>;
  trash(): Promise<Trashed[]>;
  /** Finds what the open client has written; no question is refused. */
  find(question: Question): Promise<Found>;
  /** Where the hand was in the views of a plan; of one in which it never was there is nothing. */
  places(planId: string): Promise<readonly Kept[]>;
  savePlace(planId: string, view: string, data: string): Promise<void>;
  /** Opens the log of what went wrong. */
  showLog(): Promise<void>;
  /** Writes down that the page broke: the kind of the error and places in our scripts. */
  noteMishap(name: string, places: string[]): Promise<void>;
  /** What the program is made of that others wrote. */
  licences(): Promise<Licences>;
  /** Opens a link outside the program; only http, https and mailto pass. */
  follow(url: string): Promise<void>;
}
