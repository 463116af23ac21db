import type { Library, TalkRow } from '../database';
import { ScanSource } from './scan';
import { View } from './view';

const BATCH = 500;

/** The last view of each open library; it holds until something was written. */
const opened = new WeakMap<Library, { sequence: number; view: View }>();

/** The library as it is now. */
export async function openView(db: Library): Promise<View> {
  const sequence = (await db.meta.get('state'))?.sequence ?? 0;
  const last = opened.get(db);
  if (last?.sequence === sequence) return last.view;
  const scan = await ScanSource.of((from, to) => rowsBetween(db, from, to), 1, sequence);
  const view = new View([scan], new Uint8Array(scan.count).fill(1));
  opened.set(db, { sequence, view });
  return view;
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
