import type { Bridge } from './bridge/bridge';
import { asBridgeError } from './bridge/errors';
import type { Command } from './commands/command';
import { Commands } from './commands/commands';
import type { Desk } from './commands/desk';
import { menuOf, Menus } from './desktop/menus';
import { Settings } from './desktop/settings.svelte';
import { ORDINARY } from './desktop/types';
import { Edits } from './plan/edit.svelte';
import { Hand } from './plan/hand.svelte';
import { Mirror } from './plan/mirror.svelte';
import type { Opening } from './plan/types';
import { settingsCommands } from './settings/commands';
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
  /** All that can be run now; the desk adds its own. */
  readonly commands = new Commands();
  readonly settings: Settings;

  readonly #bridge: Bridge;
  readonly #menus: Menus;
  /** The commands of the window, which stand last in every menu. */
  readonly #own: readonly Command[];

  constructor(bridge: Bridge, root = document.documentElement) {
    this.#bridge = bridge;
    this.settings = new Settings(root, bridge);
    this.#menus = new Menus((entries) => bridge.setMenus(entries));
    this.#own = settingsCommands(this.settings, bridge);
    this.commands.add(this.#own);
    bridge.onMenu((id) => this.#choose(id));
  }

  /** Gives the page its look, before anything is drawn. */
  async dress(): Promise<void> {
    const ordinary = { look: ORDINARY, window: false };
    this.settings.begin(await this.#bridge.setting().catch(() => ordinary));
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

  /** Hangs all that can be run into the menus of the window; inside an effect it stays true. */
  hangMenus(): void {
    if (!this.settings.window) return;
    const others = this.commands.all().filter((command) => !this.#own.includes(command));
    this.#menus.offer(menuOf([...others, ...this.#own]));
  }

  #choose(id: string): void {
    const command = this.commands.get(id);
    if (command?.enabled()) command.run();
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
    const { notices, commands } = this;
    const edits = new Edits(this.#bridge, mirror, (error) => notices.refuse(error));
    return { mirror, edits, notices, hand: new Hand(), commands };
  }

  #refuse(thrown: unknown): void {
    this.notices.refuse(asBridgeError(thrown));
  }
}
