import type { Library } from '../database';
import { write } from '../write';
import { putAside } from './history';
import type { Change } from './changes';
import { Shelf } from './shelf';
import type { SyncReport } from './report';
import type { DeviceRow } from './tables';

/** A transaction takes about so many milliseconds: what else wants the library waits no longer than that. */
const SLICE_MS = 40;
const FIRST_SLICE = 50;
const MOST_SLICE = 1000;

export type Counts = Pick<SyncReport, 'added' | 'changed' | 'deleted' | 'united' | 'overruled'>;

export interface Applying {
  db: Library;
  now: () => number;
  /** Lets others have their turn for so many milliseconds; throws where the time is up. */
  pause: (rest: number) => Promise<void>;
  counts: Counts;
}

/**
 * Takes in changes of a device, in their order, in slices that are one transaction each: rows, clock, history and the device's cursor. Where the browser
 * ends in between, the next sync goes on behind the last slice.
 * @param cursorAfter the cursor once a change is in; undefined where it does not move
 */
export async function apply(
  { db, now, pause, counts }: Applying,
  changes: readonly Change[],
  device: string,
  cursorAfter: (change: Change) => number | undefined,
): Promise<void> {
  let size = FIRST_SLICE;
  for (let from = 0; from < changes.length;) {
    const slice = changes.slice(from, from + size);
    const started = performance.now();
    await applySlice(db, slice, device, cursorAfter, now(), counts);
    const took = performance.now() - started;
    from += slice.length;
    size = Math.max(10, Math.min(MOST_SLICE, Math.round((slice.length * SLICE_MS) / Math.max(took, 1)), size * 2));
    // As long as it worked: a popup that is opened meanwhile has half of what the machine can do at least.
    if (from < changes.length) await pause(took);
  }
}

async function applySlice(
  db: Library,
  slice: readonly Change[],
  device: string,
  cursorAfter: (change: Change) => number | undefined,
  now: number,
  counts: Counts,
): Promise<void> {
  const done = await write(
    db,
    async (writing) => {
      const row = await db.devices.get(device);
      const shelf = await Shelf.of(db, slice);
      for (const change of slice) shelf.take(change);
      for (const { talk, alive, news } of shelf.outcomes.values()) writing.adopt(talk, { as: alive ? 'talk' : 'tombstone', news });
      for (const [id, { to, talk }] of shelf.aliases) writing.adopt({ ...talk, id }, { as: 'alias', to, news: false });
      const last = slice.reduce((latest, { talk }) => laterStamp(latest, talk.stamp, ...Object.values(talk.stamps)), '');
      writing.receive(last);
      const aside = [...shelf.outcomes.values()].flatMap((outcome) =>
        putAside(outcome, { id: device, lastStamp: row?.lastStamp ?? '' }, now),
      );
      if (aside.length > 0) await db.history.bulkPut(aside);
      if (row) await db.devices.put(moved(row, slice, cursorAfter, last));
      return { ...countsOf(shelf), overruled: aside.length };
    },
    [db.devices, db.history],
  );
  for (const name of ['added', 'changed', 'deleted', 'united', 'overruled'] as const) counts[name] += done[name];
}

function moved(row: DeviceRow, slice: readonly Change[], cursorAfter: (change: Change) => number | undefined, last: string): DeviceRow {
  const end = slice.at(-1);
  const cursor = Math.max(row.cursor, (end && cursorAfter(end)) ?? 0);
  return { ...row, cursor, lastStamp: laterStamp(row.lastStamp, last) };
}

function laterStamp(...stamps: readonly string[]): string {
  return stamps.reduce((latest, stamp) => (stamp > latest ? stamp : latest), '');
}

/** What changes would do. */
export function countsOf(shelf: Shelf): Omit<Counts, 'overruled'> {
  const counts = { added: 0, changed: 0, deleted: 0, united: shelf.aliases.size };
  for (const { alive, before } of shelf.outcomes.values()) {
    if (alive && !before?.alive) counts.added++;
    else if (alive) counts.changed++;
    else if (before?.alive) counts.deleted++;
  }
  return counts;
}
