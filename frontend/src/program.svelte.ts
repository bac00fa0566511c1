import { Backups } from './backup/backups.svelte';
import { backupCommands } from './backup/commands';
import type { Bridge, Kept } from './bridge/bridge';
import { asBridgeError, type BridgeError } from './bridge/errors';
import type { Command } from './commands/command';
import { Sheets } from './commands/sheets.svelte';
import { Closeup } from './commands/closeup.svelte';
import { Commands } from './commands/commands';
import type { Desk } from './commands/desk';
import { menuOf, Menus } from './desktop/menus';
import { Settings } from './desktop/settings.svelte';
import { fileCommands, recentCommands } from './files/commands';
import type { Files } from './files/files';
import { lettersOf } from './goal/letters';
import { Lens } from './lens/lens.svelte';
import { noted } from './mishap/places';
import { Coming } from './pictures/coming.svelte';
import { Edits } from './plan/edit.svelte';
import { Hand } from './plan/hand.svelte';
import { Mirror } from './plan/mirror.svelte';
import { Sealing } from './plan/sealing.svelte';
import type { Changes, Opening } from './plan/types';
import { flushTyping } from './plan/typing';
import type { News } from './plan/vault';
import type { Reminder } from './remind/remind';
import { settingsCommands } from './settings/commands';
import type { Doors } from './start/doors';
import { Now } from './text/now.svelte';
import { speak, t, tn } from './text/text';
import { Notices } from './ui/notices.svelte';

const NO_NEWS: News = { file: '', cutOff: false, locked: false };

/** The program from the first answer of Go on: a start screen, or a desk with the open client on it. */
export class Program {
  /** null until Go has answered. */
  opening = $state.raw<Opening | null>(null);
  /** null until a client is open. */
  desk = $state.raw<Desk | null>(null);
  /** True when Go did not answer at all. */
  silent = $state(false);
  /** True after something broke, until it is drawn again. */
  broken = $state(false);
  /** True while the program tells about itself. */
  telling = $state(false);
  readonly notices = new Notices();
  readonly now = new Now();
  /** All that can be run now; the desk adds its own. */
  readonly commands = new Commands();
  readonly settings: Settings;
  readonly coming: Coming;
  readonly backups: Backups;

  readonly #bridge: Bridge;
  /** When the program was there: what had come before is seen in Today. */
  readonly #begun = { day: this.now.day, time: this.now.time };
  #reminder: Reminder | undefined;
  readonly #menus: Menus;
  /** The commands of the window, which stand last in every menu. */
  readonly #own: readonly Command[];
  /** Takes back the commands that open the vaults of lately. */
  #forget: () => void = () => undefined;

  constructor(bridge: Bridge, root = document.documentElement) {
    this.#bridge = bridge;
    this.settings = new Settings(root, bridge);
    this.coming = new Coming(bridge, (error) => this.#refuse(error));
    this.backups = new Backups({
      bridge,
      notices: this.notices,
      through: (what) => this.#through(what),
      entered: async ({ opening }) => {
        this.desk = null;
        await this.#enter(opening);
      },
    });
    this.#menus = new Menus((entries) => bridge.setMenus(entries));
    this.#own = settingsCommands(this.settings, {
      fullScreen: () => bridge.fullScreen(),
      quit: () => this.#do(() => bridge.quit()),
    });
    this.commands.add(this.#own);
    this.commands.add(
      fileCommands(this.files, {
        open: () => this.isOpen,
        shared: () => this.opening?.shared === true,
      }),
    );
    this.commands.add(
      backupCommands(
        this.backups,
        {
          open: () => this.isOpen,
          lost: () => this.opening?.backup.name !== '' && this.opening?.stage === 'problem',
          shared: () => this.opening?.shared === true,
        },
        () => this.doors.folder(),
      ),
    );
    bridge.onMenu((id) => this.#choose(id));
  }

  /** Takes the texts and the look, and goes where things stand, before anything is drawn. */
  async begin(): Promise<void> {
    try {
      const { texts, setting, opening, client, places } = await this.#bridge.begin();
      speak(texts);
      this.settings.begin(setting);
      await this.#enter(opening ?? (await this.#bridge.opening()), client, places);
    } catch {
      this.silent = true;
    }
  }

  /** A vault is open, be it drawn or not. */
  get isOpen(): boolean {
    return this.desk !== null || this.opening?.stage === 'safe';
  }

  /** The page stands, with what is in the vault: the next start need not be careful. */
  stands(): void {
    if (this.broken || this.silent || !this.opening || this.opening.stage === 'safe') return;
    void this.#bridge.stands().catch(() => undefined);
  }

  /** A while has passed: the clock is looked at, and what was planned for now is told. */
  tick(): void {
    this.now.look();
    void this.#remind();
  }

  async #remind(): Promise<void> {
    const { desk, now } = this;
    const { remind, quiet } = this.settings.look;
    if (!desk || !remind) return;
    const { Reminder } = await import('./remind/remind');
    this.#reminder ??= new Reminder(this.#begun);
    const busy = ['begin', 'session'].includes(desk.sheets.open?.what ?? '');
    const come = this.#reminder.look(desk.mirror, now, { quiet, busy });
    if (come > 0) await this.#bridge.notify(tn('remind.come', come));
  }

  /** From now on hears what Go has to say, beginning with what it has already. */
  async listen(): Promise<void> {
    this.coming.listen();
    this.#bridge.onNews(() => void this.#hear());
    await this.#hear();
  }

  /** What the start screens can do. */
  readonly doors: Doors = {
    start: (subject, name) => this.#go(() => this.#bridge.start(subject, name)),
    startSample: (key) => this.#go(() => this.#bridge.startSample(key)),
    open: (path) => this.#go(() => this.#bridge.openVault(path)),
    choose: () => this.#go(() => this.#bridge.chooseVault()),
    beside: () => this.#go(() => this.#bridge.startBeside()),
    restore: (name) => (this.backups.choosing = name),
    salvage: (take) => this.#do(async () => take(await this.#bridge.salvage())),
    again: () => this.#go(() => this.#bridge.retry()),
    coach: (on) => this.settings.set({ coach: on }),
    folder: () => this.#do(() => this.#bridge.showFolder()),
    usual: () => this.#go(() => this.#bridge.asUsual()),
  };

  /** What can be done around the file while a plan is open. */
  readonly files: Files = {
    choose: () => this.doors.choose(),
    open: (path) => this.doors.open(path),
    create: () => this.#go(() => this.#bridge.createVault()),
    copy: () => this.#do(() => this.#written('files.copied', () => this.#bridge.saveCopy())),
    everything: () =>
      this.#do(() => this.#written('files.everything.done', () => this.#bridge.saveEverything())),
    log: () => this.#do(() => this.#bridge.showLog()),
    about: () => (this.telling = true),
  };

  /** What the program is made of that others wrote. */
  readonly licences = () => this.#bridge.licences();

  /** The owner knows what the vault stands on; it is not told again. */
  know(): void {
    if (this.opening) this.opening = { ...this.opening, ground: { kind: '', name: '' } };
    this.#do(() => this.#bridge.knowGround());
  }

  /** Opens a link outside the program, if the filter in Go lets it through. */
  follow(href: string): void {
    this.#do(() => this.#bridge.follow(href));
  }

  /** Something broke. What is typed is kept, and the page says what is true of the plan. */
  broke(thrown: unknown): void {
    if (!this.broken) this.note(thrown);
    this.broken = true;
  }

  /** Saves what is typed, and writes down that something broke. */
  note(thrown: unknown): void {
    void flushTyping();
    const { name, places } = noted(thrown);
    void this.#bridge.noteMishap(name, places).catch(() => undefined);
  }

  /** Draws everything anew, from what Go has; safely is all but what is in the vault. */
  async redraw(safely = false): Promise<void> {
    try {
      this.telling = false;
      this.desk = null;
      await this.#enter(await (safely ? this.#bridge.safely() : this.#bridge.opening()));
      this.broken = false;
    } catch {
      this.silent = true;
    }
  }

  /** Tells that a file was written, and offers to show it; nobody wrote one who turned away. */
  async #written(
    says: 'files.copied' | 'files.everything.done',
    write: () => Promise<string>,
  ): Promise<void> {
    const path = await write();
    if (path === '') return;
    const name = path.split(/[/\\]/).at(-1) ?? path;
    this.notices.offer(t(says, { name }), t('files.copied.show'), () =>
      this.#do(() => this.#bridge.showCopy()),
    );
  }

  /** Takes what Go has to say: how the last run ended, and a file to open. */
  async #hear(): Promise<void> {
    const { file, cutOff, locked } = await this.#bridge.news().catch(() => NO_NEWS);
    if (locked) await this.desk?.seal.fell();
    if (locked) this.notices.tell(t('coach.lock.fell'));
    if (cutOff) this.notices.tell(t('files.cutOff'));
    if (file !== '') this.doors.open(file);
  }

  /** Does something beside the plan, after all that was done to it is saved; what is refused is told. */
  async #through<Out>(what: () => Promise<Out>): Promise<Out | undefined> {
    try {
      await flushTyping();
      await this.desk?.edits.settled();
      return await what();
    } catch (thrown) {
      this.#refuse(asBridgeError(thrown));
      return undefined;
    }
  }

  /** Does something beside the plan, after all that was done to it is saved. */
  #do(what: () => Promise<void>): void {
    void this.#through(what);
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
    this.#do(async () => this.#enter(await through()));
  }

  /** Goes where Go says that things stand; on the plan that is open already, everything stays as it is. */
  async #enter(
    opening: Opening,
    client: Changes | null = null,
    places: readonly Kept[] | null = null,
  ): Promise<void> {
    if (opening.stage !== 'plan') this.desk = null;
    else if (!this.desk || opening.path !== this.opening?.path)
      this.desk = this.#lay(client ?? (await this.#bridge.client()), places);
    this.#forget();
    this.#forget = this.commands.add(recentCommands(this.files, opening.recent));
    this.opening = opening;
  }

  /** Lays a client on the desk. */
  #lay(client: Changes, places: readonly Kept[] | null): Desk {
    const mirror = new Mirror();
    mirror.replace(client);
    const { notices, commands, now, coming, backups } = this;
    const edits = new Edits(this.#bridge, mirror, (error) => this.#refuse(error));
    if (places) edits.knowPlaces(mirror.planId, places);
    const lens = new Lens(mirror, this.#bridge, () => this.settings.look.lens);
    const { settings } = this;
    const isShared = () => this.opening?.shared === true;
    return {
      mirror,
      edits,
      notices,
      hand: new Hand(),
      commands,
      lens,
      sheets: new Sheets(),
      closeup: new Closeup(),
      now,
      coming,
      backups,
      get letters() {
        return lettersOf(settings.look.letters);
      },
      seal: new Sealing(edits.coach),
      get coaches() {
        return settings.look.coach || mirror.clients.some(({ own }) => !own);
      },
      get shared() {
        return isShared();
      },
      share: (on) => this.#share(edits, on),
    };
  }

  /** Somebody looks on, or does not any more: what is typed is kept, and the page begins anew. */
  async #share(edits: Edits, on: boolean): Promise<void> {
    await flushTyping();
    if (await edits.coach.share(on)) this.#bridge.anew();
  }

  /** A refusal is told; a fault inside of Go is a mishap. */
  #refuse(error: BridgeError): void {
    if (error.key === 'error.panic') this.broke(error);
    else this.notices.refuse(error);
  }
}
