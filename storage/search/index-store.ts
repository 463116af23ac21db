import type { Library } from '../database';
import { type IndexRow, type PartRow, emptyIndex } from './index-row';
import { INDEX_VERSION, readHeader } from './segment-format';
import { readAll } from './reading';
import { Segment } from './segment';

/** What one step changes: the row, parts to add, and parts that nothing names any more. */
export interface IndexChange {
  row: IndexRow;
  add?: readonly PartRow[];
  remove?: readonly string[] | 'all';
}

/** The index as stored; an empty one where there is none or where it is of another version. */
export function currentIndex(row: IndexRow | undefined): IndexRow {
  return row?.version === INDEX_VERSION ? row : emptyIndex(row?.generation ?? 0);
}

/**
 * Writes a step, unless another step came first: the parts, which nobody reads before they are named, each in a short transaction of its own, then
 * the row that names them. It may be lost in a crash of the computer, because all of it can be made again from the rows; therefore its durability
 * is relaxed.
 * @returns whether it was written
 */
export async function changeIndex(db: Library, before: IndexRow, { row, add = [], remove = [] }: IndexChange): Promise<boolean> {
  for (const part of add) {
    // Chromium takes the bytes of a Blob over when it has time to; asking for one of them waits for that before the transaction and not in it.
    await part.blob.slice(0, 1).arrayBuffer();
    await writeAll(db, ['searchParts'], (transaction) => transaction.objectStore('searchParts').put(part));
  }
  let written = false;
  await writeAll(db, ['searchIndex', 'searchParts'], (transaction) => {
    const [index, parts] = [transaction.objectStore('searchIndex'), transaction.objectStore('searchParts')];
    const reading = index.get('index') as IDBRequest<IndexRow | undefined>;
    const there = parts.getAllKeys();
    there.onsuccess = () => {
      const isFirst = (reading.result?.generation ?? 0) === before.generation;
      // Whoever swept meanwhile took these for leftovers.
      written = isFirst && add.every(({ key }) => there.result.includes(key));
      if (written) index.put({ ...row, generation: before.generation + 1 });
      if (written && remove === 'all') parts.clear();
      else for (const key of written ? remove : add.map((part) => part.key)) parts.delete(key);
    };
  });
  return written;
}

/** Takes away parts that nothing names: a step that was killed leaves them behind. @returns whether there were any */
export async function sweep(db: Library, index: IndexRow): Promise<boolean> {
  const named = new Set([...index.segments.flatMap(({ header }) => readHeader(header).parts), ...(index.merge?.header.parts ?? [])]);
  const keys = await readAll(db, ['searchParts'], (transaction) => {
    const reading = transaction.objectStore('searchParts').getAllKeys();
    return () => reading.result as string[];
  });
  const left = keys.filter((key) => !named.has(key));
  return left.length > 0 && changeIndex(db, index, { row: index, remove: left });
}

async function writeAll(db: Library, stores: readonly string[], ask: (transaction: IDBTransaction) => void): Promise<void> {
  if (!db.isOpen()) await db.open();
  return new Promise((resolve, reject) => {
    const transaction = db.backendDB().transaction(stores, 'readwrite', { durability: 'relaxed' });
    ask(transaction);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('talkshelf: the search index was not written'));
  });
}

/** Empties the index, so that everything is looked at row by row until it is built anew. */
export async function dropIndex(db: Library): Promise<void> {
  const row = await db.searchIndex.get('index');
  await changeIndex(db, row ?? emptyIndex(0), { row: emptyIndex(0), remove: 'all' });
}

const opened = new WeakMap<Library, Map<string, Segment>>();

/** The segments of an index, each opened once in a page. @param parts those that were read already @throws Damaged */
export function segmentsOf(db: Library, { segments }: IndexRow, parts: readonly PartRow[] = []): Segment[] {
  const before = opened.get(db);
  const blobs = new Map(parts.map(({ key, blob }) => [key, blob]));
  const now = new Map(segments.map(({ id, header }) => [id, before?.get(id) ?? openSegment(db, header, blobs)]));
  opened.set(db, now);
  return [...now.values()];
}

/** A segment by its sealed header. @param known parts that were read already @throws Damaged */
export function openSegment(db: Library, header: Uint8Array, known: ReadonlyMap<string, Blob> = new Map()): Segment {
  return new Segment(readHeader(header), async (key) => known.get(key) ?? (await readPart(db, key)));
}

function readPart(db: Library, key: string): Promise<Blob | undefined> {
  return readAll(db, ['searchParts'], (transaction) => {
    const reading = transaction.objectStore('searchParts').get(key) as IDBRequest<PartRow | undefined>;
    return () => reading.result?.blob;
  });
}
