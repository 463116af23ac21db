/** What people see of sync, read from what the engine notes. Holds no secret: neither key nor password nor token. */
import { type Library, library } from '../database';
import { guarded } from '../problem';
import { countOwn } from './changes';
import { recentHistory } from './history';
import { confirmed } from './own';
import type { SyncReport } from './report';
import { nextTry } from './schedule';
import type { HistoryRow } from './tables';

export interface DeviceSeen {
  id: string;
  name: string;
  /** ISO 8601 instant in UTC, by its own clock; empty where it was not heard of. */
  at: string;
  /** Number of its talks. */
  count: number;
  left: boolean;
  /** This browser itself. */
  own: boolean;
}

export interface SyncOverview {
  devices: DeviceSeen[];
  last?: SyncReport;
  /** ISO 8601 instants in UTC. */
  succeededAt?: string;
  retryAt?: string;
  /** Changes of this browser that the vault does not have yet. */
  waiting: number;
}

/** A value that was put aside, with the talk it belongs to. */
export interface Replaced extends HistoryRow {
  /** Nothing where the talk is deleted. */
  title?: string;
  /** What the other browser calls itself. */
  by?: string;
}

/** Where sync stands; nothing where this browser is in no vault. @throws LibraryProblem */
export async function syncOverview(db: Library = library): Promise<SyncOverview | undefined> {
  return guarded(async () => {
    const [self, report, others, state] = await Promise.all([
      db.sync.get('self'),
      db.sync.get('report'),
      db.devices.toArray(),
      db.meta.get('state'),
    ]);
    if (self?.key !== 'self') return undefined;
    const [retryAt, waiting] = await Promise.all([nextTry(db), countOwn(db, confirmed(self)?.mark ?? 0)]);
    const { last, succeededAt } = report?.key === 'report' ? report : {};
    const own: DeviceSeen = { id: self.device, name: self.name, at: succeededAt ?? '', count: state?.count ?? 0, left: false, own: true };
    const seen = others.map(({ id, name, at, count, left }): DeviceSeen => ({ id, name, at, count, left, own: false }));
    return {
      devices: [own, ...seen.sort((one, other) => (one.at > other.at ? -1 : 1))],
      waiting,
      ...(last && { last }),
      ...(succeededAt !== undefined && { succeededAt }),
      ...(retryAt !== undefined && { retryAt: new Date(retryAt).toISOString() }),
    };
  });
}

/** The values that were put aside last, newest first. @throws LibraryProblem */
export async function recentlyReplaced(limit: number, db: Library = library): Promise<Replaced[]> {
  const rows = await recentHistory(limit, db);
  return guarded(async () => {
    const [talks, devices] = await Promise.all([
      db.talks.bulkGet(rows.map(({ talk }) => talk)),
      db.devices.bulkGet(rows.map(({ device }) => device)),
    ]);
    return rows.map((row, at) => ({ ...row, title: talks[at]?.title, by: devices[at]?.name }));
  });
}
