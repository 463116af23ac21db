import type { Library } from '../database';
import { type IndexRow, type MergeJob, type SegmentEntry, aliveIn, deletedBits, noneDeleted, withDeleted } from './index-row';
import { type IndexChange, openSegment } from './index-store';
import type { Segment } from './segment';
import { INDEX_VERSION, type SegmentHeader, isDeleted, readHeader, writeHeader } from './segment-format';
import { Damaged } from './source';
import { blobOf, columnSections } from './segment-writer';
import { ShardWriter } from './shard-writer';
import { termsOfAll } from './term-cursor';
import { isFull } from './term-writer';

/** Segments of like size are merged when there are so many. */
const FAN_IN = 4;
/** Every tier is so many times the one below; the lowest ends at SMALLEST. Three of each of four tiers are 12 segments for 130,000 talks. */
const TIER_FACTOR = 8;
const SMALLEST = 256;
/** A segment of which so much is deleted is written anew. */
const MOST_DELETED = 0.5;

/** The next step of merging, or undefined where nothing is to be merged. @throws Damaged */
export async function mergeStep(db: Library, index: IndexRow): Promise<IndexChange | undefined> {
  if (index.merge) return resume(db, index, index.merge);
  const inputs = inputsOf(index.segments);
  return inputs.length === 0 ? undefined : begin(db, index, inputs);
}

function inputsOf(segments: readonly SegmentEntry[]): SegmentEntry[] {
  const tiers = grouped(segments);
  const full = tiers.find((tier) => tier.length >= FAN_IN);
  return full ?? segments.filter((entry) => aliveIn(entry) < entry.count * MOST_DELETED);
}

function grouped(segments: readonly SegmentEntry[]): SegmentEntry[][] {
  const tiers: SegmentEntry[][] = [];
  for (const entry of segments) {
    const tier = Math.max(0, Math.ceil(Math.log(entry.count / SMALLEST) / Math.log(TIER_FACTOR)));
    (tiers[tier] ??= []).push(entry);
  }
  return tiers.filter((tier) => tier.length > 0);
}

async function begin(db: Library, index: IndexRow, inputs: readonly SegmentEntry[]): Promise<IndexChange> {
  const deleted = inputs.map((entry) => entry.deleted);
  const segments = inputs.map((entry) => openSegment(db, entry.header));
  const maps = mapsOf(segments, deleted);
  const count = maps.reduce((sum, map) => sum + map.filter((doc) => doc >= 0).length, 0);
  const [saved, starts, seqs, ids] = await Promise.all([
    joined(segments, maps, (segment) => segment.saved(), new Float64Array(count)),
    joined(segments, maps, (segment) => segment.starts(), new Float64Array(count)),
    joined(segments, maps, (segment) => segment.seqs(), new Uint32Array(count)),
    joined(segments, maps, (segment) => segment.ids(), new Uint32Array(count * 2), 2),
  ]);
  const { columns, bytes } = columnSections({ saved, starts, seqs, ids }, 0, 0);
  const part = { key: crypto.randomUUID(), blob: blobOf(bytes) };
  const header = { version: INDEX_VERSION, count, parts: [part.key], columns, shards: [] };
  return { row: { ...index, merge: { inputs: inputs.map(({ id }) => id), deleted, header, next: '' } }, add: [part] };
}

async function resume(db: Library, index: IndexRow, job: MergeJob): Promise<IndexChange> {
  const segments = inputEntries(index, job).map((entry) => openSegment(db, entry.header));
  const { header } = job;
  const writer = new ShardWriter();
  const next = await mergeTerms(segments, mapsOf(segments, job.deleted), job.next, writer);
  const { shard, bytes } = writer.finish(header.parts.length, 0);
  const part = { key: crypto.randomUUID(), blob: blobOf(bytes) };
  const grown = { ...header, parts: [...header.parts, part.key], shards: [...header.shards, shard] };
  const merged = next === undefined ? finished(index, job, grown) : { row: { ...index, merge: { ...job, header: grown, next } } };
  return { ...merged, add: [part] };
}

/** Writes terms from one on into a shard, which is also what one step writes, until it is full. @returns the first term that is not in it, or undefined at the end */
async function mergeTerms(
  segments: readonly Segment[],
  maps: readonly Int32Array[],
  from: string,
  writer: ShardWriter,
): Promise<string | undefined> {
  for await (const { term, postings } of termsOfAll(segments, from)) {
    if (isFull(writer, term)) return term;
    const written = { any: false };
    for (const { segment, each } of postings) {
      const map = maps[segment];
      each((doc, mask, places) => {
        const to = map?.[doc] ?? -1;
        if (to < 0) return;
        if (!written.any) writer.begin(term);
        written.any = true;
        writer.posting(to, mask, places);
      });
    }
    if (written.any) writer.end();
  }
  return undefined;
}

/** The index with the merged segment in place of its inputs. */
function finished(index: IndexRow, job: MergeJob, header: SegmentHeader): IndexChange {
  const inputs = inputEntries(index, job);
  const rest = index.segments.filter((entry) => !inputs.includes(entry));
  const deleted = withDeleted(noneDeleted(header.count), deletedSince(inputs, job.deleted));
  const entry: SegmentEntry = { id: crypto.randomUUID(), count: header.count, header: writeHeader(header), deleted };
  const { merge: _merge, ...row } = index;
  return { row: { ...row, segments: [...rest, entry] }, remove: inputs.flatMap((input) => readHeader(input.header).parts) };
}

function inputEntries(index: IndexRow, job: MergeJob): SegmentEntry[] {
  return job.inputs.map((id) => {
    const entry = index.segments.find((segment) => segment.id === id);
    if (!entry) throw new Damaged('a segment to be merged is missing');
    return entry;
  });
}

/** The talks of the merged segment that were deleted while it was made. */
function deletedSince(inputs: readonly SegmentEntry[], before: readonly Uint8Array[]): number[] {
  const maps = mapsOf(inputs, before);
  return inputs.flatMap(({ deleted }, i) => {
    const bits = deletedBits(deleted);
    return Array.from(maps[i] ?? []).filter((to, doc) => to >= 0 && isDeleted(bits, doc));
  });
}

/** For each input, the number that each of its talks has in the merged segment; -1 for a deleted one. */
function mapsOf(inputs: readonly { count: number }[], deleted: readonly Uint8Array[]): Int32Array[] {
  let next = 0;
  return inputs.map(({ count }, i) => {
    const bits = deletedBits(deleted[i] ?? new Uint8Array(0));
    return new Int32Array(count).map((_, doc) => (isDeleted(bits, doc) ? -1 : next++));
  });
}

/** A column of the merged segment, `width` numbers for each talk. */
async function joined<T extends Float64Array | Uint32Array>(
  inputs: readonly Segment[],
  maps: readonly Int32Array[],
  read: (segment: Segment) => Promise<T>,
  into: T,
  width = 1,
): Promise<T> {
  for (const [i, segment] of inputs.entries()) {
    const column = await read(segment);
    maps[i]?.forEach((to, doc) => {
      if (to >= 0) into.set(column.subarray(doc * width, (doc + 1) * width), to * width);
    });
  }
  return into;
}
