import type { Library, TalkRow } from '../database';
import { type IndexRow, deletedBits } from './index-row';
import { currentIndex, dropIndex, segmentsOf } from './index-store';
import { problemOf } from '../problem';
import { ScanSource } from './scan';
import type { Segment } from './segment';
import { hashOf, isDeleted } from './segment-format';
import { Damaged } from './source';
import { View } from './view';

/** Small enough that reading it takes no transaction longer than 50 ms. */
const BATCH = 250;

interface Opened {
  sequence: number;
  generation: number;
  view: Promise<View>;
}

/** The last view of each open library; it holds until something was written. */
const opened = new WeakMap<Library, Opened>();

/** The library as it is now. @throws Damaged */
export async function openView(db: Library): Promise<View> {
  const [state, row] = await db.transaction('r', db.meta, db.searchIndex, () =>
    Promise.all([db.meta.get('state'), db.searchIndex.get('index')]),
  );
  const [sequence, index] = [state?.sequence ?? 0, currentIndex(row)];
  const last = opened.get(db);
  if (last?.sequence === sequence && last.generation === index.generation) return last.view;
  const view = newView(db, index, sequence);
  opened.set(db, { sequence, generation: index.generation, view });
  // It is told to whoever asks for the view.
  view.catch(() => undefined);
  return view;
}

/**
 * Answers from the index. Where it turns out to be damaged it is dropped, so that the worker builds it anew, and the answer comes from the rows.
 * @throws LibraryProblem
 */
export async function withIndex<T>(db: Library, answer: () => Promise<T>): Promise<T> {
  try {
    return await answer().catch(async (error: unknown) => {
      if (!(error instanceof Damaged)) throw error;
      // A step of the worker may just have replaced what was being read.
      const used = opened.get(db)?.generation;
      opened.delete(db);
      if (((await db.searchIndex.get('index'))?.generation ?? 0) === used) await dropIndex(db);
      return answer();
    });
  } catch (error) {
    throw problemOf(error);
  }
}

async function newView(db: Library, index: IndexRow, sequence: number): Promise<View> {
  const segments = segmentsOf(db, index);
  const scan = await ScanSource.of((from, to) => rowsBetween(db, from, to), index.mark + 1, sequence);
  const gone = index.mark < sequence ? await db.tombstones.where('seq').above(index.mark).primaryKeys() : [];
  const sources = [...segments, scan];
  const live = new Uint8Array(sources.reduce((sum, { count }) => sum + count, 0)).fill(1);
  const stale = await Promise.all(segments.map((segment) => docsWith(segment, [...scan.ids, ...gone])));
  let base = 0;
  segments.forEach((segment, i) => {
    const bits = deletedBits(index.segments[i]?.deleted ?? new Uint8Array(0));
    for (let doc = 0; doc < segment.count; doc++) if (isDeleted(bits, doc)) live[base + doc] = 0;
    for (const doc of stale[i] ?? []) live[base + doc] = 0;
    base += segment.count;
  });
  return new View(sources, live);
}

/** The talks of a segment that have one of some ids. @throws Damaged */
export async function docsWith(segment: Segment, ids: readonly string[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const wanted = new Map(ids.map((id) => hashOf(id)));
  const hashes = await segment.ids();
  const docs: number[] = [];
  for (let i = 0; i < hashes.length; i += 2) if (wanted.get(hashes[i] as number) === hashes[i + 1]) docs.push(i / 2);
  return docs;
}

/** Rows by their place in the sequence, both ends included. */
export async function* rowsBetween(db: Library, from: number, to: number): AsyncGenerator<TalkRow[]> {
  for (let next = from; next <= to;) {
    const rows = await db.talks.where('seq').between(next, to, true, true).limit(BATCH).toArray();
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) return;
    next = (rows.at(-1)?.seq ?? to) + 1;
  }
}
