import { Library } from '../../../storage/database';
import type { Store } from '../../../storage/sync/backend';
import { syncOnce } from '../../../storage/sync/engine';
import type { SyncReport } from '../../../storage/sync/report';
import type { VaultRow } from '../../../storage/sync/tables';
import { newSelf } from '../../../storage/sync/vault';
import { renewNode } from '../../../storage/write';

/** A browser of the fleet: a profile on disk, which may be copied, restored and wiped, and a worker, which may die. */
export class Browser {
  db: Library;
  /** Milliseconds by which its clock is wrong. */
  skew = 0;
  agreed = false;
  private profile = 0;
  private left = Infinity;
  private died: () => void = () => undefined;

  constructor(
    readonly name: string,
    private readonly run: string,
    private readonly vault: VaultRow,
  ) {
    this.db = this.opened();
  }

  /** An empty profile, joined to the vault. */
  async wipe(): Promise<void> {
    await this.db.delete();
    this.profile++;
    this.db = this.opened();
    await this.db.sync.bulkPut([this.vault, newSelf(this.name)]);
    this.agreed = true;
  }

  /** What lies on its disk. */
  async copy(): Promise<Map<string, unknown[]>> {
    const rows = new Map<string, unknown[]>();
    for (const table of this.db.tables) rows.set(table.name, await table.toArray());
    return rows;
  }

  /** A profile as another one was, or this one before. The browser is started with it. */
  async restore(rows: ReadonlyMap<string, unknown[]>): Promise<void> {
    await this.db.delete();
    this.profile++;
    this.db = this.opened();
    for (const [name, all] of rows) await this.db.table<unknown>(name).bulkPut(all);
    await this.start();
  }

  /** What the background page does when the browser is started. */
  async start(): Promise<void> {
    await renewNode(this.db);
  }

  /** Syncs until it is done, failed or dead. @param lives the worker dies at so many-th moment; undefined where it lives on */
  async sync(store: Store, lives = Infinity, thorough = false): Promise<SyncReport | undefined> {
    this.left = lives;
    const death = new Promise<undefined>((resolve) => (this.died = () => resolve(undefined)));
    const work = async () => {
      for (;;) {
        const report = await syncOnce({ store, db: this.db, thorough, agreed: this.agreed });
        this.agreed = report.status === 'needsAnswer';
        if (report.status !== 'more') return report;
      }
    };
    const report = await Promise.race([work(), death]);
    const dead = this.left <= 0;
    this.left = Infinity;
    if (dead) await this.revive();
    return report;
  }

  /** One moment at which the worker may die. A dead worker hears nothing any more. */
  moment(): Promise<never> | undefined {
    if (--this.left > 0) return undefined;
    this.db.close({ disableAutoOpen: true });
    this.died();
    return new Promise(() => undefined);
  }

  private async revive(): Promise<void> {
    this.db = this.opened();
    await this.db.open();
  }

  private opened(): Library {
    const db = new Library(`${this.run}-${this.name}-${this.profile}`);
    // A transaction must not wait for anything else, so nothing is awaited while the worker lives.
    const after = <T>(work: () => Promise<T>) => (this.db === db && this.moment()) || work();
    db.use({
      stack: 'dbcore',
      name: 'death',
      create: (core) => ({
        ...core,
        table: (name) => {
          const table = core.table(name);
          return {
            ...table,
            mutate: (request) => after(() => table.mutate(request)),
            getMany: (request) => after(() => table.getMany(request)),
            get: (request) => after(() => table.get(request)),
            query: (request) => after(() => table.query(request)),
            count: (request) => after(() => table.count(request)),
          };
        },
      }),
    });
    return db;
  }
}
