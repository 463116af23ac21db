import { Dexie } from 'dexie';
import { type Library, library } from './database';
import { type LibraryProblem, problemOf } from './problem';

/** A change that comes so long after the last one was shown (milliseconds) is shown at once; others are gathered until none came for so long … */
const QUIET = 80;
/** … or until somebody has waited for so long; twice as long each time while they keep coming, up to `LONGEST`. */
const PATIENCE = 400;
const LONGEST = 4000;

/** Where sync notes how it stands, beside the library itself. */
export const SYNC_TABLES = ['meta', 'sync', 'devices', 'history'] as const;

/**
 * Runs a query now, and again when the library was changed by this page or another. However many changes come, one query runs at a time and few
 * of their states are shown; the last one always is.
 * @param tables what is looked at besides the talks, where they do not say all (`SYNC_TABLES`)
 * @returns a function that stops watching
 */
export function watch<T>(
  query: () => Promise<T>,
  next: (value: T) => void,
  failed: (problem: LibraryProblem) => void,
  db: Library = library,
  tables: readonly string[] = ['meta'],
): () => void {
  const watcher = new Watcher(async (isWanted) => {
    try {
      const value = await query();
      if (isWanted()) next(value);
    } catch (error) {
      if (isWanted()) failed(problemOf(error));
    }
  });
  // Gives nothing back: who answers Dexie with `false` keeps the news from all who listened before.
  const listener = (parts: object): void => {
    if (isOf(parts, db, tables)) watcher.note();
  };
  Dexie.on.storagemutated.subscribe(listener);
  return () => {
    Dexie.on.storagemutated.unsubscribe(listener);
    watcher.stop();
  };
}

/** Every write to the library notes its place in the sequence; what else Dexie tells of is no news. `all` is told after a page was put to sleep. */
function isOf(parts: object, { name }: Library, tables: readonly string[]): boolean {
  return Object.keys(parts).some((part) => part === 'all' || tables.some((table) => part.startsWith(`idb://${name}/${table}/`)));
}

class Watcher {
  private stopped = false;
  private running = false;
  /** When the first change came that is not shown yet. */
  private waitsSince: number | undefined;
  private shownAt = -Infinity;
  private patience = PATIENCE;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly show: (isWanted: () => boolean) => Promise<void>) {
    void this.run();
  }

  note(): void {
    const now = performance.now();
    const alone = this.waitsSince === undefined && now - this.shownAt > QUIET;
    if (alone) this.patience = PATIENCE;
    this.waitsSince ??= now;
    if (!this.running) this.plan(alone ? 0 : this.delay(now));
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private isWaiting(): boolean {
    return this.waitsSince !== undefined;
  }

  private delay(now: number): number {
    return Math.min(QUIET, (this.waitsSince ?? now) + this.patience - now);
  }

  private plan(wait: number): void {
    clearTimeout(this.timer);
    if (wait > 0) this.timer = setTimeout(() => void this.run(), wait);
    else void this.run();
  }

  private async run(): Promise<void> {
    if (this.stopped) return;
    const now = performance.now();
    // Somebody waited: changes keep coming, and each state that is shown takes time from the next.
    if (this.waitsSince !== undefined && now - this.waitsSince >= this.patience) this.patience = Math.min(LONGEST, this.patience * 2);
    this.waitsSince = undefined;
    this.running = true;
    await this.show(() => !this.stopped);
    this.running = false;
    this.shownAt = performance.now();
    if (this.isWaiting()) this.plan(this.delay(this.shownAt));
  }
}
