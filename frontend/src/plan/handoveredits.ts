import type { Bridge } from '../bridge/bridge';
import type { CameBack, CameIn, Choices } from '../handover/types';
import type { Through } from './coachedits';

/** What can be done with a client who leaves in a vault of their own and comes back, in the order of all edits. */
export class HandOverEdits {
  readonly #bridge: Bridge;
  readonly #through: Through;

  constructor(bridge: Bridge, through: Through) {
    this.#bridge = bridge;
    this.#through = through;
  }

  /** Writes the open client to a vault of their own; the path, '' when the person turns away or it is refused. */
  async leave(name: string): Promise<string> {
    return (await this.#through.ask(() => this.#bridge.handOver(name))) ?? '';
  }
  /** Shows the folder of the vault that left last. */
  async show(): Promise<void> {
    await this.#through.ask(() => this.#bridge.showHandedOver());
  }
  /** How a vault that came back compares; undefined when the person turns away, or it is refused. */
  async look(): Promise<CameBack | undefined> {
    const back = await this.#through.ask(() => this.#bridge.lookAtReturn());
    return back?.came.token ? back : undefined;
  }
  /** Brings in what came with it. */
  takeBack(input: Choices) {
    return this.#through.edit(() => this.#bridge.takeBack(input));
  }
  /** Lets go of it. */
  async forget(): Promise<void> {
    await this.#through.ask(() => this.#bridge.forgetReturn());
  }

  /** How a bundle compares; undefined when the person turns away, or it is refused. */
  async lookIn(): Promise<CameIn | undefined> {
    const bundle = await this.#through.ask(() => this.#bridge.lookIn());
    return bundle?.came.token ? bundle : undefined;
  }
  /** Brings in what came with it. */
  bringIn(input: Choices) {
    return this.#through.open(() => this.#bridge.bringIn(input));
  }
  /** Lets go of it. */
  async forgetBundle(): Promise<void> {
    await this.#through.ask(() => this.#bridge.forgetBundle());
  }
}
