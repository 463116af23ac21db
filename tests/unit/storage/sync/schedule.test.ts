/** When a sync that failed is tried again, and how the place is kept. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { Library } from '../../../../storage/database';
import { closedPlace, keepPlace, keptPlace, openPlace } from '../../../../storage/sync/place';
import { SyncProblem, type SyncProblemKind } from '../../../../storage/sync/problem';
import { emptyReport, type SyncReport } from '../../../../storage/sync/report';
import { nextTry, noteEnd, waitAfter } from '../../../../storage/sync/schedule';

const problem = (kind: SyncProblemKind, retryAfter?: number) => ({
  kind,
  message: '',
  detail: retryAfter === undefined ? {} : { retryAfter },
});
const failed = (kind: SyncProblemKind): SyncReport => ({ ...emptyReport(0), status: 'failed', problem: problem(kind) });

describe('the wait after a failure', () => {
  it.each([
    ['a server that is away, once', problem('offline'), 1, 0.5, 60_000],
    ['a server that is away, four times', problem('offline'), 4, 0.5, 480_000],
    ['a server that is away for days', problem('offline'), 400, 0.5, 3_600_000],
    ['chance: shorter', problem('busy'), 1, 0, 30_000],
    ['chance: longer', problem('busy'), 1, 1, 90_000],
    ['a server that names the time', problem('busy', 7_200_000), 1, 0, 7_200_000],
    ['a wrong password, which an account could be locked for', problem('auth'), 1, 0, 21_600_000],
    ['a lost permission', problem('noPermission'), 9, 0, 21_600_000],
  ])('%s', (_name, why, failures, random, wait) => expect(waitAfter(why, failures, random)).toBe(wait));

  it('grows in the library until a sync goes well', async () => {
    const db = new Library('schedule');
    const first = (await noteEnd(failed('offline'), 1_000, db))!;
    expect(first).toBeGreaterThanOrEqual(31_000);
    for (let more = 0; more < 5; more += 1) await noteEnd(failed('offline'), 1_000, db);
    expect(await nextTry(db)).toBeGreaterThanOrEqual(1_000 + 32 * 30_000);
    expect(await noteEnd({ ...emptyReport(0), status: 'done' }, 1_000, db)).toBeUndefined();
    expect(await nextTry(db)).toBeUndefined();
    db.close();
  });
});

describe('the place', () => {
  it('is kept in the extension’s storage until it is left', async () => {
    const place = { backend: 'webdav', settings: { url: 'https://nas.example/dav/', user: 'anna', password: 'secret' } };
    await keepPlace(place);
    expect(await keptPlace()).toEqual(place);
    await keepPlace(undefined);
    expect(await keptPlace()).toBeUndefined();
  });

  it('of a backend that this version does not have is a matter of the settings', () => {
    expect(() => openPlace({ backend: 'carrier-pigeon', settings: {} })).toThrow(expect.objectContaining({ kind: 'badSettings' }));
  });

  it('that is closed says why at every step', async () => {
    const why = new SyncProblem('noPermission', 'no');
    const place = closedPlace(why);
    await expect(place.list('v1/h')).rejects.toBe(why);
    await expect(place.put([])).rejects.toBe(why);
  });
});
