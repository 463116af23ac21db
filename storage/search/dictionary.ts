import { ByteReader, textOf } from './bytes';
import { BLOCK_WORDS } from './segment-format';
import { Damaged } from './source';

/** A term of a dictionary; the object is used anew for the next one. */
export interface Entry {
  /** UTF-8, of which only `length` bytes count. */
  bytes: Uint8Array;
  length: number;
  count: number;
  /** Where its lists begin and end, counted from the beginning of its block. */
  docs: number;
  docsEnd: number;
  places: number;
  placesEnd: number;
}

/** Where the lists of a block lie in the shard, and their checksum. */
export interface BlockLists {
  from: number;
  to: number;
  sum: number;
}

/** The sorted terms of one shard. */
export class Dictionary {
  readonly blocks: number;
  private readonly table: Uint32Array;
  private readonly entriesAt: number;
  private readonly firsts: string[] = [];

  constructor(private readonly bytes: Uint8Array) {
    this.blocks = new Uint32Array(bytes.buffer, bytes.byteOffset, 1)[0] ?? 0;
    this.entriesAt = 4 + (this.blocks + 1) * BLOCK_WORDS * 4;
    if (this.entriesAt > bytes.length) throw new Damaged('a dictionary is too short');
    this.table = new Uint32Array(bytes.buffer, bytes.byteOffset + 4, (this.blocks + 1) * BLOCK_WORDS);
  }

  /** The blocks, the second one not included, that hold all terms from `low` to `high`. */
  range(low: string, high: string): [number, number] {
    return [Math.max(0, this.after(low) - 1), this.after(high)];
  }

  docs = (block: number): BlockLists => this.lists(block, 1);
  places = (block: number): BlockLists => this.lists(block, 3);

  /** Visits the terms of a block in order, until the visitor answers false. */
  each(block: number, visit: (entry: Entry) => boolean): void {
    const reader = new ByteReader(this.bytes, this.entriesAt + this.at(block, 0), this.bytes.length);
    const end = this.entriesAt + this.at(block + 1, 0);
    const entry: Entry = { bytes: new Uint8Array(1024), length: 0, count: 0, docs: 0, docsEnd: 0, places: 0, placesEnd: 0 };
    while (reader.at < end) {
      readEntry(reader, entry);
      if (!visit(entry)) return;
    }
  }

  private after(term: string): number {
    let [low, high] = [0, this.blocks];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.first(middle) <= term) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private first(block: number): string {
    const known = this.firsts[block];
    if (known !== undefined) return known;
    let first = '';
    this.each(block, ({ bytes, length }) => {
      first = textOf(bytes, length);
      return false;
    });
    return (this.firsts[block] = first);
  }

  private lists(block: number, field: number): BlockLists {
    return { from: this.at(block, field), to: this.at(block + 1, field), sum: this.at(block, field + 1) };
  }

  private at(block: number, field: number): number {
    const value = this.table[block * BLOCK_WORDS + field];
    if (value === undefined) throw new Damaged('a block is missing');
    return value;
  }
}

function readEntry(reader: ByteReader, entry: Entry): void {
  const shared = reader.number();
  const rest = reader.number();
  entry.length = shared + rest;
  if (entry.length > entry.bytes.length || reader.at + rest > reader.end) throw new Damaged('a term is too long');
  entry.bytes.set(reader.bytes.subarray(reader.at, reader.at + rest), shared);
  reader.at += rest;
  entry.count = reader.number();
  entry.docs = entry.docsEnd;
  entry.docsEnd += reader.number();
  entry.places = entry.placesEnd;
  entry.placesEnd += reader.number();
}
