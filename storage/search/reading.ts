import type { Library } from '../database';

/**
 * Reads in one transaction, past Dexie, whose work for each request would cost a key more than the reading.
 * @param ask makes the requests, and says how their results are gathered when all of them are there
 */
export async function readAll<T>(db: Library, stores: readonly string[], ask: (transaction: IDBTransaction) => () => T): Promise<T> {
  if (!db.isOpen()) await db.open();
  return new Promise((resolve, reject) => {
    const transaction = db.backendDB().transaction(stores, 'readonly');
    const gather = ask(transaction);
    transaction.oncomplete = () => resolve(gather());
    transaction.onabort = () => reject(transaction.error ?? new Error('talkshelf: the library could not be read'));
  });
}
