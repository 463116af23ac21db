import { sealed, unsealed } from './bytes';
import { INDEX_VERSION, type SegmentHeader } from './segment-format';

/** The one row of searchIndex: what the index is made of. Everything it names lies in searchParts. */
export interface IndexRow {
  key: 'index';
  version: number;
  /** Goes up with every change of this row. */
  generation: number;
  /** Everything up to this place in the sequence of changes is in the segments. */
  mark: number;
  segments: SegmentEntry[];
  merge?: MergeJob;
}

export interface SegmentEntry {
  id: string;
  count: number;
  /** A SegmentHeader, sealed. */
  header: Uint8Array;
  /** A bit for each talk that was deleted or changed since, sealed. */
  deleted: Uint8Array;
}

/** A merge under way, so far as it got. */
export interface MergeJob {
  /** The segments that become one, in the order of their talks. */
  inputs: string[];
  /** Their `deleted` when the merge began: talks deleted since are carried over at its end. */
  deleted: Uint8Array[];
  /** What is written already. */
  header: SegmentHeader;
  /** The first term that is not. */
  next: string;
}

/** A part of a segment. */
export interface PartRow {
  key: string;
  blob: Blob;
}

export function emptyIndex(generation: number): IndexRow {
  return { key: 'index', version: INDEX_VERSION, generation, mark: 0, segments: [] };
}

/** Bits for a segment of which nothing is deleted. */
export function noneDeleted(count: number): Uint8Array {
  return sealed(new Uint8Array(Math.ceil(count / 8)));
}

/** The bits with those of some talks set. @throws Damaged */
export function withDeleted(deleted: Uint8Array, docs: Iterable<number>): Uint8Array {
  const bits = deletedBits(deleted);
  for (const doc of docs) bits[doc >> 3] = (bits[doc >> 3] ?? 0) | (1 << (doc & 7));
  return sealed(bits);
}

/** @throws Damaged */
export function deletedBits(deleted: Uint8Array): Uint8Array {
  return unsealed(deleted, 'the marks of deleted talks');
}

/** How many talks of a segment are there. @throws Damaged */
export function aliveIn({ count, deleted }: SegmentEntry): number {
  return deletedBits(deleted).reduce((alive, byte) => alive - bitsIn(byte), count);
}

function bitsIn(byte: number): number {
  let count = 0;
  for (let rest = byte; rest !== 0; rest &= rest - 1) count++;
  return count;
}
