import { apply } from './apply';
import type { Change } from './changes';
import { SyncProblem } from './problem';
import type { News } from './reading';
import { costOf } from './snapshot';
import { isOfOneFile, type Session } from './session';
import type { DeviceRow, Segment, Snapshot } from './tables';

/** Takes in what the others changed. @returns whether all of it could be read */
export async function pull(session: Session, news: readonly News[]): Promise<boolean> {
  await takeSnapshot(session);
  let whole = true;
  for (const each of news) whole = (await takeChanges(session, each)) && whole;
  return whole;
}

function follows({ chain }: DeviceRow, generation: number, token: string): boolean {
  return generation === 0 || (chain[generation] ?? token) === token;
}

/** What is still to be taken in of a device's segments. */
export function segmentsAfter({ segments, cursor }: Pick<DeviceRow, 'segments' | 'cursor'>): Segment[] {
  return segments.filter(({ to }) => to > cursor).sort((one, other) => one.to - other.to);
}

/** The snapshot that saves most, if one saves anything. */
export async function usefulSnapshot(session: Session): Promise<{ row: DeviceRow; snapshot: Snapshot } | undefined> {
  const rows = await session.db.devices.toArray();
  const logs = rows.map((row) => ({ id: row.id, segments: segmentsAfter(row) }));
  const offers = rows.flatMap((row) => (row.snapshot ? [{ row, snapshot: row.snapshot, cost: costOf(row.snapshot, logs) }] : []));
  const best = offers.sort((one, other) => one.cost - other.cost)[0];
  return best && best.cost < costOf(undefined, logs) ? best : undefined;
}

async function takeSnapshot(session: Session): Promise<void> {
  const useful = await usefulSnapshot(session);
  if (!useful) return;
  const { row, snapshot } = useful;
  for (const { path } of snapshot.shards) {
    if ((await session.db.devices.get(row.id))?.shardsDone?.includes(path)) continue;
    const changes = await readOrComplain(session, path);
    // Without its snapshot a device's changes are all there still.
    if (!changes) return;
    await apply(session.applying(), changes, row.id, () => undefined);
    await session.noteDevice(row.id, (now) => ({ shardsDone: [...(now.shardsDone ?? []), path] }));
  }
  for (const [id, { mark, generation, token }] of Object.entries(snapshot.cursors)) {
    await session.noteDevice(id, (now) => (follows(now, generation, token) ? { cursor: Math.max(now.cursor, mark) } : {}));
  }
  await session.noteDevice(row.id, () => ({ shardsDone: undefined }));
}

async function takeChanges(session: Session, { head, changes, versions }: News): Promise<boolean> {
  const row = await session.db.devices.get(head.device);
  if (!row) return false;
  const whole = await takeSegments(session, row);
  const cursor = (await session.db.devices.get(head.device))?.cursor ?? 0;
  // A device that turned out to be two may have gone back: then everything is taken, which does no harm.
  const waiting = head.mark < cursor || !whole ? changes : changes.filter(({ seq }) => seq > cursor);
  await apply(session.applying(), waiting, head.device, ({ seq }) => (whole ? seq : undefined));
  if (whole) {
    const done = { versions: { ...row.versions, ...versions }, doubts: 0 };
    await session.noteDevice(head.device, (now) => ({ ...done, cursor: Math.max(now.cursor, head.mark) }));
  }
  return whole;
}

/** @returns false where one could not be read: then the cursor stays before it */
async function takeSegments(session: Session, row: DeviceRow): Promise<boolean> {
  for (const { path, to } of segmentsAfter(row)) {
    const changes = await readOrComplain(session, path);
    if (!changes) return false;
    const cursor = (await session.db.devices.get(row.id))?.cursor ?? 0;
    const waiting = changes.filter(({ seq }) => seq > cursor);
    await apply(session.applying(), waiting, row.id, ({ seq }) => seq);
    await session.noteDevice(row.id, (now) => ({ cursor: Math.max(now.cursor, to) }));
  }
  return true;
}

/** Changes of a file. One that is missing or damaged is told to its device by our next head, so that it writes it again. */
async function readOrComplain(session: Session, path: string): Promise<Change[] | undefined> {
  const changes = await readable(session, path);
  const { missing } = await session.self();
  if (changes && missing.includes(path)) await session.note((self) => ({ missing: self.missing.filter((other) => other !== path) }));
  if (!changes && !missing.includes(path))
    await session.note((self) => ({ missing: [...self.missing, path].slice(-MOST_MISSING), layout: self.layout + 1 }));
  return changes;
}

const MOST_MISSING = 20;

async function readable(session: Session, path: string): Promise<Change[] | undefined> {
  try {
    const changes = await session.readChanges(path);
    if (!changes) session.complain(new SyncProblem('damaged', 'A file of another device is missing', { path }));
    return changes;
  } catch (error) {
    if (!isOfOneFile(error)) throw error;
    session.complain(error);
    return undefined;
  }
}
