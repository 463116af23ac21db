import { deflateSync } from 'fflate';

export interface ZipEntry {
  /** Path in the archive, with slashes. */
  name: string;
  text: string;
}

/** What one entry needs to be found again. */
interface Placed {
  name: string;
  method: number;
  crc: number;
  size: number;
  packed: number;
  at: number;
}

/** A number in so many bytes, little-endian. */
type Field = readonly [value: number, width: 2 | 4 | 8];

/** From this many entries, or this many bytes, an archive needs the Zip64 end record (which fflate 0.8 cannot write). */
const MOST_ENTRIES = 0xffff;
/** Names are UTF-8; the version that knows deflate; 1 January 1980, as an archive of text needs no other day. */
const [UTF8, VERSION, DAY] = [0x0800, 20, 0x0021];
/** Methods of an entry. */
const [STORED, DEFLATED] = [0, 8];
/**
 * Shorter files are not packed, in bytes: that would save a third of what is little, and take longer than everything else about them. A file
 * system gives a file 4 kB anyway.
 */
const SHORT = 2048;

/** An archive of text files as a stream (APPNOTE 6.3.10), the long ones deflated; only names and places are kept until the end. */
export async function* zipped(entries: AsyncIterable<ZipEntry>): AsyncIterable<Uint8Array> {
  const encoder = new TextEncoder();
  const placed: Placed[] = [];
  let at = 0;
  for await (const { name, text } of entries) {
    const [path, bytes] = [encoder.encode(name), encoder.encode(text)];
    const method = bytes.length < SHORT ? STORED : DEFLATED;
    const body = method === STORED ? bytes : deflateSync(bytes);
    const entry = { name, method, crc: crc32(bytes), size: bytes.length, packed: body.length, at };
    placed.push(entry);
    const piece = joined(localHeader(entry, path.length), path, body);
    yield piece;
    at += piece.length;
  }
  const start = at;
  for (const entry of placed) {
    const path = encoder.encode(entry.name);
    const piece = joined(centralHeader(entry, path.length), path);
    yield piece;
    at += piece.length;
  }
  yield endOf(placed.length, start, at);
}

function localHeader({ method, crc, packed, size }: Placed, path: number): Uint8Array {
  const start: Field[] = [
    [0x04034b50, 4],
    [VERSION, 2],
    [UTF8, 2],
    [method, 2],
    [0, 2],
    [DAY, 2],
  ];
  return record(...start, [crc, 4], [packed, 4], [size, 4], [path, 2], [0, 2]);
}

function centralHeader({ method, crc, packed, size, at }: Placed, path: number): Uint8Array {
  const start: Field[] = [
    [0x02014b50, 4],
    [VERSION, 2],
    [VERSION, 2],
    [UTF8, 2],
    [method, 2],
    [0, 2],
    [DAY, 2],
  ];
  const none: Field[] = [
    [0, 2],
    [0, 2],
    [0, 2],
    [0, 2],
    [0, 4],
  ];
  return record(...start, [crc, 4], [packed, 4], [size, 4], [path, 2], ...none, [at, 4]);
}

function endOf(count: number, start: number, end: number): Uint8Array {
  const shown = Math.min(count, MOST_ENTRIES);
  const last = record([0x06054b50, 4], [0, 2], [0, 2], [shown, 2], [shown, 2], [end - start, 4], [start, 4], [0, 2]);
  if (count <= MOST_ENTRIES) return last;
  const large: Field[] = [
    [0x06064b50, 4],
    [44, 8],
    [45, 2],
    [45, 2],
    [0, 4],
    [0, 4],
    [count, 8],
    [count, 8],
    [end - start, 8],
    [start, 8],
  ];
  return joined(record(...large), record([0x07064b50, 4], [0, 4], [end, 8], [1, 4]), last);
}

function record(...fields: Field[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [, width]) => sum + width, 0)));
  let at = 0;
  for (const [value, width] of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    if (width === 8) view.setUint32(at + 4, Math.floor(value / 2 ** 32), true);
    at += width;
  }
  return new Uint8Array(view.buffer);
}

function joined(...parts: Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
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
