import type { Library } from '../database';
import { type IndexRow, type SegmentEntry, noneDeleted, withDeleted } from './index-row';
import { type IndexChange, openSegment, segmentsOf } from './index-store';
import { docsWith, rowsBetween } from './open';
import { writeHeader } from './segment-format';
import { SegmentBuilder } from './segment-writer';

/** So many rows make one new segment at most: a library of 100,000 is rebuilt without a merge. */
const MOST_ROWS = 32_000;

/** Indexes what changed after the mark, as far as one step goes. @returns the change to be written @throws Damaged */
export async function flush(db: Library, index: IndexRow, sequence: number): Promise<IndexChange> {
  const builder = new SegmentBuilder();
  const ids: string[] = [];
  let mark = sequence;
  for await (const rows of rowsBetween(db, index.mark + 1, sequence)) {
    for (const row of rows) {
      builder.add(row);
      ids.push(row.id);
    }
    if (builder.count < MOST_ROWS) continue;
    mark = rows.at(-1)?.seq ?? mark;
    break;
  }
  ids.push(...(await db.tombstones.where('seq').between(index.mark, mark, false, true).primaryKeys()));
  const segments = await withoutIds(db, index, ids);
  if (builder.count === 0) return { row: { ...index, mark, segments } };
  const { header, parts } = await builder.finish();
  const entry: SegmentEntry = {
    id: crypto.randomUUID(),
    count: header.count,
    header: writeHeader(header),
    deleted: noneDeleted(header.count),
  };
  return { row: { ...index, mark, segments: [...segments, entry] }, add: parts };
}

/** The segments with the older versions of some talks marked as deleted. */
async function withoutIds(db: Library, index: IndexRow, ids: readonly string[]): Promise<SegmentEntry[]> {
  const opened = segmentsOf(db, index);
  return Promise.all(
    index.segments.map(async (entry, i) => {
      const docs = await docsWith(opened[i] ?? openSegment(db, entry.header), ids);
      return docs.length === 0 ? entry : { ...entry, deleted: withDeleted(entry.deleted, docs) };
    }),
  );
}
