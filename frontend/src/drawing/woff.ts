/** Bytes that do not grow or move, as the web's own streams want them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Where the table of contents of a WOFF begins, and how long each entry of it is, in bytes (W3C, 2012). */
const CONTENTS = 44;
const ENTRY = 20;

/** The tables of a font in the WOFF format, by tag, as they stand in a TrueType file. */
export async function tablesOf(woff: Bytes): Promise<Map<string, Bytes>> {
  const view = new DataView(woff.buffer, woff.byteOffset);
  const tables = new Map<string, Bytes>();
  for (let i = 0; i < view.getUint16(12); i++) {
    const at = CONTENTS + i * ENTRY;
    const from = view.getUint32(at + 4);
    const packed = woff.slice(from, from + view.getUint32(at + 8));
    const whole = view.getUint32(at + 12);
    const tag = String.fromCharCode(...woff.subarray(at, at + 4));
    tables.set(tag, packed.length < whole ? await inflate(packed) : packed);
  }
  return tables;
}

/** Packs bytes as zlib does (RFC 1950). */
export function deflate(bytes: Bytes): Promise<Bytes> {
  return through(bytes, new CompressionStream('deflate'));
}

function inflate(bytes: Bytes): Promise<Bytes> {
  return through(bytes, new DecompressionStream('deflate'));
}

async function through(
  bytes: Bytes,
  stream: CompressionStream | DecompressionStream,
): Promise<Bytes> {
  const writer = stream.writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  const reader = stream.readable.getReader();
  const parts: Bytes[] = [];
  for (let part = await reader.read(); !part.done; part = await reader.read())
    parts.push(part.value as Bytes);
  await written;
  return joined(parts);
}

/** Bytes one after the other. */
export function joined(parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
