import type { Library, LibraryState, TalkRow } from '../database';
import { problemOf } from '../problem';
import { type IndexRow, type PartRow, deletedBits } from './index-row';
import { currentIndex, dropIndex, segmentsOf } from './index-store';
import { readAll } from './reading';
import { ScanSource } from './scan';
import type { Segment } from './segment';
import { hashOf, isDeleted } from './segment-format';
import { Damaged } from './source';
import { eachMarked } from './tables';
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

/** The first view of each library while it is being read: a key that is pressed meanwhile need not read all of it once more. */
const first = new WeakMap<Library, Promise<View>>();

/** The library as it is now. @throws Damaged */
export function openView(db: Library): Promise<View> {
  if (opened.has(db) || first.has(db)) return viewNow(db);
  const reading = viewNow(db).finally(() => first.delete(db));
  first.set(db, reading);
  return reading;
}

async function viewNow(db: Library): Promise<View> {
  const last = opened.get(db);
  const { state, row, parts } = await readMoment(db, !last);
  const [sequence, index] = [state?.sequence ?? 0, currentIndex(row)];
  const known = opened.get(db);
  if (known?.sequence === sequence && known.generation === index.generation) return known.view;
  const view = newView(db, index, sequence, parts);
  opened.set(db, { sequence, generation: index.generation, view });
  // It is told to whoever asks for the view.
  view.catch(() => undefined);
  return view;
}

/** The library as it was when it was last looked at in this page; most often it still is. */
export function lastView(db: Library): Promise<View> | undefined {
  return opened.get(db)?.view ?? first.get(db);
}

/** What tells whether a view still holds. */
export interface Moment {
  state: LibraryState | undefined;
  row: IndexRow | undefined;
}

/** Whether a view is of a moment. */
export async function isOf(view: View, { state, row }: Moment, db: Library): Promise<boolean> {
  const known = opened.get(db);
  const isSame = known?.sequence === (state?.sequence ?? 0) && known.generation === currentIndex(row).generation;
  return isSame && (await known.view) === view;
}

/** Asks for the moment in a transaction on `meta` and `searchIndex` that has other things to do. */
export function askMoment(transaction: IDBTransaction): () => Moment {
  const state = transaction.objectStore('meta').get('state') as IDBRequest<LibraryState | undefined>;
  const row = transaction.objectStore('searchIndex').get('index') as IDBRequest<IndexRow | undefined>;
  return () => ({ state: state.result, row: row.result });
}

/** State, index and, for a page that was just opened, the handles of all parts, because each reading by itself would take its time. */
function readMoment(db: Library, withParts: boolean): Promise<Moment & { parts: PartRow[] }> {
  return readAll(db, ['meta', 'searchIndex', 'searchParts'], (transaction) => {
    const moment = askMoment(transaction);
    const parts = withParts ? (transaction.objectStore('searchParts').getAll() as IDBRequest<PartRow[]>) : undefined;
    return () => ({ ...moment(), parts: parts?.result ?? [] });
  });
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

async function newView(db: Library, index: IndexRow, sequence: number, parts: readonly PartRow[]): Promise<View> {
  const segments = segmentsOf(db, index, parts);
  const scan = await ScanSource.of((from, to) => rowsBetween(db, from, to), index.mark + 1, sequence);
  const gone = index.mark < sequence ? await buriedAfter(db, index.mark) : [];
  const stale = await Promise.all(segments.map((segment) => docsWith(segment, [...scan.ids, ...gone])));
  const live = new Uint8Array([...segments, scan].reduce((sum, { count }) => sum + count, 0)).fill(1);
  let base = 0;
  segments.forEach((segment, i) => {
    const bits = deletedBits(index.segments[i]?.deleted ?? new Uint8Array(0));
    eachMarked(bits, (byte) => {
      for (let doc = byte * 8; doc < byte * 8 + 8; doc++) if (isDeleted(bits, doc)) live[base + doc] = 0;
    });
    for (const doc of stale[i] ?? []) live[base + doc] = 0;
    base += segment.count;
  });
  return new View([...segments, scan], live);
}

function buriedAfter(db: Library, mark: number): Promise<string[]> {
  return readAll(db, ['tombstones'], (transaction) => {
    const keys = transaction.objectStore('tombstones').index('seq').getAllKeys(IDBKeyRange.lowerBound(mark, true));
    return () => keys.result as string[];
  });
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
    const rows = await readAll(db, ['talks'], (transaction) => {
      const reading = transaction.objectStore('talks').index('seq').getAll(IDBKeyRange.bound(next, to), BATCH);
      return () => reading.result as TalkRow[];
    });
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) return;
    next = (rows.at(-1)?.seq ?? to) + 1;
  }
}
