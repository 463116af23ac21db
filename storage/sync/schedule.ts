/** When a sync that failed is tried again. Kept in a table, because a worker forgets. */
import { type Library, library } from '../database';
import type { SyncProblemKind } from './problem';
import type { SyncReport } from './report';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const LONGEST = HOUR;

/** What only a person can mend: tried again now and then, but never so often that an account is locked for it. */
export const FOR_PEOPLE: readonly SyncProblemKind[] = [
  ...(['auth', 'forbidden', 'quota', 'badSettings', 'noPermission'] as const),
  ...(['wrongKey', 'weakVault', 'newer', 'noVault'] as const),
];

/**
 * Milliseconds until the next try: what the server asks for, else a minute, doubled with every failure up to an hour, and half as much again more or less,
 * so that browsers that failed together do not come back together.
 * @param failures how many in a row, this one among them @param random from 0 to 1
 */
export function waitAfter(problem: SyncReport['problem'], failures: number, random: number): number {
  if (problem?.detail.retryAfter !== undefined) return problem.detail.retryAfter + random * MINUTE;
  if (problem && FOR_PEOPLE.includes(problem.kind)) return 6 * HOUR;
  return Math.min(MINUTE * 2 ** (failures - 1), LONGEST) * (0.5 + random);
}

/** Notes how a sync ended. @returns when to try again, milliseconds since 1970; nothing when all went well */
export async function noteEnd({ status, problem }: SyncReport, now = Date.now(), db: Library = library): Promise<number | undefined> {
  if (status !== 'failed') {
    await db.sync.delete('queue');
    return undefined;
  }
  return db.transaction('rw', db.sync, async () => {
    const row = await db.sync.get('queue');
    const attempts = (row?.key === 'queue' ? row.attempts : 0) + 1;
    const nextAt = now + waitAfter(problem, attempts, Math.random());
    await db.sync.put({ key: 'queue', attempts, nextAt });
    return nextAt;
  });
}

/** When the next try is due after failures; nothing where none is pending. */
export async function nextTry(db: Library = library): Promise<number | undefined> {
  const row = await db.sync.get('queue');
  return row?.key === 'queue' ? row.nextAt : undefined;
}
