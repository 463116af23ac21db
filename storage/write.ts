import { type Clock, stampOf, tick } from '../core/clock';
import type { Talk } from '../core/talk';
import type { Library, LibraryState, TalkRow, Tombstone } from './database';
import { problemOf } from './problem';
import { noteWatermark } from './watermark';

/** What one transaction does to the library. Collected, then written in bulk at its end. */
export interface Writing {
  /** The stamp of this write; the same for all it changes. */
  readonly stamp: string;
  put(talk: Talk): void;
  /** Takes a talk out and keeps its tombstone. */
  bury(talk: Talk): void;
  /** Puts a buried talk back. */
  unbury(talk: Talk): void;
}

/**
 * The one way anything is written: a single transaction over rows, tombstones and the sequence, durable when the promise resolves.
 * @throws LibraryProblem where the library cannot be opened or written; then nothing of it was written.
 */
export async function write<T>(db: Library, work: (writing: Writing) => Promise<T>): Promise<T> {
  try {
    const { result, state } = await db.transaction('rw', db.talks, db.tombstones, db.meta, async () => {
      const before = (await db.meta.get('state')) ?? firstState();
      const batch = new Batch(before);
      const done = await work(batch);
      return { result: done, state: await batch.flush(db) };
    });
    await noteWatermark(state);
    return result;
  } catch (error) {
    throw problemOf(error);
  }
}

class Batch implements Writing {
  readonly stamp: string;
  private readonly clock: Clock;
  private readonly rows = new Map<string, TalkRow>();
  private readonly tombstones = new Map<string, Tombstone>();
  private readonly raised = new Set<string>();
  private seq: number;

  constructor(private readonly before: LibraryState) {
    this.clock = tick(before.clock);
    this.stamp = stampOf(this.clock);
    this.seq = before.sequence;
  }

  put(talk: Talk): void {
    this.rows.set(talk.id, { ...talk, seq: ++this.seq });
  }

  bury(talk: Talk): void {
    this.tombstones.set(talk.id, { id: talk.id, seq: ++this.seq, deletedAt: new Date().toISOString(), stamp: this.stamp, talk });
  }

  unbury(talk: Talk): void {
    this.raised.add(talk.id);
    this.put(talk);
  }

  /** Writes the batch and the new state; writes nothing for a batch that changed nothing. */
  async flush(db: Library): Promise<LibraryState> {
    if (this.seq === this.before.sequence) return this.before;
    await db.talks.bulkPut([...this.rows.values()]);
    await db.tombstones.bulkDelete([...this.raised]);
    await db.tombstones.bulkPut([...this.tombstones.values()]);
    await db.talks.bulkDelete([...this.tombstones.keys()]);
    const state = { ...this.before, clock: this.clock, sequence: this.seq, count: await db.talks.count() };
    await db.meta.put(state);
    return state;
  }
}

function firstState(): LibraryState {
  const node = crypto.randomUUID().slice(0, 8);
  return { key: 'state', databaseId: crypto.randomUUID(), clock: { time: 0, counter: 0, node }, sequence: 0, count: 0 };
}
