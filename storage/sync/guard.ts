/** Before anything large is done to a library, a person is asked, with numbers. */
import { countsOf } from './apply';
import type { Change } from './changes';
import { segmentsAfter, usefulSnapshot } from './pull';
import type { News } from './reading';
import type { Question } from './report';
import type { Session } from './session';
import { Shelf } from './shelf';

/** More than this share of the library is large. */
const SHARE = 0.2;
/** In a library smaller than this nothing is large. */
const FEW = 20;

const BATCH = 500;

/** How long a person's word holds. */
export const AGREED_MS = 3_600_000;

/** What has to be asked before the news is taken in. */
export async function questionFor(session: Session, news: readonly News[]): Promise<Question | undefined> {
  const [self, state] = await Promise.all([session.self(), session.db.meta.get('state')]);
  const here = state?.count ?? 0;
  const there = Math.max(0, ...news.map(({ head }) => head.count));
  // Nobody has to be asked about an empty library; nor about what has come in when the time of the first step was up.
  if (here === 0 && !self.joined) await session.note(() => ({ agreed: { question: 'join', until: session.now() + AGREED_MS } }));
  if (here === 0 || isAgreed(self.agreed, session.now())) return undefined;
  if (!self.joined) return there > 0 ? { id: 'join', kind: 'join', here, there, changed: 0, deleted: 0 } : undefined;
  if (here < FEW || (await waitingIn(session, news)) <= SHARE * here) return undefined;
  const { added, changed, deleted } = await outcomeOf(session, news);
  return changed + deleted > SHARE * here ? { id: 'mass', kind: 'mass', here, there: added, changed, deleted } : undefined;
}

function isAgreed(agreed: { until: number } | undefined, now: number): boolean {
  return agreed !== undefined && now < agreed.until;
}

/** How many changes wait, by what the heads say: cheap, and never too few. */
async function waitingIn(session: Session, news: readonly News[]): Promise<number> {
  const rows = await session.db.devices.bulkGet(news.map(({ head }) => head.device));
  const inSegments = rows.flatMap((row) => (row ? segmentsAfter(row) : [])).reduce((sum, { count }) => sum + count, 0);
  return news.reduce((sum, { changes }) => sum + changes.length, inSegments);
}

/** What would happen, without doing it. */
async function outcomeOf(session: Session, news: readonly News[]): Promise<{ added: number; changed: number; deleted: number }> {
  const sum = { added: 0, changed: 0, deleted: 0 };
  for await (const batch of waitingChanges(session, news)) {
    const shelf = await session.db.transaction('r', session.db.talks, session.db.tombstones, async () => Shelf.of(session.db, batch));
    for (const change of batch) shelf.take(change);
    const counts = countsOf(shelf);
    for (const name of ['added', 'changed', 'deleted'] as const) sum[name] += counts[name];
    await session.pause();
  }
  return sum;
}

async function* waitingChanges(session: Session, news: readonly News[]): AsyncGenerator<Change[]> {
  const snapshot = await usefulSnapshot(session);
  for (const { path } of snapshot?.snapshot.shards ?? []) yield* batches((await session.readChanges(path)) ?? []);
  for (const { head, changes } of news) {
    const row = await session.db.devices.get(head.device);
    if (!row) continue;
    const cursor = Math.max(row.cursor, snapshot?.snapshot.cursors[row.id]?.mark ?? 0);
    for (const { path } of segmentsAfter({ ...row, cursor }))
      yield* batches(((await session.readChanges(path)) ?? []).filter(({ seq }) => seq > cursor));
    yield* batches(changes.filter(({ seq }) => seq > cursor));
  }
}

function* batches(changes: readonly Change[]): Generator<Change[]> {
  for (let from = 0; from < changes.length; from += BATCH) yield changes.slice(from, from + BATCH);
}
