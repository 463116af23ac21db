import type { Library, TalkRow } from '../database';
import { type Moment, askMoment } from './open';
import { readAll } from './reading';

/** So many rows are kept for the next key; a row is named by its place in the sequence and so never goes out of date. */
const MOST_KEPT = 1000;

const kept = new WeakMap<Library, Map<number, TalkRow>>();

/**
 * Rows by their places in the sequence, in that order, and the moment at which they were read. Rows that were changed since are left out, so that
 * what is read cannot be taken for what was found.
 */
export async function rowsAt(db: Library, seqs: readonly number[]): Promise<{ rows: TalkRow[]; moment: Moment }> {
  const before = kept.get(db) ?? new Map<number, TalkRow>();
  const { read, moment } = await readRows(
    db,
    seqs.filter((seq) => !before.has(seq)),
  );
  const fresh = new Map(read.map((row) => [row.seq, row]));
  const rows = seqs.flatMap((seq) => before.get(seq) ?? fresh.get(seq) ?? []);
  keep(db, before, read);
  return { rows, moment };
}

function keep(db: Library, before: Map<number, TalkRow>, read: readonly TalkRow[]): void {
  const all = before.size + read.length > MOST_KEPT ? new Map<number, TalkRow>() : before;
  for (const row of read.slice(0, MOST_KEPT)) all.set(row.seq, row);
  kept.set(db, all);
}

/** One transaction for both: each by itself would cost a key a way to the database and back. */
function readRows(db: Library, seqs: readonly number[]): Promise<{ read: TalkRow[]; moment: Moment }> {
  return readAll(db, ['meta', 'searchIndex', 'talks'], (transaction) => {
    const moment = askMoment(transaction);
    const index = transaction.objectStore('talks').index('seq');
    const requests = seqs.map((seq) => index.get(seq) as IDBRequest<TalkRow | undefined>);
    return () => ({ read: requests.flatMap(({ result }) => result ?? []), moment: moment() });
  });
}
