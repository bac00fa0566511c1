import { lightOf } from '../drawing/colours';

/** Inks that are dark on paper: words on them are light. */
const STRONG: readonly string[] = ['ink', 'stone', 'moss', 'sea', 'clay', 'plum'];
const PATTERNS: readonly string[] = ['dots', 'grid'];
const OWN_PAPER: readonly string[] = ['linen', 'kraft', 'night'];

/** The colours of roles (styles/tokens.css). */
export class Colours {
  readonly #read: (role: string) => string;
  readonly #dark: boolean;
  readonly #known = new Map<string, string>();
  /** What stands on the bare paper of the board: 'page' where that is the page's own. */
  #on: 'page' | 'strong' | 'soft' = 'page';
  #paper = '';

  constructor(read: (role: string) => string, dark: boolean) {
    this.#read = read;
    this.#dark = dark;
  }

  /** As the page has them now. */
  static of(element: Element): Colours {
    const style = getComputedStyle(element);
    const read = (role: string) => style.getPropertyValue('--' + role).trim();
    return new Colours(read, style.colorScheme === 'dark');
  }

  /** As the light page has them, for what is printed or sent. */
  static inLight(): Colours {
    return new Colours(lightOf, false);
  }

  of(role: string): string {
    let colour = this.#known.get(role);
    if (colour === undefined) {
      colour = this.#read(role);
      this.#known.set(role, colour);
    }
    return colour;
  }

  /** The colour of an ink, or of a colour of one's own. */
  ink(ink: string): string {
    return ink.startsWith('#') ? ink : this.of('i-' + ink);
  }

  /** What is readable on an ink. */
  onInk(ink: string): string {
    return this.of(isStrong(ink) ? 'on-strong' : 'on-soft');
  }

  /** From now on the board lies on this. */
  layOn(paper: string): void {
    const dark = this.#dark;
    this.#paper = paper;
    if (paper === '' || paper === 'linen' || PATTERNS.includes(paper)) this.#on = 'page';
    else if (paper === 'kraft') this.#on = dark ? 'page' : 'soft';
    else if (paper === 'night') this.#on = dark ? 'page' : 'strong';
    else this.#on = isStrong(paper) ? 'strong' : 'soft';
  }

  /** The ground of the board. */
  get ground(): string {
    if (this.#paper === '' || PATTERNS.includes(this.#paper)) return this.of('page');
    return OWN_PAPER.includes(this.#paper) ? this.of('b-' + this.#paper) : this.ink(this.#paper);
  }

  /** Words on the bare ground: ink, or the quieter one beside it. */
  bare(quiet = false): string {
    if (this.#on === 'page') return this.of(quiet ? 'ink-3' : 'ink');
    return this.of('on-' + this.#on);
  }
}

/** Whether words on an ink must be light. */
export function isStrong(ink: string): boolean {
  if (!ink.startsWith('#')) return STRONG.includes(ink);
  const [r, g, b] = [1, 3, 5].map((at) => linear(parseInt(ink.slice(at, at + 2), 16) / 255));
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0) < 0.18;
}

/** After the definition of relative luminance in WCAG 2.2. */
function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
