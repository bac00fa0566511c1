import type { Found, FoundRow, Question } from '../plan/found';
import type { Preview } from '../exchange/types';
import type { Brought, Dropped } from '../pictures/types';
import type { Aspect, AspectEdit, AspectKind, Committed, Decision } from '../plan/aspects';
import { ACTION, type Verdict } from '../lens/types';
import { ORDINARY, type Look, type MenuEntry, type Setting } from '../desktop/types';
import {
  KINDS,
  type Changes,
  type Column,
  type Item,
  type NewVersion,
  type Opening,
  type Place,
  type Plan,
  type Snapshot,
  type Trashed,
} from '../plan/types';
import { byPriority, standingIn } from '../plan/columns';
import { client } from '../plan/sample';
import { byRank } from '../plan/siblings';
import type { News } from '../plan/vault';
import { catalogue } from '../text/english';
import type { Beginning, Bridge } from './bridge';
import { BridgeError } from './errors';
import { FakeBackups } from './fakebackups';
import { FakeBoards } from './fakeboards';
import { FakeCoach } from './fakecoach';
import { FakeHandOver } from './fakehandover';

/**
 * A bridge for tests: a plan in memory that answers as Go does in what the
 * page relies on (order, ids, what a delete takes along, undo and redo). It
 * keeps no rule of package plan beyond "a title is not empty".
 */
export class FakeBridge implements Bridge {
  /** The calls so far, newest last: method name and arguments. */
  readonly calls: [string, ...unknown[]][] = [];
  /** The next call of any edit is refused with this, once. */
  refuse: BridgeError | null = null;
  openingNow: Opening = {
    stage: 'plan',
    problem: '',
    path: '/vault.cairn',
    copies: [],
    backup: { name: '', at: '', size: 0, sealed: false },
    size: 0,
    recent: [],
    ground: { kind: '', name: '' },
    shared: false,
  };
  newsNow: News = { file: '', cutOff: false, locked: false };
  /** What the file that the person chooses holds; without a token they turn away. */
  fileNow: Preview = { token: '', name: '', count: 0, lines: [], remarks: [], more: 0 };
  /** Where the person puts a copy; '' = they turn away. */
  copyTo = '';
  /** Go has news. */
  ring: () => void = () => undefined;
  settingNow: Setting = { look: ORDINARY, window: true };

  #rows: Changes;
  #trash: { entry: Trashed; rows: Item[] }[] = [];
  #past: { op: string; rows: Changes }[] = [];
  #future: { op: string; rows: Changes }[] = [];
  #places = new Map<string, Map<string, string>>();
  #made = 0;
  #laid = '';

  constructor(start: Changes) {
    this.#rows = structuredClone(start);
  }

  async begin(): Promise<Beginning> {
    const opening = await this.opening().catch(() => null);
    const client = opening?.stage === 'plan' ? await this.client() : null;
    const places = client ? await this.places(client.show) : null;
    return { texts: catalogue, setting: this.settingNow, opening, client, places };
  }
  async client(): Promise<Changes> {
    return this.#answer({ ...structuredClone(this.#rows) });
  }
  async saveLook(look: Look): Promise<void> {
    this.calls.push(['saveLook', look]);
    this.settingNow = { ...this.settingNow, look };
  }
  async drawn(dark: boolean): Promise<void> {
    this.calls.push(['drawn', dark]);
  }
  async keepPlace(): Promise<void> {
    this.calls.push(['keepPlace']);
  }
  async quit(): Promise<void> {
    this.calls.push(['quit']);
  }
  async setMenus(entries: MenuEntry[]): Promise<void> {
    this.calls.push(['setMenus', entries]);
  }
  /** Chooses in a menu of the window. */
  choose: (id: string) => void = () => undefined;
  onMenu(chosen: (id: string) => void): void {
    this.choose = chosen;
  }
  async notify(words: string): Promise<void> {
    this.calls.push(['notify', words]);
  }

  async fullScreen(): Promise<void> {
    this.calls.push(['fullScreen']);
  }
  async opening(): Promise<Opening> {
    return this.openingNow;
  }
  async start(...args: unknown[]) {
    return this.#opened('start', args);
  }
  async startSample(...args: unknown[]) {
    return this.#opened('startSample', args);
  }
  async openVault(...args: unknown[]) {
    return this.#opened('openVault', args);
  }
  async chooseVault() {
    return this.#opened('chooseVault', []);
  }
  async createVault() {
    return this.#opened('createVault', []);
  }
  async saveCopy() {
    this.calls.push(['saveCopy']);
    return this.copyTo;
  }
  async showCopy() {
    this.calls.push(['showCopy']);
  }
  async knowGround() {
    this.calls.push(['knowGround']);
  }
  async news() {
    const news = this.newsNow;
    this.newsNow = { file: '', cutOff: false, locked: false };
    return news;
  }
  onNews(take: () => void) {
    this.ring = take;
  }
  async showLog() {
    this.calls.push(['showLog']);
  }
  async noteMishap(...args: unknown[]) {
    this.calls.push(['noteMishap', ...args]);
  }
  async licences() {
    return {
      parts: [{ name: 'svelte', version: '5.0.0', licence: 'MIT', text: 0 }],
      texts: ['As it is.'],
    };
  }
  async startBeside() {
    return this.#opened('startBeside', []);
  }
  async saveEverything() {
    this.calls.push(['saveEverything']);
    return '/home/ada/plans.zip';
  }
  async salvage() {
    this.calls.push(['salvage']);
    return {
      path: '/vault brought back.cairn',
      plans: 1,
      items: 2,
      pictures: 0,
      lost: 3,
      pages: 9,
      unread: 1,
    };
  }
  async retry() {
    return this.#opened('retry', []);
  }
  async safely() {
    this.openingNow = { ...this.openingNow, stage: 'safe', size: 4096 };
    return this.#opened('safely', []);
  }
  async asUsual() {
    this.openingNow = { ...this.openingNow, stage: 'plan' };
    return this.#opened('asUsual', []);
  }
  /** How often the page said that it is drawn; it says so by the clock, and so not among the calls. */
  stood = 0;
  async stands() {
    this.stood++;
  }
  async showFolder() {
    this.calls.push(['showFolder']);
  }

  addPlan: Bridge['addPlan'] = async (name, subject) =>
    this.#edit('plan_add', ['addPlan', name, subject], () => {
      const id = this.#id('p');
      this.#rows.plans.push({ id, name, subject, rank: id });
      this.#rows.show = id;
    });
  renamePlan: Bridge['renamePlan'] = async (id, name) =>
    this.#edit('plan_rename', ['renamePlan', id, name], () => this.#describe(id, { name }));
  setPlanSubject: Bridge['setPlanSubject'] = async (id, subject) =>
    this.#edit('plan_subject', ['setPlanSubject', id, subject], () =>
      this.#describe(id, { subject }),
    );
  openPlan: Bridge['openPlan'] = async (id) => {
    this.calls.push(['openPlan', id]);
    this.#rows.show = id;
    return this.#answer({ show: id });
  };
  addSample: Bridge['addSample'] = async (key) => this.addPlan(key, 'other');
  addClient: Bridge['addClient'] = async (name) => {
    this.calls.push(['addClient', name]);
    this.#rows.clients.push(client(name, { id: this.#id('c'), own: false }));
    return this.client();
  };
  openClient: Bridge['openClient'] = async (id) => {
    this.calls.push(['openClient', id]);
    return this.client();
  };

  addItem: Bridge['addItem'] = async (input) =>
    this.#edit('add', ['addItem', input], () => {
      const title = input.title.trim();
      if (!title) throw new BridgeError('invalid', 'error.title_empty');
      const id = this.#id('i');
      const kind = input.kind || this.#kindBelow(input.place.parentId);
      const { estimateMin, columnId } = input;
      const state = this.#columnState(columnId) ?? 'todo';
      this.#insert({ ...blank(id), state, columnId, kind, title, estimateMin }, input.place);
      this.#focus = id;
    });
  setTitle: Bridge['setTitle'] = async (input) =>
    this.#edit('title', ['setTitle', input], () => {
      if (!input.text.trim()) throw new BridgeError('invalid', 'error.title_empty');
      this.#change([input.id], { title: input.text.trim() });
    });
  setText: Bridge['setText'] = async (input) =>
    this.#edit('text', ['setText', input], () =>
      this.#change([input.id], { [input.field]: input.text }),
    );
  moveItems: Bridge['moveItems'] = async (input) =>
    this.#edit('move', ['moveItems', input], () => {
      let place = input.place;
      for (const id of input.ids) {
        const item = this.#get(id);
        this.#rows.items = this.#rows.items.filter((other) => other.id !== id);
        this.#insert(item, place);
        place = { ...place, afterId: id };
      }
    });
  copyItems: Bridge['copyItems'] = async (input) =>
    this.#edit('copy', ['copyItems', input], () => {
      let place = input.place;
      for (const id of input.ids) place = { ...place, afterId: this.#copy(id, place) };
      this.#focus = place.afterId;
    });
  pasteText: Bridge['pasteText'] = async (input) => {
    this.calls.push(['pasteText', input]);
    const title = input.text.trim();
    const item = { place: input.place, kind: '', title, edit: '' } as const;
    return this.addItem({ ...item, estimateMin: 0, columnId: '' });
  };
  setState: Bridge['setState'] = async (ids, state) =>
    this.#edit('state', ['setState', ids, state], () =>
      this.#change(ids, { state, doneAt: state === 'done' ? new Date().toISOString() : '' }),
    );
  setKind: Bridge['setKind'] = async (ids, kind) =>
    this.#edit('kind', ['setKind', ids, kind], () => this.#change(ids, { kind }));
  addAbove: Bridge['addAbove'] = async (input) =>
    this.#edit('above', ['addAbove', input], () => {
      const { planId, parentId } = this.#get(input.id);
      const id = this.#id('i');
      const place = { planId, parentId, afterId: input.id };
      this.#insert({ ...blank(id), kind: 'milestone', title: input.title }, place);
      this.#change([input.id], { parentId: id });
      this.#focus = id;
    });
  raiseItem: Bridge['raiseItem'] = async (id, kind) =>
    this.#edit('kind', ['raiseItem', id, kind], () => this.#change([id], { kind }));
  setDue: Bridge['setDue'] = async (ids, due) =>
    this.#edit('due', ['setDue', ids, due], () => this.#change(ids, { due }));
  setEstimate: Bridge['setEstimate'] = async (ids, estimateMin) =>
    this.#edit('estimate', ['setEstimate', ids, estimateMin], () =>
      this.#change(ids, { estimateMin }),
    );
  setDates: Bridge['setDates'] = async (dates) =>
    this.#edit('dates', ['setDates', dates], () => {
      for (const { id, start, due, kind } of dates)
        this.#change([id], { start, due, dueKind: kind });
    });
  setSpent: Bridge['setSpent'] = async (ids, spentMin) =>
    this.#edit('spent', ['setSpent', ids, spentMin], () => this.#change(ids, { spentMin }));
  setArea: Bridge['setArea'] = async (ids, areaId) =>
    this.#edit('area', ['setArea', ids, areaId], () => this.#change(ids, { areaId }));
  addTag: Bridge['addTag'] = async (ids, name) =>
    this.#edit('tag', ['addTag', ids, name], () => {
      const known = this.#rows.tags.find((tag) => tag.name.toLowerCase() === name.toLowerCase());
      const tag = known ?? { id: this.#id('t'), name };
      if (!known) this.#rows.tags.push(tag);
      for (const id of ids) {
        const tagIds = [...new Set([...this.#get(id).tagIds, tag.id])];
        this.#change([id], { tagIds });
      }
    });
  removeTag: Bridge['removeTag'] = async (ids, tagId) =>
    this.#edit('untag', ['removeTag', ids, tagId], () => {
      for (const id of ids) {
        const tagIds = this.#get(id).tagIds.filter((other) => other !== tagId);
        this.#change([id], { tagIds });
      }
    });
  setDraft: Bridge['setDraft'] = async (ids, draft) =>
    this.#edit('draft', ['setDraft', ids, draft], () => this.#change(ids, { draft }));
  setIsAction: Bridge['setIsAction'] = async (ids, isAction) =>
    this.#edit('is_action', ['setIsAction', ids, isAction], () => this.#change(ids, { isAction }));
  deleteItems: Bridge['deleteItems'] = async (ids) =>
    this.#edit('delete', ['deleteItems', ids], () => ids.forEach((id) => this.#delete(id)));
  restoreItems: Bridge['restoreItems'] = async (input) =>
    this.#edit('restore', ['restoreItems', input], () => {
      const back = this.#trash.filter(({ entry }) => input.ids.includes(entry.id));
      this.#trash = this.#trash.filter((one) => !back.includes(one));
      this.#rows.items.push(...back.flatMap(({ rows }) => rows));
    });
  keepVersion: Bridge['keepVersion'] = async (input) =>
    this.#edit('version', ['keepVersion', input], () => void this.#keep(input));
  #keep(input: NewVersion): string {
    const id = this.#id('v');
    this.#rows.versions.push({ id, ...input, madeAt: NOW });
    const { items, aspects } = structuredClone(this.#rows);
    this.#snapshots.set(id, { items, aspects });
    return id;
  }
  snapshot: Bridge['snapshot'] = async (versionId) => {
    const kept = this.#snapshots.get(versionId);
    if (!kept) throw new BridgeError('not_found', 'error.version_gone');
    return kept;
  };
  readonly #snapshots = new Map<string, Snapshot>();
  chooseImport: Bridge['chooseImport'] = async (zone) => {
    this.calls.push(['chooseImport', zone]);
    this.#refused();
    return this.fileNow;
  };
  importFile: Bridge['importFile'] = async (token, planId) =>
    this.#edit('import', ['importFile', token, planId], () => {
      for (const { title } of this.fileNow.lines) {
        const id = this.#id('i');
        this.#insert({ ...blank(id), title }, { planId, parentId: '', afterId: this.#focus });
        this.#focus = id;
      }
    });
  forgetImport: Bridge['forgetImport'] = async () => {
    this.calls.push(['forgetImport']);
  };
  exportPlan: Bridge['exportPlan'] = async (what) => {
    this.calls.push(['exportPlan', what]);
    this.#refused();
    return this.copyTo;
  };
  layPicture: Bridge['layPicture'] = async (part, first) => {
    this.#laid = first ? part : this.#laid + part;
  };
  savePicture: Bridge['savePicture'] = async (name, format) => {
    this.calls.push(['savePicture', { name, format, data: this.#laid }]);
    this.#refused();
    return this.copyTo;
  };
  showExport: Bridge['showExport'] = async () => {
    this.calls.push(['showExport']);
  };
  attachFile: Bridge['attachFile'] = async (itemId, copy) =>
    this.#edit('aspect_add', ['attachFile', itemId, copy], () => {
      const body = { sort: copy ? 'copy' : 'path', name: 'contract.pdf', size: 12_000 } as const;
      this.#focus = this.#say({ id: '', itemId, kind: 'attachment', body });
    });
  openAttachment: Bridge['openAttachment'] = async (id) => {
    this.calls.push(['openAttachment', id]);
    this.#refused();
  };
  /** How many files the person chooses; 0 = they turn away. */
  picturesNow = 0;
  /** Go tells of pictures, and of files that were dropped. */
  tellPictures: (news: Brought) => void = () => undefined;
  drop: (dropped: Dropped) => void = () => undefined;
  choosePictures: Bridge['choosePictures'] = async (folder) => {
    this.calls.push(['choosePictures', folder]);
    this.#refused();
    return { token: this.picturesNow === 0 ? '' : this.#id('b'), count: this.picturesNow };
  };
  beginPictures: Bridge['beginPictures'] = async (token) => {
    this.calls.push(['beginPictures', token]);
    this.#refused();
  };
  expectPictures: Bridge['expectPictures'] = async (count) => {
    this.calls.push(['expectPictures', count]);
    this.#refused();
    return this.#id('b');
  };
  sendPicture: Bridge['sendPicture'] = async (part) => {
    this.calls.push(['sendPicture', part]);
    this.#refused();
  };
  stopPictures: Bridge['stopPictures'] = async (token) => {
    this.calls.push(['stopPictures', token]);
  };
  onPictures: Bridge['onPictures'] = (take) => {
    this.tellPictures = take;
  };
  onDropped: Bridge['onDropped'] = (take) => {
    this.drop = take;
  };
  setAspect: Bridge['setAspect'] = async (input) =>
    this.#edit('aspect_set', ['setAspect', input], () => (this.#focus = this.#say(input)));
  checkIn: Bridge['checkIn'] = async (input) =>
    this.#edit('checkin', ['checkIn', input], () => {
      const { ending, itemId = '', on } = input.body;
      const planId = input.body.planId ?? this.#get(itemId).planId;
      const pivots = ending === 'tweak' || ending === 'pivot';
      const versionId = pivots ? this.#keep({ ...input.version, planId }) : null;
      const body = { ...input.body, versionId };
      const fromId = this.#say({ id: '', itemId: '', kind: 'checkin', body });
      for (const says of input.says) {
        const from = says.kind === 'entry' ? { fromId } : {};
        this.#say({ ...says, body: { ...says.body, on, ...from } });
      }
      const rests = ending === 'pause' ? 'parked' : 'letgo';
      if (ending === 'pause' || ending === 'letgo')
        for (const id of input.rests) this.#get(id).state = rests;
      this.#focus = fromId;
    });
  addStepOf: Bridge['addStepOf'] = async (input) =>
    this.#edit('add', ['addStepOf', input], () => {
      const aspect = this.#rows.aspects.find(({ id }) => id === input.id);
      if (!aspect) throw new BridgeError('not_found', 'error.aspect_gone');
      const { itemId, kind } = aspect;
      const last = this.#rows.items.filter(({ parentId }) => parentId === itemId).sort(byRank);
      const afterId = input.first ? '' : (last.at(-1)?.id ?? '');
      const { planId } = this.#get(itemId);
      const stepId = this.#id('i');
      this.#insert({ ...blank(stepId), title: input.title }, { planId, parentId: itemId, afterId });
      this.#say({ id: input.id, itemId, kind, body: { stepId } });
      this.#focus = stepId;
    });
  addItemOf: Bridge['addItemOf'] = async (input) =>
    this.#edit('add', ['addItemOf', input], () => {
      const aspect = this.#rows.aspects.find(({ id }) => id === input.id);
      if (!aspect || !('words' in aspect.body))
        throw new BridgeError('not_found', 'error.aspect_gone');
      const id = this.#id('i');
      const title = aspect.body.words ?? '';
      this.#insert({ ...blank(id), title, kind: input.kind }, input.place);
      this.#say({ ...aspect, body: { madeId: id } });
      this.#focus = id;
    });
  pick: Bridge['pick'] = async (ids, on) =>
    this.#edit('pick', ['pick', ids, on], () => {
      for (const itemId of ids) this.#say({ id: '', itemId, kind: 'pick', body: { on } });
    });
  commit: Bridge['commit'] = async (input) =>
    this.#edit('commit', ['commit', input], () => this.#promise(input));
  decide: Bridge['decide'] = async (input) => this.#choose('decide', input, 'done', input.day);
  reopen: Bridge['reopen'] = async (input) => this.#choose('reopen', input, 'doing', null);
  removeAspect: Bridge['removeAspect'] = async (id) =>
    this.#edit('aspect_remove', ['removeAspect', id], () => {
      this.#rows.aspects = this.#rows.aspects.filter((one) => one.id !== id);
    });
  moveAspect: Bridge['moveAspect'] = async (id, afterId) =>
    this.#edit('aspect_move', ['moveAspect', id, afterId], () => {
      const one = this.#rows.aspects.find((aspect) => aspect.id === id);
      if (one) one.rank = afterId === '' ? '0' : afterId + '0';
      this.#rows.aspects.sort(byRank);
    });
  /** What the lens would read; what is not named here is an action. */
  readonly verdicts = new Map<string, Verdict>();
  check: Bridge['check'] = async (_lang, titles) =>
    titles.map((title) => this.verdicts.get(title) ?? ACTION);
  addLink: Bridge['addLink'] = async (input) =>
    this.#edit('link', ['addLink', input], () => {
      const { from: fromId, to: toId, kind } = input;
      this.#rows.links.push({ id: this.#id('l'), fromId, toId, kind, weight: 1, lag: 0 });
    });
  weave: Bridge['weave'] = async (input) =>
    this.#edit(input.id ? 'weave' : 'add', ['weave', input], () => {
      const { kind, title, place, waits, cut } = input;
      const id = input.id || this.#id('i');
      if (!input.id && !title.trim()) throw new BridgeError('invalid', 'error.title_empty');
      const made = { ...blank(id), kind: kind || this.#kindBelow(place.parentId) };
      const item = input.id ? this.#get(id) : { ...made, title: title.trim() };
      const all = [item, ...input.with.map((one) => this.#get(one))];
      if (place.planId) {
        this.#rows.items = this.#rows.items.filter((other) => !all.includes(other));
        for (const one of all.toReversed()) this.#insert(one, place);
      }
      const joined = waits.map(({ fromId, toId, lag }) => {
        const ends = { fromId: fromId || id, toId: toId || id };
        return { id: this.#id('l'), ...ends, kind: 'after' as const, weight: 1, lag };
      });
      const rest = this.#rows.links.filter((link) => !cut.includes(link.id));
      this.#rows.links = [...rest, ...joined];
      this.#focus = id;
    });
  setLag: Bridge['setLag'] = async (id, lag) =>
    this.#edit('lag', ['setLag', id, lag], () => {
      this.#rows.links = this.#rows.links.map((link) => (link.id === id ? { ...link, lag } : link));
    });
  setWeight: Bridge['setWeight'] = async (id, weight) =>
    this.#edit('weight', ['setWeight', id, weight], () => {
      this.#rows.links = this.#rows.links.map((one) => (one.id === id ? { ...one, weight } : one));
    });
  removeLink: Bridge['removeLink'] = async (id) =>
    this.#edit('unlink', ['removeLink', id], () => {
      this.#rows.links = this.#rows.links.filter((link) => link.id !== id);
    });

  moveCards: Bridge['moveCards'] = async (input) =>
    this.#edit('card_move', ['moveCards', input], () => {
      const { ids, columnId, afterId } = input;
      const column = this.#column(columnId);
      const moved = ids.map((id) => ({ ...this.#get(id), columnId, state: column.state }));
      const rest = this.#rows.items.filter((item) => !ids.includes(item.id)).sort(byPriority);
      const stands = standingIn(this.#rows.columns);
      const top = rest.findIndex((item) => stands(item) === columnId);
      const first = top < 0 ? rest.length : top;
      const at = afterId ? rest.findIndex((item) => item.id === afterId) + 1 : first;
      const order = rest.toSpliced(at, 0, ...moved);
      this.#rows.items = order.map((item, i) => ({ ...item, priority: numbered(i) }));
    });
  addColumn: Bridge['addColumn'] = async ({ afterId, ...said }) =>
    this.#edit('column_add', ['addColumn', { ...said, afterId }], () => {
      const column = { ...said, id: this.#id('z'), rank: '', limit: 0 };
      this.#place(column, afterId);
      this.#focus = column.id;
    });
  setColumn: Bridge['setColumn'] = async (input) =>
    this.#edit('column_set', ['setColumn', input], () => {
      const stands = standingIn(this.#rows.columns);
      const { id: columnId, state } = input;
      this.#column(columnId);
      this.#rows.items = this.#rows.items.map((item) =>
        item.state !== state && stands(item) === columnId ? { ...item, state, columnId } : item,
      );
      this.#rows.columns = this.#rows.columns.map((column) =>
        column.id === columnId ? { ...column, ...input } : column,
      );
    });
  moveColumn: Bridge['moveColumn'] = async (id, afterId) =>
    this.#edit('column_move', ['moveColumn', id, afterId], () =>
      this.#place(this.#column(id), afterId),
    );
  deleteColumn: Bridge['deleteColumn'] = async (id) =>
    this.#edit('column_delete', ['deleteColumn', id], () => {
      this.#column(id);
      this.#rows.columns = this.#rows.columns.filter((column) => column.id !== id);
    });

  /** The boards, and the canvas that the person chooses. */
  readonly boards = new FakeBoards({
    rows: () => this.#rows,
    edit: (op, call, change) => this.#edit(op, call, () => (this.#focus = change())),
    id: (prefix) => this.#id(prefix),
    say: (input) => this.#say(input),
    addStep: (title, place) => {
      const step = { ...blank(this.#id('i')), title };
      this.#insert(step, place);
      return step;
    },
  });
  addVisionBoard = this.boards.addVisionBoard;
  setVisionBoard = this.boards.setVisionBoard;
  moveVisionBoard = this.boards.moveVisionBoard;
  removeVisionBoard = this.boards.removeVisionBoard;
  addPieces = this.boards.addPieces;
  placePieces = this.boards.placePieces;
  setPieces = this.boards.setPieces;
  tiePieces = this.boards.tiePieces;
  groupPieces = this.boards.groupPieces;
  lockPieces = this.boards.lockPieces;
  orderPieces = this.boards.orderPieces;
  removePieces = this.boards.removePieces;
  wakeUp = this.boards.wakeUp;
  openBoard = this.boards.openBoard;
  saveBoard: Bridge['saveBoard'] = async (id) => {
    this.calls.push(['saveBoard', id]);
    this.#refused();
    return { path: this.copyTo, folder: 'Book', lines: 2 };
  };

  /** A client who left and came back. */
  readonly handover = new FakeHandOver({
    rows: () => this.#rows,
    call: (...call) => {
      this.calls.push(call);
      this.#refused();
    },
    edit: (op, call, change) => this.#edit(op, call, () => (this.#focus = change())),
  });
  handOver = this.handover.handOver;
  showHandedOver = this.handover.showHandedOver;
  lookAtReturn = this.handover.lookAtReturn;
  takeBack = this.handover.takeBack;
  forgetReturn = this.handover.forgetReturn;
  lookIn = this.handover.lookIn;
  bringIn = this.handover.bringIn;
  forgetBundle = this.handover.forgetBundle;

  readonly backups = new FakeBackups({
    opening: () => this.openingNow,
    call: (...call) => {
      this.calls.push(call);
      this.#refused();
    },
  });
  backupState = this.backups.backupState;
  backUpNow = this.backups.backUpNow;
  listBackups = this.backups.listBackups;
  lookInBackup = this.backups.lookInBackup;
  restoreBackup = this.backups.restoreBackup;
  checkVault = this.backups.checkVault;
  setBackupPassphrase = this.backups.setBackupPassphrase;
  newBackupPassphrase = this.backups.newBackupPassphrase;
  backupPassphrase = this.backups.backupPassphrase;
  setBackupBudget = this.backups.setBackupBudget;
  chooseSecondPlace = this.backups.chooseSecondPlace;
  dropSecondPlace = this.backups.dropSecondPlace;
  showBackups = this.backups.showBackups;

  /** The coach's desk. */
  readonly coach = new FakeCoach({
    rows: () => this.#rows,
    edit: (op, call, change) => this.#edit(op, call, () => (this.#focus = change())),
    client: () => this.client(),
    id: (prefix) => this.#id(prefix),
  });
  setClient = this.coach.setClient;
  share = this.coach.share;
  anew = this.coach.anew;
  met = this.coach.met;
  saveHours = this.coach.saveHours;
  lock = this.coach.lock;
  beginSeal = this.coach.beginSeal;
  confirmSeal = this.coach.confirmSeal;
  unlock = this.coach.unlock;
  lockNow = this.coach.lockNow;
  changePassphrase = this.coach.changePassphrase;
  setNote = this.coach.setNote;
  dropNote = this.coach.dropNote;
  mark = this.coach.mark;
  dropMark = this.coach.dropMark;
  purge = this.coach.purge;
  setDeck = this.coach.setDeck;
  dropDeck = this.coach.dropDeck;
  answer: Bridge['answer'] = async (input) =>
    this.#edit('answer', ['answer', input], () => {
      const { sessionId, body, item, placed, says, text, promise } = input;
      const made = item ? this.#id('i') : '';
      let itemId = made || (body.itemId ?? '');
      if (item) {
        const kind = item.kind || this.#kindBelow(item.place.parentId);
        this.#insert({ ...blank(made), title: item.title, kind }, item.place);
      }
      if (placed) {
        itemId = placed.id;
        const moved = { ...this.#get(itemId), kind: placed.kind };
        this.#rows.items = this.#rows.items.filter(({ id }) => id !== itemId);
        this.#insert(moved, made ? { ...placed.place, afterId: made } : placed.place);
      }
      if (says) this.#say({ ...says, itemId: says.itemId || made || itemId });
      if (text) this.#change([text.id], { [text.field]: text.text });
      if (promise) this.#promise(promise);
      const said = { ...body, sessionId, at: NOW, ...(itemId === '' ? {} : { itemId }) };
      this.#say({ id: '', itemId: '', kind: 'answer', body: said });
      this.#focus = itemId;
    });

  undo: Bridge['undo'] = async () => this.#travel('undo', this.#past, this.#future);
  redo: Bridge['redo'] = async () => this.#travel('redo', this.#future, this.#past);
  /** Finds titles and notes with all the words; it knows no conditions. */
  async find(question: Question): Promise<Found> {
    this.calls.push(['find', question]);
    const words = question.text.toLowerCase().split(/\s+/).filter(Boolean);
    const all = this.#rows.items
      .filter(({ title, notes }) =>
        words.every((word) => `${title} ${notes}`.toLowerCase().includes(word)),
      )
      .map((item) => foundRow(item, words));
    return {
      all: words.length ? all : [],
      count: words.length ? all.length : 0,
      more: false,
      narrow: false,
    };
  }
  trash: Bridge['trash'] = async () => this.#trash.map(({ entry }) => entry);
  places: Bridge['places'] = async (planId) =>
    [...(this.#places.get(planId) ?? [])].map(([view, data]) => ({ view, data }));
  /** What was kept of a view; '' when nothing was. */
  kept(planId: string, view: string): string {
    return this.#places.get(planId)?.get(view) ?? '';
  }
  savePlace: Bridge['savePlace'] = async (planId, view, data) => {
    this.#places.set(planId, new Map(this.#places.get(planId)).set(view, data));
  };
  follow: Bridge['follow'] = async (url) => {
    this.calls.push(['follow', url]);
  };

  #focus = '';

  #choose(call: string, input: Decision, state: 'done' | 'doing', decided: string | null): Changes {
    return this.#edit('decide', [call, input], () => {
      const { itemId, words, day } = input;
      this.#say({ id: '', itemId, kind: 'choice', body: { decided } });
      if (words !== '') this.#say({ id: '', itemId, kind: 'thought', body: { words, on: day } });
      this.#change([itemId], { state });
    });
  }

  #promise({ itemId, day: on, time, zone, strength, words }: Committed): void {
    const sure = strength < 0 ? {} : { strength };
    const body = { on, time, zone, words, at: NOW, ...sure };
    this.#say({ id: '', itemId, kind: 'promise', body });
    this.#change([itemId], { due: on });
  }

  /** Says something new or anew; its id. */
  #say(input: Pick<AspectEdit, 'id' | 'itemId' | 'kind' | 'body' | 'name'>): string {
    const { itemId, kind } = input;
    const body = { ...input.body, ...this.#named(input) };
    const keys = SINGLE.includes(kind) ? [] : input.id === '' ? KEYS[kind] : undefined;
    const said: Record<string, unknown> = input.body;
    const known = this.#rows.aspects.find((one) => {
      if (!keys) return one.id === input.id;
      const other: Record<string, unknown> = one.body;
      const same = keys.every((key) => other[key] === said[key]);
      return one.itemId === itemId && one.kind === kind && same;
    });
    const id = known?.id ?? this.#id('a');
    const all = Object.entries({ ...known?.body, ...body });
    const kept = Object.fromEntries(all.filter(([, is]) => is !== null && is !== ''));
    const others = this.#rows.aspects.filter((one) => one !== known);
    const aspect = { id, itemId, kind, rank: known?.rank ?? id, body: kept } as Aspect;
    this.#rows.aspects = [...others, aspect].sort(byRank);
    return id;
  }

  /** The one that is called so, or a new one. */
  #named({ kind, name }: Pick<AspectEdit, 'kind' | 'name'>): Record<string, string> {
    const named = NAMED[kind];
    if (name === undefined || !named) return {};
    const [of, field] = named;
    const called = name.trim();
    const same = (other = '') => other.toLowerCase() === called.toLowerCase();
    const known = this.#rows.aspects.find(
      (one) => one.kind === of && same((one.body as { name?: string }).name),
    );
    const id = known?.id ?? this.#say({ id: '', itemId: '', kind: of, body: { name: called } });
    return { [field]: id };
  }

  /** The refusal that was laid ready, once. */
  #refused(): void {
    const refused = this.refuse;
    this.refuse = null;
    if (refused) throw refused;
  }

  #id(prefix: string): string {
    this.#made++;
    return `${prefix}-made-${String(this.#made).padStart(4, '0')}`;
  }

  #get(id: string): Item {
    const item = this.#rows.items.find((one) => one.id === id);
    if (!item) throw new BridgeError('not_found', 'error.item_gone');
    return item;
  }

  #change(ids: string[], over: Partial<Item>): void {
    ids.forEach((id) => this.#get(id));
    this.#rows.items = this.#rows.items.map((item) =>
      ids.includes(item.id) ? { ...item, ...over } : item,
    );
  }

  #column(id: string): Column {
    const column = this.#rows.columns.find((one) => one.id === id);
    if (!column) throw new BridgeError('not_found', 'error.column_gone');
    return column;
  }

  #columnState(id: string): Column['state'] | undefined {
    return id === '' ? undefined : this.#column(id).state;
  }

  #place(column: Column, afterId: string): void {
    const rest = this.#rows.columns.filter((one) => one.id !== column.id).sort(byRank);
    const at = rest.findIndex((one) => one.id === afterId) + 1;
    const order = rest.toSpliced(at, 0, column);
    this.#rows.columns = order.map((one, i) => ({ ...one, rank: numbered(i) }));
  }

  #describe(id: string, over: Partial<Plan>): void {
    this.#rows.plans = this.#rows.plans.map((plan) =>
      plan.id === id ? { ...plan, ...over } : plan,
    );
  }

  #kindBelow(parentId: string): Item['kind'] {
    if (!parentId) return 'vision';
    const { kind } = this.#get(parentId);
    return kind === 'idea' ? 'idea' : (KINDS[Math.min(KINDS.indexOf(kind) + 1, 3)] ?? 'step');
  }

  #insert(item: Item, place: Place): void {
    const all = this.#rows.items;
    const there = all.filter(
      (other) => other.parentId === place.parentId && other.planId === place.planId,
    );
    there.sort((a, b) => (a.rank < b.rank ? -1 : 1));
    const at = there.findIndex((other) => other.id === place.afterId) + 1;
    const order = there.toSpliced(at, 0, { ...item, ...placed(place) });
    const ranked = order.map((one, i) => ({ ...one, rank: String(i + 1).padStart(6, '0') }));
    const ids = new Set(ranked.map((one) => one.id));
    this.#rows.items = [...all.filter((one) => !ids.has(one.id)), ...ranked];
  }

  #copy(id: string, place: Place): string {
    const below = this.#rows.items.filter((item) => item.parentId === id).sort(byRank);
    const copy = { ...this.#get(id), id: this.#id('i') };
    this.#insert(copy, place);
    let spot: Place = { planId: place.planId, parentId: copy.id, afterId: '' };
    for (const child of below) spot = { ...spot, afterId: this.#copy(child.id, spot) };
    return copy.id;
  }

  #delete(id: string): void {
    const root = this.#get(id);
    const rows = [root];
    for (let i = 0; i < rows.length; i++)
      rows.push(...this.#rows.items.filter((item) => item.parentId === rows[i]?.id));
    this.#rows.items = this.#rows.items.filter((item) => !rows.includes(item));
    const { planId, kind, state, title } = root;
    const of = { id, planId, kind, state, title };
    const entry = { ...of, path: [], count: rows.length, trashedAt: NOW };
    this.#trash.push({ entry, rows });
  }

  #edit(op: string, call: [string, ...unknown[]], change: () => void): Changes {
    this.calls.push(call);
    this.#refused();
    const before = structuredClone(this.#rows);
    this.#focus = '';
    change();
    this.#past.push({ op, rows: before });
    this.#future = [];
    return this.#answer(difference(before, this.#rows, this.#focus));
  }

  #travel(
    call: string,
    from: { op: string; rows: Changes }[],
    to: { op: string; rows: Changes }[],
  ): Changes {
    this.calls.push([call]);
    const step = from.pop();
    if (!step) throw new BridgeError('conflict', 'error.nothing_to_' + call);
    const before = this.#rows;
    to.push({ op: step.op, rows: before });
    this.#rows = structuredClone(step.rows);
    return this.#answer(difference(before, this.#rows, ''));
  }

  #answer(over: Partial<Changes>): Changes {
    const name = (steps: { op: string }[]) => {
      const op = steps.at(-1)?.op ?? '';
      return { op, kind: op ? ('step' as const) : ('' as const), count: op ? 1 : 0 };
    };
    const none = { clients: [], plans: [], columns: [], areas: [], tags: [], links: [] };
    return {
      ...none,
      items: [],
      aspects: [],
      versions: [],
      boards: [],
      pieces: [],
      decks: [],
      notes: [],
      marks: [],
      gone: [],
      focus: '',
      show: '',
      ...over,
      undo: name(this.#past),
      redo: name(this.#future),
    };
  }

  async #opened(call: string, args: unknown[]): Promise<Opening> {
    this.calls.push([call, ...args]);
    this.#refused();
    return this.openingNow;
  }
}

/** A new step that says nothing yet. */
function blank(id: string): Item {
  const board = { state: 'todo', columnId: '', priority: LAST + id } as const;
  const texts = { title: '', why: '', what: '', doneWhen: '', notes: '', areaId: '' };
  const dates = { start: '', due: '', dueKind: '', firstDue: '' } as const;
  const spot = { planId: '', parentId: '', rank: '', tagIds: [], draft: false, isAction: false };
  const when = { estimateMin: 0, spentMin: 0, createdAt: NOW, changedAt: NOW, doneAt: '' };
  return { id, kind: 'step', ...board, ...texts, ...dates, ...spot, ...when };
}

/** What is said once. */
const SINGLE: readonly AspectKind[] = [
  'aim',
  'pick',
  'wait',
  'promise',
  'routine',
  'choice',
  'week',
  'cover',
  'foundation',
  'outlook',
  'recheck',
  'agreement',
  'headway',
];
/** What is said once for some of its fields. */
const KEYS: Partial<Record<AspectKind, readonly string[]>> = {
  log: ['on'],
  rated: ['on'],
  celebration: ['on'],
  rhythm: ['planId', 'itemId'],
  checkin: ['planId', 'itemId', 'on'],
  rating: ['areaId', 'on'],
  scene: ['areaId'],
};
/** What is spoken of by its name, and the field that knows it. */
const NAMED: Partial<Record<AspectKind, readonly [AspectKind, string]>> = {
  part: ['person', 'personId'],
  worth: ['value', 'valueId'],
  need: ['resource', 'resourceId'],
};

const NOW = '2026-03-09T08:41:00Z';
/** Comes after every number that moveCards gives. */
const LAST = '~';

function numbered(index: number): string {
  return String(index + 1).padStart(6, '0');
}

function placed(place: Place): Pick<Item, 'planId' | 'parentId'> {
  return { planId: place.planId, parentId: place.parentId };
}

function difference(before: Changes, after: Changes, focus: string): Partial<Changes> {
  const now = new Set(rowsOf(after).map((row) => row.id));
  const gone = rowsOf(before).flatMap((row) => (now.has(row.id) ? [] : [row.id]));
  return { ...structuredClone(after), gone, focus };
}

function rowsOf(rows: Changes): { id: string }[] {
  return [
    rows.plans,
    rows.columns,
    rows.tags,
    rows.links,
    rows.items,
    rows.aspects,
    rows.versions,
    rows.decks,
    rows.notes,
    rows.marks,
    rows.boards,
    rows.pieces,
  ].flat();
}

/** An item as a search tells it: found in its title, or else in its notes. */
function foundRow(
  { id, planId, kind, state, due, draft, title, notes }: Item,
  words: string[],
): FoundRow {
  const inTitle = words.every((word) => title.toLowerCase().includes(word));
  return {
    ...{ of: 'item', id, itemId: id, planId, boardId: '', aspect: '', kind, state, due, draft },
    ...{ trashed: false, path: [], title: [{ text: title, hit: inTitle }] },
    ...(inTitle
      ? { field: '', words: [] }
      : { field: 'notes', words: [{ text: notes, hit: true }] }),
  };
}
