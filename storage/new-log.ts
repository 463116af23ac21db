/** A database of no content, beside the library's: Chromium keeps all databases of an extension in the same log. */
const NAME = 'talkshelf-new-log';
const STORE = 'filler';

/** Chromium begins a new log when what it holds of the old one passes 4 MB (version 156); larger values would go to files of their own. */
const ROWS = 75;
const ROW_BYTES = 60_000;

/**
 * Has Chromium begin a new log for the databases of this extension: 4.5 MB of nothing are written and deleted, in some 0.1 s, and not forced to the disk.
 *
 * A record of the log is a header and a body. A browser that was killed between the two left a header, which the next start passes over, and behind which
 * it goes on writing; the start after that takes what it reads for damage and throws all databases away (2026-11: once in some 250 kills during saves, and
 * whenever a header is put there by hand). So the first thing a browser does is to leave the old log behind.
 */
export async function beginNewLog(): Promise<void> {
  const database = await opened();
  try {
    await committed(database, (store) => {
      for (let row = 0; row < ROWS; row++) store.put(new Uint8Array(ROW_BYTES), row);
    });
    // The log is changed by the first write that finds it full.
    await committed(database, (store) => store.clear());
  } finally {
    database.close();
    indexedDB.deleteDatabase(NAME);
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('talkshelf: no database could be opened'));
  });
}

function committed(database: IDBDatabase, write: (store: IDBObjectStore) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, 'readwrite', { durability: 'relaxed' });
    write(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('talkshelf: nothing could be written'));
  });
}
