// Libraries as each version of the schema left them, written with nothing of ours: the rows, indexes and version numbers are what releases wrote.

/** @typedef {import('../../core/talk').Talk} Talk */

/**
 * The schema of each version: indexes by store; `*` is multi-entry, as Dexie writes it.
 * @type {Record<number, Record<string, string[]>>}
 */
const SCHEMAS = {
  1: { talks: ['*keys', 'savedAt', 'seq'], tombstones: ['deletedAt', 'seq'], meta: [], searchIndex: [], searchParts: [] },
  2: {
    talks: ['*keys', 'savedAt', 'seq', 'mine'],
    tombstones: ['deletedAt', 'seq', 'mine'],
    meta: [],
    searchIndex: [],
    searchParts: [],
    devices: [],
    sync: [],
    history: ['talk', 'at'],
  },
};

const KEYS = { talks: 'id', tombstones: 'id', devices: 'id', history: 'id' };
const STAMP = '2026-02-02T00:00:00.000Z-0000-0000000a';

/**
 * What a library of a version holds: all but each tenth talk saved, those deleted, and a search index of an older kind.
 * @param {number} version @param {readonly Talk[]} talks
 */
export function oldRows(version, talks) {
  const row = (/** @type {Talk} */ talk, /** @type {number} */ i) => ({ ...talk, seq: i + 1, ...(version > 1 && { mine: i + 1 }) });
  const kept = talks.flatMap((talk, i) => (i % 10 === 9 ? [] : [row(talk, i)]));
  const tombstones = talks.flatMap((talk, i) => {
    if (i % 10 !== 9) return [];
    const { seq, ...rest } = row(talk, i);
    return [{ id: talk.id, seq, ...('mine' in rest && { mine: seq }), deletedAt: '2026-02-02T00:00:00.000Z', stamp: STAMP, talk }];
  });
  const state = {
    key: 'state',
    databaseId: 'old-library',
    clock: { time: Date.UTC(2026, 1, 2), counter: 0, node: '0000000a' },
    sequence: talks.length,
    count: kept.length,
  };
  const index = {
    key: 'index',
    version: 1,
    generation: 4,
    mark: talks.length,
    segments: [{ id: 'old', count: 1, header: 'of another kind', deleted: '' }],
  };
  return {
    version,
    stores: { talks: kept, tombstones, meta: [state], searchIndex: [index], searchParts: [{ key: 'left over', blob: 'old' }] },
  };
}

/** What `writeOld` needs. @param {number} version */
export function schemaOf(version) {
  return Object.entries(SCHEMAS[version] ?? {}).map(([name, indexes]) => ({
    name,
    keyPath: /** @type {Record<string, string>} */ (KEYS)[name] ?? 'key',
    indexes,
  }));
}

/**
 * Writes a library past our code. Needs nothing from around it, so that it also runs in a page.
 * @param {{name: string, version: number, schema: ReturnType<typeof schemaOf>, stores: Record<string, object[]>}} library
 * @returns {Promise<void>}
 */
export function writeOld({ name, version, schema, stores }) {
  return new Promise((resolve, reject) => {
    // Dexie's version 1 is IndexedDB's version 10.
    const opening = indexedDB.open(name, version * 10);
    opening.onupgradeneeded = () => {
      for (const { name: store, keyPath, indexes } of schema) {
        const made = opening.result.createObjectStore(store, { keyPath });
        for (const index of indexes)
          made.createIndex(index.replace('*', ''), index.replace('*', ''), { multiEntry: index.startsWith('*') });
      }
    };
    opening.onerror = () => reject(opening.error ?? new Error('not opened'));
    opening.onsuccess = () => {
      const writing = opening.result.transaction(Object.keys(stores), 'readwrite');
      for (const [store, rows] of Object.entries(stores)) for (const row of rows) writing.objectStore(store).put(row);
      writing.onabort = () => reject(writing.error ?? new Error('not written'));
      writing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}
