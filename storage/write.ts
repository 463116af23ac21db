import { Dexie, type Table } from 'dexie';
import { type Clock, received, stampOf, tick } from '../core/clock';
import { buried, changed, unburied } from '../core/sync/marking';
import type { MarkedTalk } from '../core/sync/state';
import type { Talk } from '../core/talk';
import type { Library, LibraryState, TalkRow, Tombstone } from './database';
import { problemOf } from './problem';
import { noteWatermark } from './watermark';

/** What one transaction does to the library. Collected, then written in bulk at its end. */
export interface Writing {
  /** The stamp of this write; later than all this device wrote. */
  readonly stamp: string;
  /** Writes a talk as it is from now on. What differs from the row before is stamped as changed here. */
  put(talk: Talk): void;
  /** Writes a talk of which neither row nor tombstone is there, as the caller has made sure: nothing is read for it. */
  add(talk: Talk): void;
  /** Takes a talk out and keeps its tombstone. */
  bury(talk: Talk): void;
  /** Puts a buried talk back. */
  unbury(talk: Talk): void;
  /** Writes what sync found a talk to be, with the stamps it has. */
  adopt(talk: MarkedTalk, place: Place): void;
  /** Lets the clock hear of a stamp of another device. */
  receive(stamp: string): void;
}

/** What becomes of a record that sync brought. */
export interface Place {
  as: 'talk' | 'tombstone' | 'alias';
  /** The id it is found under from now on, of an alias. */
  to?: string;
  /** Whether the other devices have to hear of it from here. */
  news: boolean;
}

/**
 * The one way anything is written: a single transaction over rows, tombstones and the sequence, durable when the promise resolves.
 * @param others further tables that `work` writes in the same transaction
 * @throws LibraryProblem where the library cannot be opened or written; then nothing of it was written.
 */
export async function write<T>(db: Library, work: (writing: Writing) => Promise<T>, others: readonly Table[] = []): Promise<T> {
  try {
    // What kept it from being opened may be over; Dexie would not try again by itself.
    if (db.hasFailed()) await db.open();
    const { result, state, isFirst } = await db.transaction('rw', [db.talks, db.tombstones, db.meta, ...others], async () => {
      const before = await db.meta.get('state');
      const batch = new Batch(before ?? firstState());
      const done = await work(batch);
      return { result: done, state: await batch.flush(db), isFirst: !before };
    });
    // A write that changed nothing before the first one leaves nothing that could be lost.
    if (state.sequence > 0) await noteWatermark(state, isFirst ? db : undefined);
    return result;
  } catch (error) {
    throw problemOf(error);
  }
}

/**
 * Lets the clock go on under a new name. Called at every start of the browser, so that two copies of one profile never stamp alike.
 * @throws LibraryProblem
 */
export async function renewNode(db: Library): Promise<void> {
  try {
    await db.transaction('rw', db.meta, async () => {
      const state = await db.meta.get('state');
      if (state) await db.meta.put({ ...state, clock: { ...state.clock, node: newNode() } });
    });
  } catch (error) {
    throw problemOf(error);
  }
}

type Deed = 'add' | 'put' | 'bury' | 'unbury';
type Change = { seq: number; talk: MarkedTalk } & ({ by: 'person'; deed: Deed } | { by: 'sync'; place: Place });

class Batch implements Writing {
  readonly stamp: string;
  private clock: Clock;
  private readonly changes = new Map<string, Change>();
  private seq: number;

  constructor(private readonly before: LibraryState) {
    this.clock = tick(before.clock);
    this.stamp = stampOf(this.clock);
    this.seq = before.sequence;
  }

  put(talk: Talk): void {
    this.note(talk, this.wasRaised(talk.id) ? 'unbury' : 'put');
  }

  add(talk: Talk): void {
    this.note(talk, 'add');
  }

  bury(talk: Talk): void {
    this.note(talk, 'bury');
  }

  unbury(talk: Talk): void {
    this.note(talk, 'unbury');
  }

  adopt(talk: MarkedTalk, place: Place): void {
    this.changes.set(talk.id, { seq: ++this.seq, talk, by: 'sync', place });
  }

  receive(stamp: string): void {
    this.clock = received(this.clock, stamp);
  }

  /** Writes the batch and the new state; writes nothing for a batch that changed nothing. */
  async flush(db: Library): Promise<LibraryState> {
    if (this.seq === this.before.sequence) return this.before;
    const { rows, tombstones, there, raised } = await this.outcome(db);
    await putRows(rows);
    if (raised.length > 0) await db.tombstones.bulkDelete(raised);
    if (tombstones.length > 0) {
      await db.tombstones.bulkPut(tombstones);
      await db.talks.bulkDelete(tombstones.map(({ id }) => id));
    }
    // Counting all rows would cost each save as much as the library is large.
    const count = this.before.count - there + rows.length;
    const state = { ...this.before, clock: this.clock, sequence: this.seq, count };
    await db.meta.put(state);
    return state;
  }

  private note(talk: MarkedTalk, deed: Deed): void {
    this.changes.set(talk.id, { seq: ++this.seq, talk, by: 'person', deed });
  }

  private wasRaised(id: string): boolean {
    const change = this.changes.get(id);
    return change?.by === 'person' && change.deed === 'unbury';
  }

  /** What is to be written, how many of the talks have a row now, and which of those with a row from now on are in the trash. */
  private async outcome(db: Library): Promise<{ rows: TalkRow[]; tombstones: Tombstone[]; there: number; raised: string[] }> {
    const { talks, buried } = await this.readBefore(db);
    const rows: TalkRow[] = [];
    const tombstones: Tombstone[] = [];
    for (const change of this.changes.values()) {
      const [talk, tombstone] = [talks.get(change.talk.id), buried.get(change.talk.id)];
      const row = change.by === 'sync' ? adopted(change, talk ?? tombstone) : this.changed(change, talk ?? tombstone?.talk);
      if ('talk' in row) tombstones.push(row);
      else rows.push(row);
    }
    return { rows, tombstones, there: talks.size, raised: rows.flatMap(({ id }) => (buried.has(id) ? id : [])) };
  }

  /** The rows and tombstones that are there of what changes. */
  private async readBefore(db: Library): Promise<{ talks: Map<string, TalkRow>; buried: Map<string, Tombstone> }> {
    const ids = [...this.changes.values()].flatMap((change) => (change.by === 'person' && change.deed === 'add' ? [] : change.talk.id));
    if (ids.length === 0) return { talks: new Map(), buried: new Map() };
    const [talks, buried] = await Promise.all([db.talks.bulkGet(ids), db.tombstones.bulkGet(ids)]);
    return { talks: byId(talks), buried: byId(buried) };
  }

  private changed({ seq, talk, deed }: Change & { by: 'person' }, before: MarkedTalk | undefined): TalkRow | Tombstone {
    const mine = seq;
    if (deed === 'add' || deed === 'put') return { ...changed(before, talk, this.stamp), seq, mine };
    if (deed === 'unbury') return { ...unburied(before ?? talk, talk, this.stamp), seq, mine };
    const deletedAt = new Date().toISOString();
    return { id: talk.id, seq, mine, deletedAt, stamp: this.stamp, talk: buried(before ?? talk, deletedAt) };
  }
}

function byId<T extends { id: string }>(rows: readonly (T | undefined)[]): Map<string, T> {
  return new Map(rows.flatMap((row) => (row ? [[row.id, row]] : [])));
}

/** So many rows are handed over at a time, so that the page can answer a key in between. */
const AT_ONCE = 100;

/**
 * Writes rows in the transaction that is open, past Dexie, which would do for each row as much work again to tell watchers what changed: ours look at the
 * state only (storage/live.ts).
 */
async function putRows(rows: readonly TalkRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE) await putSome(rows.slice(from, from + AT_ONCE));
}

function putSome(rows: readonly TalkRow[]): PromiseLike<void> {
  return new Dexie.Promise((resolve, reject) => {
    const store = Dexie.currentTransaction.idbtrans.objectStore('talks');
    const requests = rows.map((row) => store.put(row));
    for (const request of requests) request.onerror = () => reject(request.error ?? new Error('talkshelf: a row was not written'));
    const last = requests.at(-1);
    if (last) last.onsuccess = () => resolve();
  });
}

/** Rows that are no news keep the place at which this device spoke of them last. */
function adopted({ seq, talk, place }: Change & { by: 'sync' }, before: { mine?: number } | undefined): TalkRow | Tombstone {
  const spoken = place.news ? seq : before?.mine;
  const mark = { seq, ...(spoken !== undefined && { mine: spoken }) };
  if (place.as === 'talk') return { ...talk, ...mark };
  if (place.as === 'alias') return { id: talk.id, seq, deletedAt: '', stamp: talk.stamp, talk, to: place.to };
  return { id: talk.id, ...mark, deletedAt: talk.marks?.deletedAt ?? '', stamp: talk.marks?.gone?.at(-1) ?? talk.stamp, talk };
}

function firstState(): LibraryState {
  return { key: 'state', databaseId: crypto.randomUUID(), clock: { time: 0, counter: 0, node: newNode() }, sequence: 0, count: 0 };
}

function newNode(): string {
  return crypto.randomUUID().slice(0, 8);
}
