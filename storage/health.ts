import { type Library, library } from './database';
import { guarded } from './problem';
import { currentIndex, dropIndex, segmentsOf } from './search/index-store';
import { aliveIn } from './search/index-row';
import { INDEX_VERSION } from './search/segment-format';

/** What the library says of itself, and what is really there. Numbers alone: nothing of a talk. */
export interface LibraryFigures {
  /** Of the schema. */
  version: number;
  /** Talks as noted by writes, and as counted. */
  noted: number;
  counted: number;
  deleted: number;
  /** The highest place in the sequence of changes as noted, and as found on a row. */
  sequence: number;
  highest: number;
}

/** @throws LibraryProblem where it cannot be opened */
export async function libraryFigures(db: Library = library): Promise<LibraryFigures> {
  return guarded(async () => {
    return await db.transaction('r', db.talks, db.tombstones, db.meta, async () => {
      const [state, counted, deleted, last] = await Promise.all([
        db.meta.get('state'),
        db.talks.count(),
        db.tombstones.where('deletedAt').above('').count(),
        db.talks.orderBy('seq').last(),
      ]);
      const { count: noted = 0, sequence = 0 } = state ?? {};
      return { version: db.verno, noted, counted, deleted, sequence, highest: last?.seq ?? 0 };
    });
  });
}

export interface IndexFigures {
  /** Of the form in which it is stored, and that which this version writes. */
  version: number;
  current: number;
  segments: number;
  /** Talks in it, and talks that are looked through one by one. */
  indexed: number;
  waiting: number;
  /** Whether its checksums are right, as far as they are read for this: headers, marks of deleted talks, and the list of ids. */
  isWhole: boolean;
}

/** @throws LibraryProblem */
export async function indexFigures(db: Library = library): Promise<IndexFigures> {
  return guarded(async () => {
    const row = await db.searchIndex.get('index');
    const index = currentIndex(row);
    const waiting = await db.talks.where('seq').above(index.mark).count();
    const figures = { version: row?.version ?? INDEX_VERSION, current: INDEX_VERSION, segments: index.segments.length, waiting };
    try {
      await Promise.all(segmentsOf(db, index).map((segment) => segment.ids()));
      return { ...figures, indexed: index.segments.reduce((sum, entry) => sum + aliveIn(entry), 0), isWhole: true };
    } catch {
      return { ...figures, indexed: 0, isWhole: false };
    }
  });
}

/** Empties the search index; the worker builds it anew. Search is right meanwhile, only slower. @throws LibraryProblem */
export async function rebuildIndex(db: Library = library): Promise<void> {
  await guarded(() => dropIndex(db));
}
