/** When the popup tells of sync. */
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { Library } from '../../../../storage/database';
import { emptyReport, type SyncReport } from '../../../../storage/sync/report';
import { syncTrouble } from '../../../../storage/sync/trouble';

const NOW = Date.UTC(2026, 10, 20);
const HOUR = 3_600_000;
const failed = (kind: 'offline' | 'auth'): Partial<SyncReport> => ({ status: 'failed', problem: { kind, message: '', detail: {} } });

it.each<[string, Partial<SyncReport>, number | undefined, unknown]>([
  ['all went well', { status: 'done' }, 1, undefined],
  ['the place is away for an hour', failed('offline'), 1, undefined],
  ['the place is away for two days', failed('offline'), 48, { kind: 'offline' }],
  ['the place was never reached', failed('offline'), undefined, { kind: 'offline' }],
  ['the password is refused', failed('auth'), 1, { kind: 'auth' }],
  ['a question waits', { status: 'needsAnswer' }, 1, { waits: true }],
])('%s', async (_title, report, hoursAgo, expected) => {
  const db = new Library(`trouble-${crypto.randomUUID()}`);
  expect(await syncTrouble(NOW, db)).toBeUndefined();
  const succeededAt = hoursAgo === undefined ? undefined : new Date(NOW - hoursAgo * HOUR).toISOString();
  await db.sync.put({ key: 'report', last: { ...emptyReport(NOW), ...report }, succeededAt });
  expect(await syncTrouble(NOW, db)).toEqual(expected);
  await db.delete();
});
