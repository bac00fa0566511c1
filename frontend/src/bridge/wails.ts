import type { Found } from '../plan/found';
import * as Said from '../../wailsjs/go/app/Aspects';
import * as Attachments from '../../wailsjs/go/app/Attachments';
import * as Backups from '../../wailsjs/go/app/Backups';
import * as Board from '../../wailsjs/go/app/Board';
import * as Coach from '../../wailsjs/go/app/Coach';
import * as Exchange from '../../wailsjs/go/app/Exchange';
import * as HandOver from '../../wailsjs/go/app/HandOver';
import * as History from '../../wailsjs/go/app/History';
import * as Items from '../../wailsjs/go/app/Items';
import * as Lens from '../../wailsjs/go/app/Lens';
import * as Links from '../../wailsjs/go/app/Links';
import * as Log from '../../wailsjs/go/app/Log';
import * as Menus from '../../wailsjs/go/app/Menus';
import * as Pictures from '../../wailsjs/go/app/Pictures';
import * as Places from '../../wailsjs/go/app/Places';
import * as Plans from '../../wailsjs/go/app/Plans';
import * as Sessions from '../../wailsjs/go/app/Sessions';
import * as Settings from '../../wailsjs/go/app/Settings';
import * as Search from '../../wailsjs/go/app/Search';
import * as Trash from '../../wailsjs/go/app/Trash';
import * as Vault from '../../wailsjs/go/app/Vault';
import * as Vision from '../../wailsjs/go/app/Vision';
import { EventsOn, OnFileDrop } from '../../wailsjs/runtime/runtime';
import type { OpenedBoard, Preview, SavedBoard } from '../exchange/types';
import type { BackupInside, BackupState, Checked, Restored } from '../backup/types';
import type { CameBack, CameIn } from '../handover/types';
import type { Verdict } from '../lens/types';
import type { Lock, Met, Purging } from '../plan/coaching';
import type { Changes, Opening, Snapshot, Trashed } from '../plan/types';
import type { Chosen } from '../pictures/types';
import type { BackupFile, Licences, News, Salvaged } from '../plan/vault';
import type { Beginning, Bridge, Kept } from './bridge';
import { asBridgeError } from './errors';

/** A type as Go's generated models have it: every union of words is any string. */
type Wide<T> = T extends string
  ? string
  : T extends (infer Row)[]
    ? Wide<Row>[]
    : T extends object
      ? { [Field in keyof T]: Wide<T[Field]> }
      : T;

/**
 * Calls a bound method. Its answer has the fields of T, or this does not
 * compile; that its words are those of the unions is Go's promise (the rules of
 * package plan). Whatever it throws becomes a BridgeError.
 */
async function call<T>(method: () => Promise<Wide<T>>): Promise<T> {
  try {
    return (await method()) as T;
  } catch (thrown) {
    throw asBridgeError(thrown);
  }
}

/** As call, for a method without an answer. */
async function done(method: () => Promise<void>): Promise<void> {
  try {
    await method();
  } catch (thrown) {
    throw asBridgeError(thrown);
  }
}

const PLACE = { planId: '', parentId: '', afterId: '' };
/** What an answer does not become. */
const NO_ANSWER = {
  item: { place: PLACE, kind: '', title: '', edit: '', estimateMin: 0, columnId: '' },
  placed: { id: '', kind: '', place: PLACE },
  says: { id: '', itemId: '', kind: '', body: {}, name: '', edit: '' },
  text: { id: '', field: '', text: '', edit: '' },
  promise: { itemId: '', day: '', time: '', zone: '', strength: 0, words: '' },
};

const edit = (method: () => Promise<Wide<Changes>>) => call<Changes>(method);
const backups = (method: () => Promise<Wide<BackupState>>) => call<BackupState>(method);
const opening = (method: () => Promise<Wide<Opening>>) => call<Opening>(method);

declare global {
  interface Window {
    /** The answer that public/begin.js has asked for; it can be read once. */
    beginning?: Promise<Response>;
  }
}

/** What the page begins with: as it was asked for first, and anew after that. */
function beginning(): Promise<Response> {
  const asked = window.beginning ?? fetch('/begin.json');
  delete window.beginning;
  return asked;
}

/** Reads what the middleware serves beside the files. */
async function read<T>(asked: Promise<Response>): Promise<T> {
  const answer = await asked.catch((thrown: unknown) => {
    throw asBridgeError(thrown);
  });
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok || body === null) throw asBridgeError(body);
  return body as T;
}

/** The bridge to the Go that this page came with. */
export const wails: Bridge = {
  begin: () => read<Beginning>(beginning()),
  client: () => read<Changes>(fetch('/client.json')),

  saveLook: (look) => done(() => Settings.Set(look)),
  drawn: (dark) => done(() => Settings.Drawn(dark)),
  keepPlace: () => done(() => Settings.KeepPlace()),
  quit: () => done(() => Settings.Quit()),
  setMenus: (entries) => done(() => Menus.Set(entries)),
  onMenu: (chosen) => void EventsOn('menu', chosen),
  notify: (words) => done(() => Settings.Notify(words)),
  fullScreen: () => done(() => Settings.FullScreen()),

  opening: () => opening(() => Vault.Opening()),
  start: (subject, name) => opening(() => Vault.Start(subject, name)),
  startSample: (key) => opening(() => Vault.StartSample(key)),
  openVault: (path) => opening(() => Vault.Open(path)),
  chooseVault: () => opening(() => Vault.Choose()),
  createVault: () => opening(() => Vault.Create()),
  saveCopy: () => call<string>(() => Vault.SaveCopy()),
  showCopy: () => done(() => Vault.ShowCopy()),
  knowGround: () => done(() => Vault.KnowGround()),
  news: () => call<News>(() => Vault.News()),
  onNews: (take) => void EventsOn('news', take),
  startBeside: () => opening(() => Vault.StartBeside()),
  saveEverything: () => call<string>(() => Vault.SaveEverything()),
  salvage: () => call<Salvaged>(() => Vault.Salvage()),
  retry: () => opening(() => Vault.Retry()),
  showFolder: () => done(() => Vault.ShowFolder()),
  safely: () => opening(() => Vault.Safely()),
  asUsual: () => opening(() => Vault.AsUsual()),
  stands: () => done(() => Vault.Stands()),

  addPlan: (name, subject) => edit(() => Plans.Add(name, subject)),
  renamePlan: (id, name) => edit(() => Plans.Rename(id, name)),
  setPlanSubject: (id, subject) => edit(() => Plans.SetSubject(id, subject)),
  openPlan: (id) => edit(() => Plans.Open(id)),
  addSample: (key) => edit(() => Plans.Sample(key)),
  addClient: (name) => edit(() => Plans.AddClient(name)),
  openClient: (id) => edit(() => Plans.OpenClient(id)),

  addItem: (input) => edit(() => Items.Add(input)),
  setTitle: (input) => edit(() => Items.SetTitle(input)),
  setText: (input) => edit(() => Items.SetText(input)),
  moveItems: (input) => edit(() => Items.Move(input)),
  copyItems: (input) => edit(() => Items.Copy(input)),
  pasteText: (input) => edit(() => Items.Paste(input)),
  setState: (ids, state) => edit(() => Items.SetState(ids, state)),
  setKind: (ids, kind) => edit(() => Items.SetKind(ids, kind)),
  addAbove: (input) => edit(() => Items.AddAbove(input)),
  raiseItem: (id, kind) => edit(() => Items.Raise(id, kind)),
  setDue: (ids, due) => edit(() => Items.SetDue(ids, due)),
  setEstimate: (ids, minutes) => edit(() => Items.SetEstimate(ids, minutes)),
  setDates: (dates) => edit(() => Items.SetDates(dates)),
  setSpent: (ids, minutes) => edit(() => Items.SetSpent(ids, minutes)),
  setArea: (ids, areaId) => edit(() => Items.SetArea(ids, areaId)),
  addTag: (ids, name) => edit(() => Items.AddTag(ids, name)),
  removeTag: (ids, tagId) => edit(() => Items.RemoveTag(ids, tagId)),
  setDraft: (ids, draft) => edit(() => Items.SetDraft(ids, draft)),
  setIsAction: (ids, is) => edit(() => Items.SetIsAction(ids, is)),
  deleteItems: (ids) => edit(() => Items.Delete(ids)),
  restoreItems: (input) => edit(() => Items.Restore(input)),
  addLink: (input) => edit(() => Items.AddLink(input)),
  weave: (input) => edit(() => Items.Weave(input)),
  setLag: (id, days) => edit(() => Items.SetLag(id, days)),
  setWeight: (id, weight) => edit(() => Items.SetWeight(id, weight)),
  removeLink: (id) => edit(() => Items.RemoveLink(id)),

  keepVersion: (input) => edit(() => Plans.KeepVersion(input)),
  snapshot: (versionId) => call<Snapshot>(() => Plans.Snapshot(versionId)),

  chooseImport: (zone) => call<Preview>(() => Exchange.Choose(zone)),
  importFile: (token, planId) => edit(() => Exchange.Import(token, planId)),
  forgetImport: () => done(() => Exchange.Forget()),
  exportPlan: (what) => call<string>(() => Exchange.Export(what)),
  layPicture: (part, first) => done(() => Exchange.Lay(part, first)),
  savePicture: (name, format) => call<string>(() => Exchange.Picture(name, format)),
  saveBoard: (id) => call<SavedBoard>(() => Exchange.SaveBoard(id)),
  openBoard: (planId) => call<OpenedBoard>(() => Exchange.OpenBoard(planId)),
  attachFile: (itemId, copy) => edit(() => Attachments.Attach({ itemId, copy })),
  openAttachment: (id) => done(() => Attachments.Open(id)),

  choosePictures: (folder) => call<Chosen>(() => Pictures.Choose(folder)),
  beginPictures: (token) => done(() => Pictures.Begin(token)),
  expectPictures: (count) => call<string>(() => Pictures.Expect(count)),
  sendPicture: (part) => done(() => Pictures.Send(part)),
  stopPictures: (token) => done(() => Pictures.Stop(token)),
  onPictures: (take) => void EventsOn('pictures', take),
  onDropped: (take) => {
    OnFileDrop(() => undefined, false); // on Windows the page must hand the files on to Go
    EventsOn('dropped', take);
  },

  showExport: () => done(() => Exchange.Show()),

  setAspect: (input) => edit(() => Said.Set({ name: '', ...input })),
  checkIn: ({ says, ...input }) =>
    edit(() => Said.CheckIn({ ...input, says: says.map((one) => ({ name: '', ...one })) })),
  addStepOf: (input) => edit(() => Said.AddStep(input)),
  addItemOf: (input) => edit(() => Said.AddItem(input)),
  pick: (ids, day) => edit(() => Said.Pick(ids, day)),
  commit: (input) => edit(() => Said.Commit(input)),
  decide: (input) => edit(() => Said.Decide(input)),
  reopen: (input) => edit(() => Said.Reopen(input)),
  removeAspect: (id) => edit(() => Said.Remove(id)),
  moveAspect: (id, afterId) => edit(() => Said.Move(id, afterId)),

  moveCards: (input) => edit(() => Board.MoveCards(input)),
  addColumn: (input) => edit(() => Board.AddColumn(input)),
  setColumn: (input) => edit(() => Board.SetColumn(input)),
  moveColumn: (id, afterId) => edit(() => Board.MoveColumn(id, afterId)),
  deleteColumn: (id) => edit(() => Board.DeleteColumn(id)),

  addVisionBoard: (input) => edit(() => Vision.AddBoard(input)),
  setVisionBoard: (input) => edit(() => Vision.SetBoard(input)),
  moveVisionBoard: (id, afterId) => edit(() => Vision.MoveBoard(id, afterId)),
  removeVisionBoard: (id) => edit(() => Vision.RemoveBoard(id)),
  addPieces: (input) => edit(() => Vision.AddPieces(input)),
  placePieces: (input) => edit(() => Vision.Place({ body: {}, ...input })),
  setPieces: (input) => edit(() => Vision.Set(input)),
  tiePieces: (input) => edit(() => Vision.Tie(input)),
  groupPieces: (ids, together) => edit(() => Vision.Group(ids, together)),
  lockPieces: (ids, locked) => edit(() => Vision.Lock(ids, locked)),
  orderPieces: (ids, afterId) => edit(() => Vision.Order(ids, afterId)),
  removePieces: (ids) => edit(() => Vision.Remove(ids)),
  wakeUp: (input) => edit(() => Vision.WakeUp(input)),

  backupState: () => backups(() => Backups.State()),
  backUpNow: () => backups(() => Backups.Now()),
  listBackups: () => call<BackupFile[]>(() => Backups.List()),
  lookInBackup: (name, passphrase) => call<BackupInside>(() => Backups.Inside(name, passphrase)),
  restoreBackup: (name, passphrase) => call<Restored>(() => Backups.Restore(name, passphrase)),
  checkVault: () => call<Checked>(() => Backups.Check()),
  setBackupPassphrase: (passphrase) => backups(() => Backups.SetPassphrase(passphrase)),
  newBackupPassphrase: () => call<string>(() => Backups.NewPassphrase()),
  backupPassphrase: () => call<string>(() => Backups.Passphrase()),
  setBackupBudget: (megabytes) => backups(() => Backups.SetBudget(megabytes)),
  chooseSecondPlace: () => backups(() => Backups.ChooseSecond()),
  dropSecondPlace: () => backups(() => Backups.DropSecond()),
  showBackups: () => done(() => Backups.Show()),

  handOver: (name) => call<string>(() => HandOver.Leave(name)),
  showHandedOver: () => done(() => HandOver.Show()),
  lookAtReturn: () => call<CameBack>(() => HandOver.Look()),
  takeBack: (input) => edit(() => HandOver.TakeBack(input)),
  forgetReturn: () => done(() => HandOver.Forget()),
  lookIn: () => call<CameIn>(() => HandOver.LookIn()),
  bringIn: (input) => edit(() => HandOver.BringIn(input)),
  forgetBundle: () => done(() => HandOver.ForgetBundle()),

  setClient: (input) => edit(() => Coach.SetClient(input)),
  share: (on) => done(() => Coach.Share(on)),
  anew: () => window.location.reload(),
  met: (day) => call<Met[]>(() => Coach.Met(day)),
  saveHours: () => call<string>(() => Coach.Hours()),
  lock: () => call<Lock>(() => Coach.Lock()),
  beginSeal: (passphrase) => call<string>(() => Coach.BeginSeal(passphrase)),
  confirmSeal: (code) => edit(() => Coach.ConfirmSeal(code)),
  unlock: (secret) => edit(() => Coach.Unlock(secret)),
  lockNow: () => done(() => Coach.LockNow()),
  changePassphrase: (secret, passphrase) => done(() => Coach.ChangePassphrase(secret, passphrase)),
  setNote: (input) => edit(() => Coach.SetNote(input)),
  dropNote: (id) => edit(() => Coach.DropNote(id)),
  dropMark: (id) => edit(() => Coach.DropMark(id)),
  purge: () => call<Purging>(() => Coach.Purge()),
  answer: ({ says, ...input }) =>
    edit(() => Sessions.Answer({ ...NO_ANSWER, ...input, says: { ...NO_ANSWER.says, ...says } })),
  mark: (input) => edit(() => Sessions.Mark({ id: '', madeAt: '', ...input })),
  setDeck: (input) => edit(() => Sessions.SetDeck(input)),
  dropDeck: (id) => edit(() => Sessions.DropDeck(id)),

  check: (lang, titles) => call<Verdict[]>(() => Lens.Check(lang, titles)),

  undo: () => edit(() => History.Undo()),
  redo: () => edit(() => History.Redo()),
  trash: () => call<Trashed[]>(() => Trash.List()),
  find: (question) => call<Found>(() => Search.Find(question)),
  places: (planId) => call<Kept[]>(() => Places.Of(planId)),
  savePlace: (planId, view, data) => done(() => Places.Save({ planId, view, data })),
  showLog: () => done(() => Log.Show()),
  noteMishap: (name, places) => done(() => Log.Note({ name, places })),
  licences: () => read<Licences>(fetch('/licences/licences.json')),
  follow: (url) => done(() => Links.Follow(url)),
};
