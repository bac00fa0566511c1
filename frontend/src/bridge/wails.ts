import type { Changes } from '../plan/types';
import type { Bridge, Catalogue } from './bridge';
import { asBridgeError } from './errors';

/** What Wails puts on the window: window.go.app.<Struct>.<Method>. */
type Bound = Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>>;

declare global {
  interface Window {
    go?: { app?: Bound };
  }
}

/** Calls a bound method; whatever it throws becomes a BridgeError. */
async function call<T>(struct: string, method: string, ...args: unknown[]): Promise<T> {
  try {
    const bound = window.go?.app?.[struct]?.[method];
    if (!bound) throw new Error('not bound: ' + struct + '.' + method);
    return (await bound(...args)) as T;
  } catch (thrown) {
    throw asBridgeError(thrown);
  }
}

/** Fetches what the middleware serves beside the files. */
async function get<T>(path: string): Promise<T> {
  const answer = await fetch(path).catch((thrown: unknown) => {
    throw asBridgeError(thrown);
  });
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw asBridgeError(body);
  return body as T;
}

/** The bridge to the Go that this page came with. */
export const wails: Bridge = {
  catalogue: (lang) => get<Catalogue>(`/text/${lang}.json`),
  client: () => get<Changes>('/client.json'),

  opening: () => call('Vault', 'Opening'),
  start: (subject, name) => call('Vault', 'Start', subject, name),
  startSample: (key) => call('Vault', 'StartSample', key),
  openVault: (path) => call('Vault', 'Open', path),
  chooseVault: () => call('Vault', 'Choose'),
  startBeside: () => call('Vault', 'StartBeside'),
  retry: () => call('Vault', 'Retry'),
  showFolder: () => call('Vault', 'ShowFolder'),

  addPlan: (name, subject) => call('Plans', 'Add', name, subject),
  renamePlan: (id, name) => call('Plans', 'Rename', id, name),
  openPlan: (id) => call('Plans', 'Open', id),
  addSample: (key) => call('Plans', 'Sample', key),
  addClient: (name) => call('Plans', 'AddClient', name),
  openClient: (id) => call('Plans', 'OpenClient', id),

  addItem: (input) => call('Items', 'Add', input),
  setTitle: (input) => call('Items', 'SetTitle', input),
  setText: (input) => call('Items', 'SetText', input),
  moveItems: (input) => call('Items', 'Move', input),
  copyItems: (input) => call('Items', 'Copy', input),
  pasteText: (input) => call('Items', 'Paste', input),
  setState: (ids, state) => call('Items', 'SetState', ids, state),
  setKind: (ids, kind) => call('Items', 'SetKind', ids, kind),
  setDue: (ids, due) => call('Items', 'SetDue', ids, due),
  setEstimate: (ids, minutes) => call('Items', 'SetEstimate', ids, minutes),
  setArea: (ids, areaId) => call('Items', 'SetArea', ids, areaId),
  addTag: (ids, name) => call('Items', 'AddTag', ids, name),
  removeTag: (ids, tagId) => call('Items', 'RemoveTag', ids, tagId),
  setDraft: (ids, draft) => call('Items', 'SetDraft', ids, draft),
  deleteItems: (ids) => call('Items', 'Delete', ids),
  restoreItems: (input) => call('Items', 'Restore', input),
  addLink: (input) => call('Items', 'AddLink', input),
  removeLink: (id) => call('Items', 'RemoveLink', id),

  undo: () => call('History', 'Undo'),
  redo: () => call('History', 'Redo'),
  trash: () => call('Trash', 'List'),
  place: (planId, view) => call('Places', 'Get', planId, view),
  savePlace: (planId, view, data) => call('Places', 'Save', { planId, view, data }),
  follow: (url) => call('Links', 'Follow', url),
};
