import { asBridgeError, type BridgeError } from '../bridge/errors';
import { base64Of } from './parts';
import type { Brought, Chosen, Dropped, Picture, PicturePart, Refused, Spot } from './types';

/** The way to Go for pictures; a part of the bridge. */
export interface Way {
  choosePictures(folder: boolean): Promise<Chosen>;
  beginPictures(token: string): Promise<void>;
  expectPictures(count: number): Promise<string>;
  sendPicture(part: PicturePart): Promise<void>;
  stopPictures(token: string): Promise<void>;
  onPictures(take: (news: Brought) => void): void;
  onDropped(take: (dropped: Dropped) => void): void;
}

/** Gets the pictures that were dropped on the window, or pasted (no spot). */
export type Take = (pictures: Picture[], spot: Spot | null) => void;

/** Some files on their way in. */
export class Batch {
  readonly token: string;
  readonly of: number;
  done = $state(0);
  /** It is stopped, but Go has not said so yet. */
  stopping = $state(false);
  over = $state(false);
  refused = $state.raw<readonly Refused[]>([]);
  readonly #added: Picture[] = [];
  #finish: (pictures: Picture[]) => void = () => undefined;
  /** Comes with the pictures when all are in; with none when it was stopped. */
  readonly finished = new Promise<Picture[]>((finish) => (this.#finish = finish));

  constructor({ token, count }: Chosen) {
    this.token = token;
    this.of = count;
  }

  /** Takes what Go tells. */
  hear(news: Brought): void {
    this.done = news.done;
    this.#added.push(...news.added);
    this.refused = [...this.refused, ...news.refused];
    if (news.over) this.end();
  }

  end(): void {
    this.over = true;
    this.#finish(this.stopping ? [] : this.#added);
  }
}

/**
 * The pictures on their way into the vault. They come in behind what one does
 * meanwhile; a file that is no picture is told of and keeps no other from coming.
 */
export class Coming {
  /** Those on their way, and those that have something to tell, the oldest first. */
  batches = $state.raw<readonly Batch[]>([]);

  readonly #way: Way;
  readonly #report: (error: BridgeError) => void;
  #takes: readonly Take[] = [];

  constructor(way: Way, report: (error: BridgeError) => void) {
    this.#way = way;
    this.#report = report;
  }

  /** From now on hears of the files that come and of those that fall on the window. */
  listen(): void {
    this.#way.onPictures((news) => this.#hear(news));
    this.#way.onDropped(({ token, count, x, y }) => {
      const take = this.#takes.at(-1);
      if (take) void this.#begin({ token, count }).then((added) => give(take, added, { x, y }));
    });
  }

  /**
   * Brings in files, or asks for some, or for a folder of them. Comes with the
   * pictures that came in, in the order of their files, when all have; with none
   * when the person turned away or stopped it.
   */
  async bring(what: readonly File[] | 'choose' | 'folder'): Promise<Picture[]> {
    try {
      if (typeof what !== 'string') return await this.#send(what);
      const chosen = await this.#way.choosePictures(what === 'folder');
      return chosen.token === '' ? [] : await this.#begin(chosen);
    } catch (thrown) {
      this.#report(asBridgeError(thrown));
      return [];
    }
  }

  /**
   * Says who takes what is dropped on the window or pasted, until the answer is
   * called. The last one to say so has it; while nobody does, nothing comes in.
   */
  receive(take: Take): () => void {
    this.#takes = [...this.#takes, take];
    return () => (this.#takes = this.#takes.filter((other) => other !== take));
  }

  /** Files that fell on the page, or were pasted into it; false when nobody takes them. */
  offer(files: readonly File[], spot: Spot | null): boolean {
    const take = this.#takes.at(-1);
    if (!take || files.length === 0) return false;
    void this.bring(files).then((added) => give(take, added, spot));
    return true;
  }

  /** True while somebody takes what is dropped. */
  get wanted(): boolean {
    return this.#takes.length > 0;
  }

  stop(batch: Batch): void {
    batch.stopping = true;
    void this.#way.stopPictures(batch.token).catch(() => undefined);
  }

  /** Puts away a batch that is over. */
  dismiss(batch: Batch): void {
    this.batches = this.batches.filter((other) => other !== batch);
  }

  #add(chosen: Chosen): Batch {
    const batch = new Batch(chosen);
    this.batches = [...this.batches, batch];
    return batch;
  }

  async #begin(chosen: Chosen): Promise<Picture[]> {
    const batch = this.#add(chosen);
    await this.#way.beginPictures(chosen.token).catch((thrown: unknown) => {
      this.#drop(batch, thrown);
    });
    return batch.finished;
  }

  async #send(files: readonly File[]): Promise<Picture[]> {
    if (files.length === 0) return [];
    const batch = this.#add({
      token: await this.#way.expectPictures(files.length),
      count: files.length,
    });
    void this.#sendAll(batch, files).catch((thrown: unknown) => {
      if (batch.over || batch.stopping) return; // Go takes no more of it
      this.#drop(batch, thrown);
      this.stop(batch);
    });
    return batch.finished;
  }

  async #sendAll(batch: Batch, files: readonly File[]): Promise<void> {
    for (const file of files)
      for await (const { data, last } of base64Of(file)) {
        if (batch.over || batch.stopping) return;
        await this.#way.sendPicture({ token: batch.token, name: file.name, data, last });
      }
  }

  #drop(batch: Batch, thrown: unknown): void {
    batch.stopping = true;
    batch.end();
    this.dismiss(batch);
    this.#report(asBridgeError(thrown));
  }

  /** A batch that Go began by itself, as it does with the pictures of a board that is opened. */
  #begun({ token, done, of, over }: Brought): Batch | undefined {
    return done === 0 && !over ? this.#add({ token, count: of }) : undefined;
  }

  #hear(news: Brought): void {
    const batch = this.batches.find((one) => one.token === news.token) ?? this.#begun(news);
    if (!batch || batch.over) return;
    batch.hear(news);
    if (batch.over && (batch.refused.length === 0 || batch.stopping)) this.dismiss(batch);
  }
}

function give(take: Take, added: Picture[], spot: Spot | null): void {
  if (added.length > 0) take(added, spot);
}
