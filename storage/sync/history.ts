/** Values that a sync replaced, or that came too late to hold. Kept for 30 days, so that nobody loses a sentence to another browser. */
import { equal } from '../../core/equal';
import { laterOf } from '../../core/sync/join';
import { type Register, stateOf } from '../../core/sync/state';
import { DRAFT_FIELDS, type Talk } from '../../core/talk';
import { type Library, library } from '../database';
import { guarded } from '../problem';
import { editTalk } from '../talks';
import type { Outcome } from './shelf';
import type { HistoryRow } from './tables';

const DAYS = 30;
const MOST = 10_000;

/** Tags are a set that loses nothing. */
const FIELDS = [...DRAFT_FIELDS, 'note', 'status'] as const;

/**
 * What a change put aside: values of this library that were replaced, and values that came in but are older than what stands here. The latter only
 * where they are news: what the same device said before is in every later change of it, too.
 */
export function putAside(outcome: Outcome, device: { id: string; lastStamp: string }, now: number): HistoryRow[] {
  const { before, incoming, talk } = outcome;
  if (!before) return [];
  const [was, came, is] = [stateOf(before.talk).fields, stateOf(incoming).fields, stateOf(talk).fields];
  return FIELDS.flatMap((field) => {
    const [mine, theirs, kept] = [was.get(field), came.get(field), is.get(field)];
    const lost = mine && theirs && laterOf(mine, theirs) === mine ? (theirs.stamp > device.lastStamp ? theirs : undefined) : mine;
    return isWorthKeeping(lost, kept) ? [rowOf(talk.id, field, lost, kept, device.id, now)] : [];
  });
}

/** What was put aside of a talk, newest first. @throws LibraryProblem */
export async function historyOf(talk: string, db: Library = library): Promise<HistoryRow[]> {
  return guarded(async () => (await db.history.where('talk').equals(talk).toArray()).sort((a, b) => (a.at > b.at ? -1 : 1)));
}

/** What was put aside last, newest first. @throws LibraryProblem */
export async function recentHistory(limit: number, db: Library = library): Promise<HistoryRow[]> {
  return guarded(() => db.history.orderBy('at').reverse().limit(limit).toArray());
}

/** Puts a value back where it was, as a change made here and now. @returns undefined where talk or value are gone @throws LibraryProblem */
export async function restoreValue(id: string, db: Library = library): Promise<Talk | undefined> {
  const row = await guarded(() => db.history.get(id));
  return row && editTalk(row.talk, { [row.field]: row.value }, db);
}

/** Forgets what is older than 30 days, or too much. @throws LibraryProblem */
export async function pruneHistory(now: number, db: Library = library): Promise<void> {
  await guarded(async () => {
    await db.history
      .where('at')
      .below(new Date(now - DAYS * 86_400_000).toISOString())
      .delete();
    const over = (await db.history.count()) - MOST;
    if (over > 0) await db.history.bulkDelete(await db.history.orderBy('at').limit(over).primaryKeys());
  });
}

function isWorthKeeping(lost: Register | undefined, kept: Register | undefined): lost is Register {
  if (!lost || equal(lost.value, kept?.value)) return false;
  return lost.value !== undefined && lost.value !== '' && !(Array.isArray(lost.value) && lost.value.length === 0);
}

function rowOf(talk: string, field: string, lost: Register, kept: Register | undefined, device: string, now: number): HistoryRow {
  const { stamp, value } = lost;
  return { id: `${talk} ${field} ${stamp}`, talk, field, value, stamp, at: new Date(now).toISOString(), device, kept: kept?.value };
}
