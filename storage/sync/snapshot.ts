/**
 * The whole library in a few files, so that a new browser reads it once and not every change that led to it. It only saves time: the changes of every device
 * stay complete without it.
 */
import { type Change, lineOf, ofRow, ofTombstone } from './changes';
import { writeNew } from './push';
import { randomId } from './random';
import { seal } from './sealed';
import type { Session } from './session';
import type { DeviceRow, SelfRow, Snapshot } from './tables';

const MOST_IN_SHARD = 5000;
const MOST_CHARACTERS = 12_000_000;

/** A snapshot is made when a new browser would read half as much again as there is, and a little more. */
const WASTE = 1.5;
const LITTLE = 3000;

/** Devices that were not heard of for so long do not make snapshots. */
const SILENT_MS = 7 * 86_400_000;

/** Makes a snapshot where one is due and it is on this device to make it, a shard at a time. */
export async function tendSnapshot(session: Session): Promise<void> {
  const [self, devices, state] = await Promise.all([session.self(), session.db.devices.toArray(), session.db.meta.get('state')]);
  if (!self.drafting) {
    if (!isDue(self, devices, state?.count ?? 0) || !isOurTurn(self, devices, session.now())) return;
    const { generation, device, tokens } = self;
    const own = { mark: self.segments.at(-1)?.to ?? 0, generation, token: tokens[generation] ?? '' };
    const others = devices.map(({ id, cursor: mark, generation, token }) => [id, { mark, generation, token }] as const);
    const cursors = Object.fromEntries([...others, [device, own]]);
    await session.note(() => ({ drafting: { cursors, shards: [], table: 'talks', after: '' } }));
  }
  while (await writeShard(session)) await session.pause();
}

/** How many records a new browser would read by a snapshot and what came after it, or without one. */
export function costOf(snapshot: Snapshot | undefined, logs: readonly Pick<DeviceRow, 'id' | 'segments'>[]): number {
  const after = logs.flatMap(({ id, segments }) => segments.filter(({ to }) => to > (snapshot?.cursors[id]?.mark ?? 0)));
  return (snapshot?.count ?? 0) + after.reduce((sum, { count }) => sum + count, 0);
}

function isDue(self: SelfRow, devices: readonly DeviceRow[], count: number): boolean {
  const logs = [...devices, { id: self.device, segments: self.segments }];
  const snapshots = [undefined, self.snapshot, ...devices.map(({ snapshot }) => snapshot)];
  return Math.min(...snapshots.map((snapshot) => costOf(snapshot, logs))) > WASTE * count + LITTLE;
}

function isOurTurn({ device }: SelfRow, devices: readonly DeviceRow[], now: number): boolean {
  return devices.every(({ id, at, left }) => id > device || left || Date.parse(at) < now - SILENT_MS);
}

/** @returns whether there is more to write */
async function writeShard(session: Session): Promise<boolean> {
  const { drafting, device } = await session.self();
  if (!drafting) return false;
  const changes = await nextOf(session, drafting);
  const last = changes.at(-1)?.talk.id;
  if (last !== undefined) {
    const path = `v1/snap/${device}/${randomId()}`;
    const bytes = await seal(session.vault, path, 0, changes.map(lineOf).join(''));
    await writeNew(session, { path, bytes });
    const shard = { path, count: changes.length, bytes: bytes.length };
    await session.note((self) => ({
      drafting: { ...drafting, shards: [...drafting.shards, shard], after: last },
      garbage: without(self, path),
    }));
    return true;
  }
  if (drafting.table === 'talks') {
    await session.note(() => ({ drafting: { ...drafting, table: 'tombstones', after: '' } }));
    return true;
  }
  await session.note((self) => finished(self));
  return false;
}

async function nextOf({ db }: Session, { table, after }: NonNullable<SelfRow['drafting']>): Promise<Change[]> {
  const found =
    table === 'talks'
      ? (await db.talks.where('id').above(after).limit(MOST_IN_SHARD).toArray()).map(ofRow)
      : (
          await db.tombstones
            .where('id')
            .above(after)
            .filter(({ to }) => !to)
            .limit(MOST_IN_SHARD)
            .toArray()
        ).map(ofTombstone);
  let characters = 0;
  const end = found.findIndex((change) => (characters += lineOf(change).length) > MOST_CHARACTERS);
  return end < 0 ? found : found.slice(0, Math.max(1, end));
}

function without({ garbage }: SelfRow, path: string): SelfRow['garbage'] {
  return garbage.filter((file) => file.path !== path);
}

function finished({ drafting, snapshot, garbage, generation, layout }: SelfRow): Partial<SelfRow> {
  if (!drafting) return {};
  const { shards, cursors } = drafting;
  const old = (snapshot?.shards ?? []).map(({ path }) => ({ path, from: generation + 1 }));
  const count = shards.reduce((sum, shard) => sum + shard.count, 0);
  return { snapshot: { shards, cursors, count }, drafting: undefined, garbage: [...garbage, ...old], layout: layout + 1 };
}
