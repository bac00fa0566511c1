/** How much of a file goes over the bridge at once, in bytes: WebView2 cuts off what has more than 2 MB. */
export const PART = 384 * 1024;

/** A part of a file in base64. */
export interface Part {
  data: string;
  last: boolean;
}

/** A file in parts, each read when it is asked for; an empty file is one empty part. */
export async function* base64Of(file: Blob): AsyncGenerator<Part> {
  for (let at = 0; at === 0 || at < file.size; at += PART)
    yield { data: await read(file.slice(at, at + PART)), last: at + PART >= file.size };
}

function read(part: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,?/, ''));
    reader.onerror = () => failed(reader.error ?? new Error('a part of the file cannot be read'));
    reader.readAsDataURL(part);
  });
}
