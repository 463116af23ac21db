import { type Library } from '../database';
import type { Applying } from './apply';
import type { Store } from './backend';
import { type Change, changesIn } from './changes';
import { MOST_HEAD, parseHead, type ReadHead } from './head';
import { SyncProblem } from './problem';
import type { SyncReport } from './report';
import { unseal } from './sealed';
import type { DeviceRow, SelfRow, VaultRow } from './tables';

/** The most bytes of a segment or shard. */
const MOST_FILE = 16 * 1024 * 1024;

/** The file that was read last: where the time is up in the middle of it, the next call goes on without asking for it again. They never change. */
const lastRead = new WeakMap<Library, { path: string; changes: Change[] }>();

/** Forgets the file that was read last, once nothing of it is waiting. */
export function forgetFile(db: Library): void {
  lastRead.delete(db);
}

/** Whether a problem is that of one file, so that the others can be read all the same. */
export function isOfOneFile(error: unknown): error is SyncProblem {
  return error instanceof SyncProblem && (error.kind === 'damaged' || error.kind === 'badAnswer');
}

/** The time of one call is up; what is done is done, and the next call goes on from there. */
export class TimeUp extends Error {}

/** What one sync works with. */
export class Session {
  constructor(
    readonly db: Library,
    readonly store: Store,
    readonly vault: VaultRow,
    readonly now: () => number,
    private readonly deadline: number,
    readonly report: SyncReport,
    /** Every head is read, whatever the listing says of it. */
    readonly thorough: boolean,
    /** This browser leaves the vault: its last head says so. */
    readonly leaving = false,
  ) {}

  applying(): Applying {
    return { db: this.db, now: this.now, pause: this.pause, counts: this.report };
  }

  /** Changes what is noted of another device. */
  async noteDevice(id: string, change: (row: DeviceRow) => Partial<DeviceRow>): Promise<void> {
    await this.db.transaction('rw', this.db.devices, async () => {
      const row = await this.db.devices.get(id);
      if (row) await this.db.devices.put({ ...row, ...change(row) });
    });
  }

  /** Lets others have their turn for so many milliseconds. @throws TimeUp */
  readonly pause = async (rest = 0): Promise<void> => {
    if (this.now() > this.deadline) throw new TimeUp();
    await new Promise<void>((resolve) => setTimeout(resolve, rest));
  };

  async self(): Promise<SelfRow> {
    const row = await this.db.sync.get('self');
    if (row?.key !== 'self') throw new SyncProblem('library', 'This browser is in no vault');
    return row;
  }

  /** Changes what is noted of this device, in one transaction. */
  async note(change: (self: SelfRow) => Partial<SelfRow>): Promise<SelfRow> {
    return this.db.transaction('rw', this.db.sync, async () => {
      const self = await this.self();
      const next = { ...self, ...change(self) };
      await this.db.sync.put(next);
      return next;
    });
  }

  /** A head, or undefined where there is none or it is cut off: then the other slot counts. @throws SyncProblem of the store; `newer` */
  async readHead(path: string, unreadable: (problem: SyncProblem) => void): Promise<ReadHead | undefined> {
    try {
      const bytes = await this.store.get(path, MOST_HEAD);
      if (!bytes) return undefined;
      const { text, generation } = await unseal(this.vault, path, bytes);
      return parseHead(text, path, generation);
    } catch (error) {
      if (!isOfOneFile(error)) throw error;
      unreadable(error);
      return undefined;
    }
  }

  /** The changes of a segment or shard; undefined where the file is not there. @throws SyncProblem */
  async readChanges(path: string): Promise<Change[] | undefined> {
    const known = lastRead.get(this.db);
    if (known?.path === path) return known.changes;
    const bytes = await this.store.get(path, MOST_FILE);
    if (!bytes) return undefined;
    const { text } = await unseal(this.vault, path, bytes);
    const changes = changesIn(text.split('\n'), path);
    lastRead.set(this.db, { path, changes });
    return changes;
  }

  /** Notes what cannot be read although the rest goes on; the first such problem is told. */
  complain({ kind, message, detail }: SyncProblem): void {
    this.report.problem ??= { kind, message, detail };
  }
}
