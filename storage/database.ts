import { Dexie, type EntityTable } from 'dexie';
import type { Clock } from '../core/clock';
import type { Talk } from '../core/talk';
import type { IndexRow, PartRow } from './search/index-row';

/** A talk as it lies in the database. */
export interface TalkRow extends Talk {
  /** Place of the last change in this database's sequence; what is above a reader's mark is news to it (search index, sync). */
  seq: number;
}

/** A deleted talk. Kept, so that a deletion can be undone here and told to other browsers. */
export interface Tombstone {
  id: string;
  seq: number;
  /** ISO 8601 instant in UTC. */
  deletedAt: string;
  stamp: string;
  talk: Talk;
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
 * The library. Primary keys are frozen with version 1: IndexedDB cannot change them. Secondary indexes are paid on every write, so only what
 * the search columns cannot answer is indexed: the pages of a talk, the order of saving, and the sequence of changes.
 */
export class Library extends Dexie {
  talks!: EntityTable<TalkRow, 'id'>;
  tombstones!: EntityTable<Tombstone, 'id'>;
  meta!: EntityTable<LibraryState, 'key'>;
  searchIndex!: EntityTable<IndexRow, 'key'>;
  searchParts!: EntityTable<PartRow, 'key'>;

  constructor(name: string = DATABASE_NAME) {
    // What a person did must survive a crash; Chromium's default would let the last writes go.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      talks: 'id, *keys, savedAt, seq',
      tombstones: 'id, deletedAt, seq',
      meta: 'key',
      searchIndex: 'key',
      searchParts: 'key',
    });
  }
}

export const library = new Library();
