import { deflateSync } from 'fflate';

export interface ZipEntry {
  /** Path in the archive, with slashes. */
  name: string;
  text: string;
}

/** What one entry needs to be found again. */
interface Placed {
  name: Uint8Array;
  crc: number;
  size: number;
  packed: number;
  at: number;
}

/** From this many entries, or this many bytes, an archive needs the Zip64 end record (which fflate 0.8 cannot write). */
const MOST_ENTRIES = 0xffff;
/** Names are UTF-8; the version that knows deflate; 1 January 1980, as an archive of text needs no other day. */
const [UTF8, VERSION, DEFLATE, DAY] = [0x0800, 20, 8, 0x0021];

/** An archive of text files as a stream (APPNOTE 6.3.10), each deflated; only names and places are kept until the end. */
export async function* zipped(entries: AsyncIterable<ZipEntry>): AsyncIterable<Uint8Array> {
  const encoder = new TextEncoder();
  const placed: Placed[] = [];
  let at = 0;
  for await (const { name, text } of entries) {
    const bytes = encoder.encode(text);
    const body = deflateSync(bytes);
    const entry = { name: encoder.encode(name), crc: crc32(bytes), size: bytes.length, packed: body.length, at };
    placed.push(entry);
    const head = record(0x04034b50, VERSION, UTF8, DEFLATE, 0, DAY, ...sizes(entry), 0);
    for (const piece of [head, entry.name, body]) {
      yield piece;
      at += piece.length;
    }
  }
  const start = at;
  for (const entry of placed) {
    const head = record(0x02014b50, VERSION, VERSION, UTF8, DEFLATE, 0, DAY, ...sizes(entry), 0, 0, 0, 0, long(0), long(entry.at));
    yield head;
    yield entry.name;
    at += head.length + entry.name.length;
  }
  yield* endOf(placed.length, start, at);
}

function* endOf(count: number, start: number, end: number): Generator<Uint8Array> {
  if (count > MOST_ENTRIES) {
    const [entries, size, from] = [quad(count), quad(end - start), quad(start)];
    yield record(0x06064b50, quad(44), 45, 45, long(0), long(0), entries, entries, size, from);
    yield record(0x07064b50, long(0), quad(end), long(1));
  }
  const shown = Math.min(count, MOST_ENTRIES);
  yield record(0x06054b50, 0, 0, shown, shown, long(end - start), long(start), 0);
}

function sizes({ crc, packed, size, name }: Placed): (number | Uint8Array)[] {
  return [long(crc), long(packed), long(size), name.length];
}

/** A signature of four bytes, then numbers of two bytes each and whatever is given as bytes; little-endian. */
function record(signature: number, ...fields: (number | Uint8Array)[]): Uint8Array {
  const parts = [long(signature), ...fields.map((field) => (typeof field === 'number' ? long(field).subarray(0, 2) : field))];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function long(value: number): Uint8Array {
  return new Uint8Array([value, value >>> 8, value >>> 16, value >>> 24]);
}

function quad(value: number): Uint8Array {
  return new Uint8Array([...long(value), ...long(Math.floor(value / 2 ** 32))]);
}

const CRC_TABLE = /* @__PURE__ */ Uint32Array.from({ length: 256 }, (_none, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
