import type { CameBack, CameIn } from '../handover/types';
import type { Changes } from '../plan/types';
import type { HandOverBridge } from './handover';

/** What the fake's hand-over needs of the rest of it. */
interface FakeVault {
  /** The rows as they are now: whoever edits changes them in place. */
  rows(): Changes;
  call(...call: [string, ...unknown[]]): void;
  edit(op: string, call: [string, ...unknown[]], change: () => string): Changes;
}

/** A vault that left and what came back with it. */
export class FakeHandOver implements HandOverBridge {
  /** Where the person lets it lie; '' = they turn away. */
  to = '';
  back: CameBack = {
    name: '',
    came: { token: '', new: 0, changed: 0, removed: 0, differences: [] },
  };
  bundle: CameIn = {
    name: '',
    came: { token: '', clients: [], new: 0, changed: 0, removed: 0, differences: [] },
  };
  /** What comes in. */
  brings: (rows: Changes) => void = () => undefined;

  readonly #vault: FakeVault;

  constructor(vault: FakeVault) {
    this.#vault = vault;
  }

  handOver: HandOverBridge['handOver'] = async (name) => {
    this.#vault.call('handOver', name);
    return this.to;
  };
  showHandedOver: HandOverBridge['showHandedOver'] = async () => {
    this.#vault.call('showHandedOver');
  };
  lookAtReturn: HandOverBridge['lookAtReturn'] = async () => {
    this.#vault.call('lookAtReturn');
    return this.back;
  };
  takeBack: HandOverBridge['takeBack'] = async (input) =>
    this.#vault.edit('takeback', ['takeBack', input], () => {
      this.brings(this.#vault.rows());
      return '';
    });
  forgetReturn: HandOverBridge['forgetReturn'] = async () => {
    this.#vault.call('forgetReturn');
  };
  lookIn: HandOverBridge['lookIn'] = async () => {
    this.#vault.call('lookIn');
    return this.bundle;
  };
  /** Gives the whole client, as Go does. */
  bringIn: HandOverBridge['bringIn'] = async (input) => {
    const { undo, focus } = this.#vault.edit('bundle', ['bringIn', input], () => {
      this.brings(this.#vault.rows());
      return '';
    });
    return { ...structuredClone(this.#vault.rows()), undo, focus };
  };
  forgetBundle: HandOverBridge['forgetBundle'] = async () => {
    this.#vault.call('forgetBundle');
  };
}
