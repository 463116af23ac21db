import type { Library, TalkRow } from '../database';
import { readAll } from './reading';

/** So many rows are kept for the next key; a row is named by its place in the sequence and so never goes out of date. */
const MOST_KEPT = 1000;

const kept = new WeakMap<Library, Map<number, TalkRow>>();

/**
 * Rows by their places in the sequence, in that order; those that were changed since are left out, so that what is read cannot be taken for what was
 * found.
 */
export async function rowsAt(db: Library, seqs: readonly number[]): Promise<TalkRow[]> {
  const before = kept.get(db) ?? new Map<number, TalkRow>();
  const missing = seqs.filter((seq) => !before.has(seq));
  const read = missing.length > 0 ? await readRows(db, missing) : [];
  const rows = new Map(read.map((row) => [row.seq, row]));
  const found = seqs.flatMap((seq) => before.get(seq) ?? rows.get(seq) ?? []);
  keep(db, before, read);
  return found;
}

function keep(db: Library, before: Map<number, TalkRow>, read: readonly TalkRow[]): void {
  const all = before.size + read.length > MOST_KEPT ? new Map<number, TalkRow>() : before;
  for (const row of read.slice(0, MOST_KEPT)) all.set(row.seq, row);
  kept.set(db, all);
}

async function readRows(db: Library, seqs: readonly number[]): Promise<TalkRow[]> {
  return readAll(db, ['talks'], (transaction) => {
    const index = transaction.objectStore('talks').index('seq');
    const requests = seqs.map((seq) => index.get(seq) as IDBRequest<TalkRow | undefined>);
    return () => requests.flatMap(({ result }) => result ?? []);
  });
}
