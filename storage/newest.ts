import type { Talk } from '../core/talk';
import { type Library, library, type TalkRow } from './database';
import { guarded } from './problem';

/** So many rows are read at once: few transactions, and no long one. */
const PAGE = 500;

/**
 * Every talk, the most recently saved first. Pages follow each other in the index of savedAt by the place of the last row, so that none is passed
 * twice or left out whatever is saved or deleted meanwhile, and the last page costs what the first did. One page is read ahead.
 * @throws LibraryProblem
 */
export async function* newestTalks(db: Library = library, page = PAGE): AsyncGenerator<Talk> {
  let next = pageBehind(db, undefined, page);
  for (;;) {
    const rows = await next;
    const last = rows.at(-1);
    if (!last) return;
    next = pageBehind(db, last, page);
    // Where nobody asks for the next page any more, nobody has to hear why it failed.
    next.catch(() => undefined);
    yield* rows;
  }
}

/** Dexie's own cursor cannot be set on a place between rows of one moment. */
async function pageBehind(db: Library, last: TalkRow | undefined, size: number): Promise<TalkRow[]> {
  return guarded(async () => {
    if (!db.isOpen()) await db.open();
    return await rowsBehind(db.backendDB(), last, size);
  });
}

function rowsBehind(database: IDBDatabase, last: TalkRow | undefined, size: number): Promise<TalkRow[]> {
  return new Promise((resolve, reject) => {
    const rows: TalkRow[] = [];
    const transaction = database.transaction('talks', 'readonly');
    const range = last && IDBKeyRange.upperBound(last.savedAt);
    const request = transaction.objectStore('talks').index('savedAt').openCursor(range, 'prev');
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor || rows.length === size) resolve(rows);
      else if (last && isAhead(cursor, last)) cursor.continuePrimaryKey(last.savedAt, last.id);
      else {
        const row = cursor.value as TalkRow;
        if (row.id !== last?.id) rows.push(row);
        cursor.continue();
      }
    };
    transaction.onabort = () => reject(transaction.error ?? new Error('talkshelf: talks were not read'));
  });
}

/** Whether the cursor stands on a row that was given out before the last one. */
function isAhead({ key, primaryKey }: IDBCursor, last: TalkRow): boolean {
  return key === last.savedAt && indexedDB.cmp(primaryKey, last.id) > 0;
}
