import { inflateRawSync } from 'node:zlib';

/** The entries of a zip by their names, read as any program would that has never heard of Cairn. */
export function unzip(raw: Buffer): Map<string, Buffer> {
  const end = raw.lastIndexOf(Buffer.from('PK\x05\x06'));
  const entries = new Map<string, Buffer>();
  let at = raw.readUInt32LE(end + 16);
  for (let left = raw.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, size] = [raw.readUInt32LE(at + 20), raw.readUInt32LE(at + 24)];
    const [name, extra, note] = [28, 30, 32].map((field) => raw.readUInt16LE(at + field));
    const local = raw.readUInt32LE(at + 42);
    const from = local + 30 + raw.readUInt16LE(local + 26) + raw.readUInt16LE(local + 28);
    const body = raw.subarray(from, from + packed);
    const whole = raw.readUInt16LE(at + 10) === 0 ? body : inflateRawSync(body);
    if (whole.length !== size) throw new Error('an entry is cut short');
    entries.set(raw.toString('utf8', at + 46, at + 46 + (name ?? 0)), whole);
    at += 46 + (name ?? 0) + (extra ?? 0) + (note ?? 0);
  }
  return entries;
}
