// The pictures that the board draws: fetched when they come into sight, in the
// size that the screen needs, and the large ones let go again. The originals
// never come to the page.

import { EDGES, type Edge } from '../pictures/url';

/** So many are fetched at once. */
const AT_ONCE = 6;
/** So many pictures larger than the smallest size stay when they are out of sight. */
const LARGE = 24;

/** What can be drawn. */
export type Drawable = HTMLImageElement;

type State = 'waiting' | 'coming' | 'gone';

/** The pictures that are here, and those on their way. */
export class Album {
  readonly #address: (hash: string, edge: Edge) => string;
  readonly #came: (hash: string) => void;
  readonly #here = new Map<string, HTMLImageElement>();
  readonly #states = new Map<string, State>();
  /** When each was drawn last, by count. */
  readonly #drawn = new Map<string, number>();
  #waiting: { key: string; hash: string; edge: Edge }[] = [];
  #coming = 0;
  #turn = 0;

  constructor(address: (hash: string, edge: Edge) => string, came: (hash: string) => void) {
    this.#address = address;
    this.#came = came;
  }

  /** The picture in the size wanted, or in the best that is here already; what is missing is fetched. */
  get(hash: string, edge: Edge): Drawable | null {
    const key = keyOf(hash, edge);
    this.#drawn.set(key, ++this.#turn);
    const own = this.#here.get(key);
    if (own) return own;
    this.#want(key, hash, edge);
    for (const other of [1200, 2560, 480] as const) {
      const found = this.#here.get(keyOf(hash, other));
      if (found) return found;
    }
    if (edge !== 480) this.#want(keyOf(hash, 480), hash, 480);
    return null;
  }

  /** Lets go of large pictures that have not been drawn for the longest time. */
  trim(): void {
    const large = [...this.#here.keys()].filter((key) => !key.endsWith('/480'));
    large.sort((a, b) => (this.#drawn.get(a) ?? 0) - (this.#drawn.get(b) ?? 0));
    for (const key of large.slice(0, Math.max(0, large.length - LARGE))) {
      this.#here.delete(key);
      this.#states.delete(key);
      this.#drawn.delete(key);
    }
  }

  /** An album with this one picture alone, that is here already. */
  only(hash: string, image: Drawable | null): Album {
    const own = new Album(this.#address, () => undefined);
    for (const edge of EDGES) {
      own.#states.set(keyOf(hash, edge), 'gone');
      if (image) own.#here.set(keyOf(hash, edge), image);
    }
    return own;
  }

  /** The picture in one size, whenever it is there; null when it is nowhere. */
  async fetch(hash: string, edge: Edge): Promise<Drawable | null> {
    const image = new Image();
    image.src = this.#address(hash, edge);
    return image.decode().then(
      () => image,
      () => null,
    );
  }

  #want(key: string, hash: string, edge: Edge): void {
    if (this.#states.has(key)) return;
    this.#states.set(key, 'waiting');
    const one = { key, hash, edge };
    if (edge === 480) this.#waiting.unshift(one);
    else this.#waiting.push(one);
    this.#next();
  }

  #next(): void {
    while (this.#coming < AT_ONCE) {
      const one = this.#waiting.shift();
      if (!one) return;
      this.#coming++;
      this.#states.set(one.key, 'coming');
      void this.fetch(one.hash, one.edge).then((image) => this.#arrived(one.key, one.hash, image));
    }
  }

  #arrived(key: string, hash: string, image: Drawable | null): void {
    this.#coming--;
    if (image) this.#here.set(key, image);
    this.#states.set(key, 'gone');
    this.#next();
    if (image) this.#came(hash);
  }
}

function keyOf(hash: string, edge: Edge): string {
  return `${hash}/${String(edge)}`;
}
