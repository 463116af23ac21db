import { maskOf } from '../../core/searchable';
import { ByteWriter, checksum, utf8 } from './bytes';
import { BLOCK_WORDS, type Shard } from './segment-format';

const ABSTRACT_ONLY = maskOf('abstract');
const MOST_TERMS = 64;
const FULL_BLOCK = 16_384;
const NOTHING = new Uint8Array(0);

/** A term with its list of talks as it is stored. */
export interface WholeTerm {
  term: string;
  count: number;
  docs: Uint8Array;
}

/** Writes one shard: terms in ascending order, and for each its talks in ascending order. */
export class ShardWriter {
  /** The first term, once there is one. */
  first: string | undefined;
  private readonly entries = new ByteWriter();
  private readonly docs = new ByteWriter();
  private readonly places = new ByteWriter();
  private readonly table: number[] = [];
  /** Where the block under way begins in the lists, and how many terms it has. */
  private block = { docs: 0, places: 0, terms: 0 };
  private term: { bytes: Uint8Array; count: number; last: number; docs: number; places: number } = {
    bytes: NOTHING,
    count: 0,
    last: 0,
    docs: 0,
    places: 0,
  };
  private before: Uint8Array = NOTHING;

  /** How many bytes it has so far. */
  get size(): number {
    return this.entries.length + this.docs.length + this.places.length;
  }

  begin(term: string): void {
    this.first ??= term;
    if (this.block.terms === MOST_TERMS || this.docs.length - this.block.docs >= FULL_BLOCK) this.closeBlock();
    if (this.block.terms === 0) this.table.push(this.entries.length, this.docs.length, 0, this.places.length, 0);
    this.term = { bytes: utf8(term), count: 0, last: 0, docs: this.docs.length, places: this.places.length };
  }

  /** @param places the lists of the fields, as they are stored; empty for a label */
  posting(doc: number, mask: number, places: Uint8Array): void {
    const plain = mask === ABSTRACT_ONLY;
    this.docs.number((doc - this.term.last) * 2 + (plain ? 1 : 0));
    if (!plain) this.docs.byte(mask);
    this.places.raw(places);
    this.term.last = doc;
    this.term.count++;
  }

  /** A term whose list is there already. */
  whole({ term, count, docs }: WholeTerm): void {
    this.begin(term);
    this.docs.raw(docs);
    this.term.count = count;
    this.end();
  }

  end(): void {
    const { bytes, count, docs, places } = this.term;
    const shared = this.block.terms === 0 ? 0 : sharedLength(this.before, bytes);
    this.entries.number(shared);
    this.entries.number(bytes.length - shared);
    this.entries.raw(bytes.subarray(shared));
    this.entries.number(count);
    this.entries.number(this.docs.length - docs);
    this.entries.number(this.places.length - places);
    this.before = bytes;
    this.block.terms++;
  }

  /** The shard and its bytes, to lie in a part from an offset on. */
  finish(part: number, offset: number): { shard: Shard; bytes: Uint8Array[] } {
    this.closeBlock();
    this.table.push(this.entries.length, this.docs.length, 0, this.places.length, 0);
    const table = new Uint8Array(Uint32Array.from([this.table.length / BLOCK_WORDS - 1, ...this.table]).buffer);
    this.entries.pad();
    const dictionary = new ByteWriter();
    dictionary.raw(table);
    dictionary.raw(this.entries.since());
    const [words, docs, places] = [dictionary.since(), this.docs.since(), this.places.since()];
    const docsAt = offset + words.length;
    const shard: Shard = {
      first: this.first ?? '',
      dictionary: { part, offset, bytes: words.length, sum: checksum(words) },
      docs: { part, offset: docsAt, bytes: docs.length },
      places: { part, offset: docsAt + docs.length, bytes: places.length },
    };
    return { shard, bytes: [words, docs, places] };
  }

  private closeBlock(): void {
    if (this.block.terms === 0) return;
    this.docs.pad();
    this.places.pad();
    const at = this.table.length - BLOCK_WORDS;
    this.table[at + 2] = checksum(this.docs.since(this.block.docs));
    this.table[at + 4] = checksum(this.places.since(this.block.places));
    this.block = { docs: this.docs.length, places: this.places.length, terms: 0 };
  }
}

function sharedLength(one: Uint8Array, other: Uint8Array): number {
  let shared = 0;
  while (shared < one.length && shared < other.length && one[shared] === other[shared]) shared++;
  return shared;
}
