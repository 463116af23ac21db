import { type Library, type LibraryState, library } from '../database';
import { problemOf } from '../problem';
import { flush } from './flush';
import { type IndexRow, aliveIn } from './index-row';
import { changeIndex, currentIndex, dropIndex, sweep } from './index-store';
import { mergeStep } from './merge';
import { readAll } from './reading';
import { INDEX_VERSION } from './segment-format';
import { Damaged } from './source';

/** Fewer new talks than this are looked through one by one: quicker than a segment of their own. */
const FEWEST = 32;

/**
 * Does one step of what the index needs: takes in what changed, merges, or begins anew where it is damaged. Each step is short, holds no
 * transaction longer than a few milliseconds, and is either done or not done when the browser kills it; whoever calls next goes on from there.
 * Two at once do no harm. Call until it answers `done`, at the start of the worker, after saves, and by an alarm:
 *
 *     while ((await indexStep()) === 'more');
 *
 * @param fewest so many changes at least are worth a segment; fewer are looked through one by one
 * @throws LibraryProblem
 */
export async function indexStep(db: Library = library, fewest = FEWEST): Promise<'more' | 'done'> {
  try {
    return await step(db, fewest);
  } catch (error) {
    if (!(error instanceof Damaged)) throw problemOf(error);
    console.warn('talkshelf: the search index is built anew', error);
    await dropIndex(db);
    return 'more';
  }
}

/** How far the index is: talks in it, and talks in all. */
export interface IndexProgress {
  indexed: number;
  total: number;
}

/** Search is right all the time, and quicker the further the index is. @throws LibraryProblem */
export async function indexProgress(db: Library = library): Promise<IndexProgress> {
  try {
    const [state, row] = await Promise.all([db.meta.get('state'), db.searchIndex.get('index')]);
    const waiting = await db.talks.where('seq').above(currentIndex(row).mark).count();
    const total = state?.count ?? 0;
    return { indexed: Math.max(0, total - waiting), total };
  } catch (error) {
    throw problemOf(error);
  }
}

/** The generation of the index that was found in order and with nothing left to merge: most saves are too few to change that. */
const rested = new WeakMap<Library, number>();

async function step(db: Library, fewest: number): Promise<'more' | 'done'> {
  const { state, row } = await readBoth(db);
  if (row && row.version !== INDEX_VERSION) throw new Damaged(`version ${row.version}`);
  const [index, sequence] = [currentIndex(row), state?.sequence ?? 0];
  const isFew = sequence - index.mark < fewest;
  if (isFew && row && rested.get(db) === index.generation) return 'done';
  const waits = !isFew && (await waitingAfter(db, index.mark)) >= fewest;
  const change = waits ? await flush(db, index, sequence) : await mergeStep(db, index);
  if (change) {
    await changeIndex(db, index, change);
    return 'more';
  }
  return (await sweep(db, index)) ? 'more' : rest(db, index, state);
}

/** @throws Damaged where the index cannot rest as it is */
async function rest(db: Library, index: IndexRow, state: LibraryState | undefined): Promise<'done'> {
  const isAtEnd = index.mark === (state?.sequence ?? 0);
  if (isAtEnd && !(await isComplete(db, index, state?.count ?? 0))) throw new Damaged('talks are missing or too many');
  rested.set(db, index.generation);
  return 'done';
}

function readBoth(db: Library): Promise<{ state: LibraryState | undefined; row: IndexRow | undefined }> {
  return readAll(db, ['meta', 'searchIndex'], (transaction) => {
    const state = transaction.objectStore('meta').get('state') as IDBRequest<LibraryState | undefined>;
    const row = transaction.objectStore('searchIndex').get('index') as IDBRequest<IndexRow | undefined>;
    return () => ({ state: state.result, row: row.result });
  });
}

/** The number noted by writes is asked first, because it costs nothing; what is indexed are rows by their place in the sequence. */
async function isComplete(db: Library, { segments, mark }: IndexRow, count: number): Promise<boolean> {
  const alive = segments.reduce((sum, entry) => sum + aliveIn(entry), 0);
  return alive === count || alive === (await db.talks.where('seq').belowOrEqual(mark).count());
}

async function waitingAfter(db: Library, mark: number): Promise<number> {
  const [rows, gone] = await Promise.all([db.talks.where('seq').above(mark).count(), db.tombstones.where('seq').above(mark).count()]);
  return rows + gone;
}
