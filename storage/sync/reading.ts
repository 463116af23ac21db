import type { Entry } from './backend';
import { headOf, type Head, type ReadHead } from './head';
import { isOwn } from './own';
import type { SyncProblem } from './problem';
import type { Session } from './session';
import type { DeviceRow, Slot } from './tables';

/** A head that says something new, and the versions of what was read to find it. */
export interface News extends ReadHead {
  versions: Partial<Record<Slot, string>>;
}

/** A head that changed without saying anything new is read so often again before it is believed. */
const MOST_DOUBTS = 3;

/** Reads the heads of the other devices that changed, and notes what they say of themselves. Takes no change in yet. */
export async function readNews(session: Session, entries: readonly Entry[]): Promise<News[]> {
  const self = await session.self();
  const found: News[] = [];
  for (const [device, slots] of byDevice(entries.filter(({ path }) => !isOwn(self, path)))) {
    const row = await session.db.devices.get(device);
    const changed = Object.entries(slots).filter(([slot, { version }]) => session.thorough || row?.versions[slot as Slot] !== version);
    if (changed.length === 0) continue;
    const news = await newest(session, changed, row !== undefined);
    if (await noteDevice(session, device, row, news)) found.push(news as News);
  }
  return found;
}

function byDevice(entries: readonly Entry[]): Map<string, Partial<Record<Slot, Entry>>> {
  const devices = new Map<string, Partial<Record<Slot, Entry>>>();
  for (const entry of entries) {
    const whose = headOf(entry.path);
    if (whose) devices.set(whose.device, { ...devices.get(whose.device), [whose.slot]: entry });
  }
  return devices;
}

async function newest(
  session: Session,
  changed: readonly (readonly [string, Entry])[],
  known: boolean,
): Promise<Partial<News> & Pick<News, 'versions'>> {
  const versions: News['versions'] = {};
  let best: ReadHead | undefined;
  let problem: SyncProblem | undefined;
  for (const [slot, { path, version }] of changed) {
    const read = await session.readHead(path, (error) => (problem ??= error));
    versions[slot as Slot] = version;
    if (read && read.head.generation > (best?.head.generation ?? -1)) best = read;
  }
  // One of two may be cut off at any time; that a device cannot be read at all is told.
  if (problem && !best && !known) session.complain(problem);
  return { ...best, versions };
}

/** @returns whether there is something to take in */
async function noteDevice(
  session: Session,
  device: string,
  row: DeviceRow | undefined,
  { head, versions }: Partial<News> & Pick<News, 'versions'>,
) {
  const known = row ?? newDevice(device);
  if (head && isNews(known, head)) {
    const { device: self } = await session.self();
    // Noted before anything is taken in: from now on the cursor speaks of this head, even where the worker dies in the middle of it.
    const from = isForked(known.generation, known.token, head) ? 0 : known.cursor;
    await session.db.devices.put({ ...known, ...saidBy(head, self), cursor: from });
    return true;
  }
  // A slow server shows old bytes under a new version: only after some tries is it believed that there is nothing new.
  const doubts = known.doubts + 1;
  const believed = doubts >= MOST_DOUBTS;
  // Fewer generations, and none that was seen before: the one that is left of two that wrote under one id. Everything of it is taken.
  if (row && believed && head && head.generation < row.generation && row.chain[head.generation] !== head.token) {
    await session.db.devices.put({ ...row, ...saidBy(head, (await session.self()).device), cursor: 0, doubts: 0 });
    return true;
  }
  if (row)
    await session.db.devices.put({
      ...row,
      doubts: believed ? 0 : doubts,
      ...(believed && { versions: { ...row.versions, ...versions } }),
    });
  return false;
}

function isNews(row: DeviceRow, head: Head): boolean {
  if (head.generation !== row.generation) return head.generation > row.generation;
  return head.token !== row.token || head.mark > row.cursor;
}

/** Whether a head does not follow on one that was read before: for a while two wrote under one id, and places in their sequences say nothing. */
export function isForked(generation: number, token: string, head: Pick<Head, 'generation' | 'token' | 'chain'>): boolean {
  if (generation === 0) return false;
  const then = generation === head.generation ? head.token : head.chain[generation];
  return then !== undefined && then !== token;
}

function saidBy(head: Head, self: string): Partial<DeviceRow> {
  const { name, at, segments, snapshot, mark, count, chain, generation, token, left = false } = head;
  return { name, at, segments, snapshot, mark, count, chain, generation, token, left, acknowledged: head.acknowledged[self] ?? 0 };
}

function newDevice(id: string): DeviceRow {
  return {
    ...{ id, name: '', at: '', cursor: 0, generation: 0, token: '', chain: {}, versions: {}, doubts: 0, lastStamp: '' },
    ...{ acknowledged: 0, segments: [], mark: 0, count: 0, left: false },
  };
}
