/** A picture that the client has: the hash of its file, and its size in pixels. */
export interface Picture {
  hash: string;
  width: number;
  height: number;
}

/** Files that wait to be brought in; an empty token means that the person turned away. */
export interface Chosen {
  token: string;
  count: number;
}

/** A place in the window, in CSS pixels. */
export interface Spot {
  x: number;
  y: number;
}

/** Files that were dropped on the window, and where. */
export interface Dropped extends Chosen, Spot {}

/** A file that did not come in, and the sentence that says why. */
export interface Refused {
  name: string;
  key: string;
  params: Record<string, string>;
}

/** How far a batch of files has come; what came in and what was refused is what is new since it was told last. */
export interface Brought {
  token: string;
  done: number;
  of: number;
  over: boolean;
  added: Picture[];
  refused: Refused[];
}

/** A part of a file on its way to Go: base64, the last one says so. */
export interface PicturePart {
  token: string;
  name: string;
  data: string;
  last: boolean;
}
