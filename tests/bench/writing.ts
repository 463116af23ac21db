import type { Talk } from '../../core/talk';

const BATCH = 1000;

/** The talks that a bench put beside its pages (pages.mjs). */
export async function* batches(files: number): AsyncGenerator<Talk[]> {
  for (let file = 0; file < files; file++) {
    const talks = (await (await fetch(`talks-${file}.json`)).json()) as Talk[];
    for (let from = 0; from < talks.length; from += BATCH) yield talks.slice(from, from + BATCH);
  }
}

/** Runs an action for every batch; only the action is timed. @returns milliseconds */
export async function timed(files: number, action: (talks: Talk[]) => Promise<unknown>): Promise<number> {
  let spent = 0;
  for await (const talks of batches(files)) {
    const started = performance.now();
    await action(talks);
    spent += performance.now() - started;
  }
  return spent;
}

/** Writes of the same rows by hand into a store with the same indexes, as the floor. @returns milliseconds */
export async function rawWrites(files: number): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('raw', 1);
    opening.onupgradeneeded = () => {
      const store = opening.result.createObjectStore('talks', { keyPath: 'id' });
      store.createIndex('keys', 'keys', { multiEntry: true });
      for (const name of ['savedAt', 'seq', 'mine']) store.createIndex(name, name);
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error('raw'));
  });
  let seq = 0;
  const spent = await timed(files, (talks) => {
    return new Promise<void>((resolve, reject) => {
      const transaction = database.transaction('talks', 'readwrite', { durability: 'strict' });
      for (const talk of talks) transaction.objectStore('talks').put({ ...talk, seq: ++seq, mine: seq });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(new Error('raw'));
    });
  });
  database.close();
  indexedDB.deleteDatabase('raw');
  return spent;
}
