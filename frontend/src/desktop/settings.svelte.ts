import { ORDINARY, type Look, type Setting } from './types';
import { nextZoom } from './zoom';

/** The way to keep what is set. */
export interface Keeping {
  saveLook(look: Look): Promise<void>;
  /** Says whether the page is dark now, for the window around it. */
  drawn(dark: boolean): Promise<void>;
}

/**
 * How the page looks. What is set shows at once (data-theme, the size of the
 * root's text and spellcheck on the root, which all fields inherit) and is kept.
 */
export class Settings {
  look = $state.raw<Look>(ORDINARY);
  /** The dialog is open. */
  open = $state(false);
  /** There is a window of our own around the page, and no browser. */
  window = $state(false);

  readonly #root: HTMLElement;
  readonly #keep: Keeping;
  #night: MediaQueryList | undefined;
  #dark: boolean | undefined;

  constructor(root: HTMLElement, keep: Keeping) {
    this.#root = root;
    this.#keep = keep;
  }

  /** Shows what was kept, and from now on follows the system where that is wanted. */
  begin(setting: Setting): void {
    this.look = setting.look;
    this.window = setting.window;
    this.#night = matchMedia('(prefers-color-scheme: dark)');
    this.#night.addEventListener('change', () => this.#show());
    this.#show();
  }

  set(over: Partial<Look>): void {
    this.look = { ...this.look, ...over };
    this.#show();
    void this.#keep.saveLook(this.look);
  }

  /** Makes all text larger (1) or smaller (-1). */
  zoom(direction: 1 | -1): void {
    const zoom = nextZoom(this.look.zoom, direction);
    if (zoom !== this.look.zoom) this.set({ zoom });
  }

  #show(): void {
    const { theme, zoom, spelling } = this.look;
    const dark = theme === 'dark' || (theme === 'system' && this.#night?.matches === true);
    this.#root.dataset['theme'] = dark ? 'dark' : 'light';
    this.#root.style.fontSize = zoom === 100 ? '' : `${String(zoom)}%`;
    this.#root.setAttribute('spellcheck', String(spelling));
    if (dark !== this.#dark) void this.#keep.drawn(dark);
    this.#dark = dark;
  }
}
