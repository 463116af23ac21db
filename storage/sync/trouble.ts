import { type Library, library } from '../database';
import { guarded } from '../problem';
import type { SyncProblemKind } from './problem';
import { FOR_PEOPLE } from './schedule';

const A_DAY = 86_400_000;

/** What only a person can go on with: a question that waits for an answer, or what sync fails of. */
export type SyncTrouble = { waits: true } | { kind: SyncProblemKind };

/** Nothing while all goes well, and for a day of what mends itself: a server that is away for an hour needs nobody. @throws LibraryProblem */
export async function syncTrouble(now = Date.now(), db: Library = library): Promise<SyncTrouble | undefined> {
  return guarded(async () => {
    const row = await db.sync.get('report');
    if (row?.key !== 'report' || !row.last) return undefined;
    const { status, problem } = row.last;
    if (status === 'needsAnswer') return { waits: true };
    if (status !== 'failed' || !problem) return undefined;
    const isOld = row.succeededAt === undefined || now - Date.parse(row.succeededAt) > A_DAY;
    return isOld || FOR_PEOPLE.includes(problem.kind) ? { kind: problem.kind } : undefined;
  });
}
