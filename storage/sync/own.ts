/**
 * What the vault holds of this device. Only what was read back counts as written. Where a head turns up under this device's id that it did not write, a copy
 * of the profile is at work, or this is one: then it goes on under a new id and tells everything again. Telling twice does no harm; two writers of one
 * file would.
 */
import type { Entry } from './backend';
import { countOwn } from './changes';
import { headOf, headPath, type Head, type ReadHead } from './head';
import type { Session } from './session';
import type { SelfRow, Slot, SlotSeen } from './tables';
import { newSelf } from './vault';

/** So many generations are remembered: an own head that is shown late is known again, and the others can tell two writers of one id apart. */
export const REMEMBERED = 32;

/** An own head that changed and shows nothing new is looked at so often again before it is believed. */
const MOST_DOUBTS = 3;

/**
 * Reads own heads that changed since they were last read. The first time after a start of the browser both are read whatever the listing says: this may be an
 * old copy of the profile, and nothing may be written over what its later self has written. So does a device that has told nothing yet: a copy of it may have.
 * @param entries the listing, where there is one
 * @returns whether our heads may be written; not where the server shows old bytes of them, behind which those of a copy may be
 */
export async function lookAtOwn(session: Session, entries: readonly Entry[] | undefined): Promise<boolean> {
  const [self, state] = await Promise.all([session.self(), session.db.meta.get('state')]);
  const node = state?.clock.node;
  const first = self.checkedBy !== node;
  if (!first && !entries) return true;
  const later = first ? undefined : await unreadSlot(session, self);
  let sure = true;
  for (const slot of (['a', 'b'] as const).filter((each) => each !== later)) {
    const path = headPath(self.device, slot);
    const version = versionIn(entries, path);
    if (!first && isAsSeen(self.slots[slot], version)) continue;
    const read = await session.readHead(path, () => undefined);
    if (read && !isOurs(self, read.head)) return rename(session);
    sure = (await noteOwn(session, slot, version, read)) && sure;
  }
  if (first && sure) await session.note(() => ({ checkedBy: node }));
  return sure;
}

/** What was just written is read back when there is nothing more to write; until then the other slot counts, and is not written. */
async function unreadSlot({ db }: Session, { unread }: SelfRow): Promise<Slot | undefined> {
  return unread && (await countOwn(db, unread.mark)) > 0 ? unread.slot : undefined;
}

function versionIn(entries: readonly Entry[] | undefined, path: string): string | undefined {
  return entries?.find((entry) => entry.path === path)?.version;
}

function isAsSeen(seen: SlotSeen | undefined, version: string | undefined): boolean {
  return version === undefined ? !seen : seen?.version === version;
}

/** @returns whether what was read is believed */
async function noteOwn(session: Session, slot: Slot, version: string | undefined, read: ReadHead | undefined): Promise<boolean> {
  const self = await session.self();
  const before = self.slots[slot];
  const isOld =
    before !== undefined && version !== undefined && before.version !== version && (read?.head.generation ?? 0) <= before.generation;
  const doubts = self.doubts?.[slot] ?? 0;
  if (isOld && doubts < MOST_DOUBTS) {
    await session.note((now) => ({ doubts: { ...now.doubts, [slot]: doubts + 1 } }));
    return false;
  }
  await session.note((now) => ({
    doubts: { ...now.doubts, [slot]: 0 },
    slots: { ...now.slots, [slot]: seenAs(version ?? before?.version, read, version !== undefined) },
  }));
  return true;
}

/** The slot that certainly holds a whole head of ours, the newest. */
export function confirmed({ slots }: SelfRow): ({ slot: Slot } & SlotSeen) | undefined {
  const whole = (['a', 'b'] as const).flatMap((slot) => {
    const seen = slots[slot];
    return seen && seen.generation > 0 ? [{ slot, ...seen }] : [];
  });
  return whole.sort((one, other) => other.generation - one.generation)[0];
}

/** Whether a path of the listing is a head of this device. */
export function isOwn({ device }: SelfRow, path: string): boolean {
  return headOf(path)?.device === device;
}

function isOurs(self: SelfRow, head: Head): boolean {
  return head.generation <= self.generation && self.tokens[head.generation] === head.token;
}

function seenAs(version: string | undefined, read: ReadHead | undefined, listed: boolean): SlotSeen | undefined {
  if (!listed && !read) return undefined;
  const { generation, mark, layout } = read?.head ?? { generation: 0, mark: 0, layout: 0 };
  return { version: version ?? '', generation, mark, layout };
}

/** A new id: nothing is told under it yet, and no file of the old one is ours to delete. */
async function rename(session: Session): Promise<true> {
  await session.note((self) => ({ ...newSelf(self.name, [...self.was, self.device]), joined: self.joined, agreed: self.agreed }));
  session.report.renamed = true;
  return true;
}
