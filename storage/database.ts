import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Clock } from '../core/clock';
import type { MarkedTalk } from '../core/sync/state';
import type { IndexRow, PartRow } from './search/index-row';
import type { DeviceRow, HistoryRow, SyncRow } from './sync/tables';

/** A talk as it lies in the database. */
export interface TalkRow extends MarkedTalk {
  /** Place of the last change in this database's sequence; what is above a reader's mark is news to it (search index). */
  seq: number;
  /** Place of the last change that was made here and not elsewhere: what is above sync's mark has to be told to the other browsers. */
  mine?: number;
}

/** A deleted talk. Kept, so that a deletion can be undone here and told to other browsers. */
export interface Tombstone {
  id: string;
  seq: number;
  mine?: number;
  /** ISO 8601 instant in UTC; empty for a record that became part of another. */
  deletedAt: string;
  stamp: string;
  talk: MarkedTalk;
  /** The record it became part of, where two browsers saved one page. */
  to?: string;
}

/** The one row of `meta` that every write reads and writes. */
export interface LibraryState {
  key: 'state';
  /** Random, made with the database: a new one means that the browser replaced a damaged database by an empty one. */
  databaseId: string;
  clock: Clock;
  /** The highest `seq` in use. */
  sequence: number;
  /** Number of talks. */
  count: number;
}

export const DATABASE_NAME = 'talkshelf';

/**
 * IndexedDB as it is, but that a database of a newer version stays closed: Dexie would open it without a version, and even add to it what it misses.
 * Whoever writes into what it does not know can damage it. `storage/newer.ts` reads such a library out.
 */
const refusingNewer = {
  open(name: string, version?: number): IDBOpenDBRequest {
    if (version === undefined) throw new DOMException('newer', 'VersionError');
    return indexedDB.open(name, version);
  },
  deleteDatabase: (name: string) => indexedDB.deleteDatabase(name),
  databases: () => indexedDB.databases(),
};

/**
 * The library. Primary keys are frozen with version 1: IndexedDB cannot change them. Secondary indexes are paid on every write, so only what
 * the search columns cannot answer is indexed: the pages of a talk, the order of saving, and the sequence of changes.
 */
export class Library extends Dexie {
  talks!: EntityTable<TalkRow, 'id'>;
  tombstones!: EntityTable<Tombstone, 'id'>;
  meta!: EntityTable<LibraryState, 'key'>;
  searchIndex!: EntityTable<IndexRow, 'key'>;
  searchParts!: EntityTable<PartRow, 'key'>;
  devices!: EntityTable<DeviceRow, 'id'>;
  sync!: Table<SyncRow, SyncRow['key']>;
  history!: EntityTable<HistoryRow, 'id'>;

  constructor(name: string = DATABASE_NAME) {
    // What a person did must survive a crash; Chromium's default would let the last writes go.
    super(name, { chromeTransactionDurability: 'strict', indexedDB: refusingNewer });
    this.version(1).stores({
      talks: 'id, *keys, savedAt, seq',
      tombstones: 'id, deletedAt, seq',
      meta: 'key',
      searchIndex: 'key',
      searchParts: 'key',
    });
    this.version(2)
      .stores({
        talks: 'id, *keys, savedAt, seq, mine',
        tombstones: 'id, deletedAt, seq, mine',
        devices: 'id',
        sync: 'key',
        history: 'id, talk, at',
      })
      .upgrade(async (transaction) => {
        // Everything that was there before sync was made here.
        for (const table of ['talks', 'tombstones']) {
          await transaction
            .table<{ seq: number; mine?: number }>(table)
            .toCollection()
            .modify((row) => void (row.mine = row.seq));
        }
      });
  }
}

export const library = new Library();
