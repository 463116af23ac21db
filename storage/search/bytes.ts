import { Damaged } from './source';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Bytes that grow as they are written. Numbers are whole, not negative, and below 2^53, in 7-bit groups, the lowest first. */
export class ByteWriter {
  length = 0;
  private bytes = new Uint8Array(256);

  byte(value: number): void {
    if (this.length === this.bytes.length) this.grow(1);
    this.bytes[this.length++] = value;
  }

  number(value: number): void {
    let rest = value;
    for (; rest > 0x7fffffff; rest = Math.floor(rest / 128)) this.byte((rest % 128) | 0x80);
    for (; rest > 0x7f; rest >>>= 7) this.byte((rest & 0x7f) | 0x80);
    this.byte(rest);
  }

  raw(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.bytes.length) this.grow(bytes.length);
    // Most are a few bytes, for which a loop is quicker.
    if (bytes.length > 16) this.bytes.set(bytes, this.length);
    else for (let i = 0; i < bytes.length; i++) this.bytes[this.length + i] = bytes[i] as number;
    this.length += bytes.length;
  }

  /** Fills up to a multiple of four, the unit of checksums. */
  pad(): void {
    while (this.length % 4 !== 0) this.byte(0);
  }

  /** What was written so far, from a place on; valid until more is written. */
  since(from = 0): Uint8Array {
    return this.bytes.subarray(from, this.length);
  }

  private grow(needed: number): void {
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + needed));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}

/** Reads what a ByteWriter wrote; what runs out of the bytes is damaged. */
export class ByteReader {
  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
    readonly end = bytes.length,
  ) {}

  number(): number {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      if (this.at >= this.end) throw new Damaged('a number runs out of its block');
      const byte = this.bytes[this.at++] as number;
      value += (byte & 0x7f) * unit;
      if (byte < 0x80) return value;
    }
  }
}

export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** The text of some UTF-8. */
export function textOf(bytes: Uint8Array, length = bytes.length): string {
  if (length > 48) return decoder.decode(bytes.subarray(0, length));
  let text = '';
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] as number;
    if (byte > 0x7f) return decoder.decode(bytes.subarray(0, length));
    text += String.fromCharCode(byte);
  }
  return text;
}

const FACTOR = 0x9e3779b1;

/**
 * 32 bits that change with every change within one word of four bytes, and with all but one in four billion of all others: each step is
 * a bijection of the sum so far.
 */
export function checksum(bytes: Uint8Array): number {
  let sum = bytes.length | 0;
  const whole = bytes.length & ~3;
  if (bytes.byteOffset % 4 === 0) {
    const words = new Uint32Array(bytes.buffer, bytes.byteOffset, whole / 4);
    for (let i = 0; i < words.length; i++) sum = Math.imul(((sum << 5) | (sum >>> 27)) ^ (words[i] as number), FACTOR);
  } else {
    return checksum(bytes.slice());
  }
  for (let i = whole; i < bytes.length; i++) sum = Math.imul(((sum << 5) | (sum >>> 27)) ^ (bytes[i] as number), FACTOR);
  return sum >>> 0;
}

/** Bytes with their checksum behind them. */
export function sealed(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(bytes.length + 4);
  whole.set(bytes);
  new DataView(whole.buffer).setUint32(bytes.length, checksum(bytes));
  return whole;
}

/** The bytes before a right checksum. @throws Damaged */
export function unsealed(whole: Uint8Array, what: string): Uint8Array {
  const bytes = whole.slice(0, Math.max(0, whole.length - 4));
  const sum = whole.length < 4 ? -1 : new DataView(whole.buffer, whole.byteOffset).getUint32(bytes.length);
  if (sum !== checksum(bytes)) throw new Damaged(what);
  return bytes;
}
