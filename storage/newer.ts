import type { Talk } from '../core/talk';
import { DATABASE_NAME } from './database';
import { withoutPlace } from './lookups';

const BATCH = 250;

/**
 * The talks of a library that this version must not open, just as they lie there, so that people can take them out. Reads only.
 * @throws what IndexedDB throws
 */
export async function* talksAnyway(name = DATABASE_NAME): AsyncGenerator<Talk> {
  const database = await opened(name);
  try {
    if (!database.objectStoreNames.contains('talks')) return;
    for (let after: IDBValidKey | undefined; ;) {
      const rows = await batch(database, after);
      yield* rows.map(withoutPlace);
      after = rows.at(-1)?.id;
      if (after === undefined) return;
    }
  } finally {
    database.close();
  }
}

function opened(name: string): Promise<IDBDatabase> {
  return asked(indexedDB.open(name));
}

function batch(database: IDBDatabase, after: IDBValidKey | undefined): Promise<Talk[]> {
  const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true);
  return asked(database.transaction('talks').objectStore('talks').getAll(range, BATCH) as IDBRequest<Talk[]>);
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('talkshelf: the library was not read'));
  });
}
