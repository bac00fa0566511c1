import type { Bridge } from './bridge/bridge';
import { asBridgeError } from './bridge/errors';
import { Commands } from './commands/commands';
import type { Desk } from './commands/desk';
import { Edits } from './plan/edit.svelte';
import { Hand } from './plan/hand.svelte';
import { Mirror } from './plan/mirror.svelte';
import type { Opening } from './plan/types';
import type { Doors } from './start/doors';
import { Notices } from './ui/notices.svelte';

/** The program from the first answer of Go on: a start screen, or a desk with the open client on it. */
export class Program {
  /** null until Go has answered. */
  opening = $state.raw<Opening | null>(null);
  /** null until a client is open. */
  desk = $state.raw<Desk | null>(null);
  /** True when Go did not answer at all. */
  silent = $state(false);
  readonly notices = new Notices();

  readonly #bridge: Bridge;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  /** Asks how things stand and goes there. */
  async begin(): Promise<void> {
    try {
      await this.#enter(await this.#bridge.opening());
    } catch {
      this.silent = true;
    }
  }

  /** What the start screens can do. */
  readonly doors: Doors = {
    start: (subject, name) => this.#go(() => this.#bridge.start(subject, name)),
    startSample: (key) => this.#go(() => this.#bridge.startSample(key)),
    open: (path) => this.#go(() => this.#bridge.openVault(path)),
    choose: () => this.#go(() => this.#bridge.chooseVault()),
    beside: () => this.#go(() => this.#bridge.startBeside()),
    again: () => this.#go(() => this.#bridge.retry()),
    folder: () => void this.#bridge.showFolder().catch((thrown: unknown) => this.#refuse(thrown)),
  };

  /** Opens a link outside the program, if the filter in Go lets it through. */
  follow(href: string): void {
    this.#bridge.follow(href).catch((thrown: unknown) => this.#refuse(thrown));
  }

  #go(through: () => Promise<Opening>): void {
    through()
      .then((opening) => this.#enter(opening))
      .catch((thrown: unknown) => this.#refuse(thrown));
  }

  async #enter(opening: Opening): Promise<void> {
    if (opening.stage === 'plan') this.desk = await this.#layDesk();
    this.opening = opening;
  }

  async #layDesk(): Promise<Desk> {
    const mirror = new Mirror();
    mirror.replace(await this.#bridge.client());
    const { notices } = this;
    const edits = new Edits(this.#bridge, mirror, (error) => notices.refuse(error));
    return { mirror, edits, notices, hand: new Hand(), commands: new Commands() };
  }

  #refuse(thrown: unknown): void {
    this.notices.refuse(asBridgeError(thrown));
  }
}
