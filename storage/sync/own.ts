/**
 * What the vault holds of this device. Only what was read back counts as written. Where a head turns up under this device's id that it did not write, a copy
 * of the profile is at work, or this is one: then it goes on under a new id and tells everything again. Telling twice does no harm; two writers of one
 * file would.
 */
import type { Entry } from './backend';
import { headOf, headPath, type Head, type ReadHead } from './head';
import type { Session } from './session';
import type { SelfRow, Slot, SlotSeen } from './tables';
import { newSelf } from './vault';

/** So many generations are remembered: an own head that is shown late is known again, and the others can tell two writers of one id apart. */
export const REMEMBERED = 32;

/**
 * Reads own heads that changed since they were last read. The first time after a start of the browser both are read whatever the listing says: this may be an
 * old copy of the profile, and nothing may be written over what its later self has written.
 * @param entries the listing, where there is one
 */
export async function lookAtOwn(session: Session, entries: readonly Entry[] | undefined): Promise<void> {
  const [self, state] = await Promise.all([session.self(), session.db.meta.get('state')]);
  const node = state?.clock.node;
  const first = self.checkedBy !== node;
  if (self.generation === 0 || (!first && !entries)) return;
  for (const slot of ['a', 'b'] as const) {
    const path = headPath(self.device, slot);
    const version = entries?.find((entry) => entry.path === path)?.version;
    if (!first && (version === undefined ? !self.slots[slot] : self.slots[slot]?.version === version)) continue;
    const read = await session.readHead(path, true);
    if (read && !isOurs(self, read.head)) return rename(session);
    await session.note((now) => ({ slots: { ...now.slots, [slot]: seenAs(version, read) } }));
  }
  if (first) await session.note(() => ({ checkedBy: node }));
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

function seenAs(version: string | undefined, read: ReadHead | undefined): SlotSeen | undefined {
  if (version === undefined && !read) return undefined;
  const { generation, mark, layout } = read?.head ?? { generation: 0, mark: 0, layout: 0 };
  return { version: version ?? '', generation, mark, layout };
}

/** A new id: nothing is told under it yet, and no file of the old one is ours to delete. */
async function rename(session: Session): Promise<void> {
  await session.note((self) => ({ ...newSelf(self.name, [...self.was, self.device]), joined: self.joined, agreed: self.agreed }));
  session.report.renamed = true;
}
