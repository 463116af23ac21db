/**
 * One sync: see what is there, make sure that our own files are ours, take in what is new, tell what changed here, tidy up. Each part is done or not done
 * when the browser ends it, and the next call goes on from there. Two at once do no harm, but are a waste: the caller keeps them apart.
 */
import { type Library, library } from '../database';
import { LibraryProblem } from '../problem';
import type { Entry, Store } from './backend';
import { pruneHistory } from './history';
import { AGREED_MS, questionFor } from './guard';
import { lookAtOwn } from './own';
import { SyncProblem } from './problem';
import { pull } from './pull';
import { collect, push } from './push';
import { type News, readNews } from './reading';
import { emptyReport, type SyncReport } from './report';
import { forgetFile, Session, TimeUp } from './session';
import { tendSnapshot } from './snapshot';
import type { SelfRow } from './tables';
import { repairOwn } from './repair';

export interface SyncOptions {
  store: Store;
  db?: Library;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** How long this call may work, in milliseconds; then it answers `more`. */
  budget?: number;
  /** Reads every head anew, whatever the listing says: "sync now". */
  thorough?: boolean;
  /** Somebody agreed to the question of the last report. */
  agreed?: boolean;
  /** The last sync of a browser that leaves the vault. */
  leaving?: boolean;
}

/** A step of work fits into an extension's worker, which a browser ends after 30 s. */
const BUDGET_MS = 20_000;
const A_DAY = 86_400_000;
/** A listing that says "nothing changed" is believed so often and so long: it may have been cut short once. */
const MOST_USES = 10;
const MOST_AGE = 30 * 60_000;

/**
 * Syncs once. Never throws for what can go wrong: the report says what happened, what was kept, and why it failed.
 *
 *     while ((report = await syncOnce({ store })).status === 'more');
 */
export async function syncOnce({
  store,
  db = library,
  now = Date.now,
  budget = BUDGET_MS,
  thorough = false,
  agreed,
  leaving,
}: SyncOptions): Promise<SyncReport> {
  const report = emptyReport(now());
  try {
    const [vault, self] = await Promise.all([db.sync.get('vault'), db.sync.get('self')]);
    if (vault?.key !== 'vault' || self?.key !== 'self') throw new SyncProblem('noVault', 'This browser is in no vault');
    const all = thorough || now() - self.thoroughAt > A_DAY;
    const session = new Session(db, store, vault, now, now() + budget, report, all, leaving);
    if (agreed) await session.note(() => ({ agreed: { question: 'any', until: now() + AGREED_MS } }));
    await run(session);
  } catch (error) {
    end(report, error);
  }
  if (report.status !== 'more') {
    forgetFile(db);
    lastSeen.delete(db);
  }
  await noteReport(db, report);
  return report;
}

async function run(session: Session): Promise<void> {
  const { listing, sure, news } = await seen(session);
  await repairOwn(session, news);
  const question = await questionFor(session, news);
  if (question) Object.assign(session.report, { status: 'needsAnswer', question });
  // Before a first sync was agreed to, nothing goes in either direction.
  if (question?.kind === 'join') return;
  const whole = question ? false : await pull(session, news);
  if (whole) await session.note(() => ({ joined: true, agreed: undefined }));
  if (whole) await tendSnapshot(session);
  if (!sure && question) return;
  if (!sure) throw new SyncProblem('busy', 'The server still shows old files of this browser');
  await push(session);
  await collect(session);
  if (!listing || !whole) return;
  await pruneHistory(session.now(), session.db);
  await session.note((self) => ({ listing: listing.remember(self), ...(session.thorough && { thoroughAt: session.now() }) }));
}

interface Seen {
  store: Store;
  listing: Awaited<ReturnType<typeof listed>>;
  /** Whether our own heads may be written. */
  sure: boolean;
  news: News[];
}

/** What was seen by the call before, whose time was up: the next one goes on with it, and asks for nothing again. A new worker looks anew. */
const lastSeen = new WeakMap<Library, Seen>();

async function seen(session: Session): Promise<Seen> {
  const { db, store } = session;
  const known = lastSeen.get(db);
  if (known?.store === store) return known;
  const listing = await listed(session);
  const sure = await lookAtOwn(session, listing?.entries);
  const now = { store, listing, sure, news: await readNews(session, listing?.entries ?? []) };
  lastSeen.set(db, now);
  return now;
}

/** The heads there are; undefined where the server says that nothing changed. */
async function listed(session: Session): Promise<{ entries: Entry[]; remember: (self: SelfRow) => SelfRow['listing'] } | undefined> {
  const { listing } = await session.self();
  const fresh = listing && !session.thorough && listing.uses < MOST_USES && session.now() - listing.at < MOST_AGE;
  if (fresh) await session.note(() => ({ listing: { ...listing, uses: listing.uses + 1 } }));
  const found = await session.store.list('v1/h', fresh ? listing.mark : undefined);
  if (!found) return undefined;
  const mark = found.mark;
  return { entries: found.entries, remember: () => (mark === undefined ? undefined : { mark, uses: 0, at: session.now() }) };
}

function end(report: SyncReport, error: unknown): void {
  if (error instanceof TimeUp) {
    report.status = 'more';
    return;
  }
  report.status = 'failed';
  if (error instanceof SyncProblem) report.problem = { kind: error.kind, message: error.message, detail: error.detail };
  else if (error instanceof LibraryProblem || isOfDexie(error))
    report.problem = { kind: 'library', message: 'The library in this browser cannot be used', detail: {} };
  else throw error;
}

function isOfDexie(error: unknown): boolean {
  return error instanceof Error && ('inner' in error || /^(?:Abort|Database|InvalidState|Quota|Unknown|Transaction)/.test(error.name));
}

async function noteReport(db: Library, report: SyncReport): Promise<void> {
  try {
    const before = await db.sync.get('report');
    const succeededAt = report.status === 'done' ? report.at : before?.key === 'report' ? before.succeededAt : undefined;
    if (await db.sync.get('vault')) await db.sync.put({ key: 'report', last: report, succeededAt });
  } catch {
    // The report is given back all the same.
  }
}
