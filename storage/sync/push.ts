/**
 * Telling the others what changed here: in the head while it is little, else in a segment of its own. Every file is noted before it is written, so that no
 * moment of death leaves a file nobody knows of, and only heads that were read back count.
 */
import type { StoredFile } from './backend';
import { type Change, countOwn, lineOf, ownChanges } from './changes';
import { headPath, headText } from './head';
import { confirmed, REMEMBERED } from './own';
import { randomId } from './random';
import { seal } from './sealed';
import type { Session } from './session';
import type { Segment, SelfRow, Slot } from './tables';

/** Changes ride in the head as long as it stays below so many bytes; one change may make it larger. */
const MOST_INLINE = 6_000;
const MOST_INLINE_ONE = 24_000;
const MOST_INLINE_COUNT = 200;

/** A listed segment takes about so many bytes of a head. */
const A_SEGMENT = 100;

/** A segment has at most so many changes, and characters before it is packed. */
const MOST_IN_SEGMENT = 5000;
const MOST_CHARACTERS = 12_000_000;

/** A head is written at least once a day by who syncs, so that the others see that it does. */
const A_DAY = 86_400_000;

/** Writes what the vault does not have yet, if anything. */
export async function push(session: Session): Promise<void> {
  const self = await session.self();
  const known = confirmed(self);
  const news = await countOwn(session.db, known?.mark ?? 0);
  if (!session.leaving && known && news === 0 && known.layout === self.layout && session.now() - (self.wroteAt ?? 0) < A_DAY) return;
  if (!(await writeInline(session))) {
    await writeSegments(session);
    if (!(await writeInline(session))) await writeHead(session, [], Infinity);
  }
  session.report.pushed += news;
}

/** Writes a head with all that is in no segment. @returns false where that is too much; then nothing was written */
async function writeInline(session: Session): Promise<boolean> {
  const told = (await session.self()).segments.at(-1)?.to ?? 0;
  const changes = await ownChanges(session.db, told, MOST_INLINE_COUNT + 1);
  if (changes.length > MOST_INLINE_COUNT) return false;
  return writeHead(session, changes, changes.length > 1 ? MOST_INLINE : MOST_INLINE_ONE);
}

/** Writes the next head. @returns false where its changes take more than `most` bytes; then nothing was written */
async function writeHead(session: Session, changes: readonly Change[], most: number): Promise<boolean> {
  const slot = slotToWrite(await session.self());
  const self = await session.note((before) => ({ ...nextGeneration(before), unread: undefined }));
  const path = headPath(self.device, slot);
  const mark = Math.max(changes.at(-1)?.seq ?? 0, self.segments.at(-1)?.to ?? 0);
  const bytes = await seal(session.vault, path, self.generation, headText(await headOfSelf(session, self, mark), changes));
  if (changes.length > 0 && bytes.length > most + A_SEGMENT * self.segments.length) return false;
  await session.store.put([{ path, bytes }]);
  await session.note(() => ({ wroteAt: session.now(), unread: { slot, mark } }));
  return true;
}

/** Never the one that holds our newest whole head. */
function slotToWrite(self: SelfRow): Slot {
  const whole = confirmed(self)?.slot ?? self.unread?.slot;
  return whole === 'a' ? 'b' : 'a';
}

function nextGeneration(self: SelfRow): Partial<SelfRow> {
  const generation = self.generation + 1;
  const recent = Object.entries(self.tokens).filter(([old]) => Number(old) > generation - REMEMBERED);
  return { generation, tokens: { ...Object.fromEntries(recent), [generation]: randomId().slice(0, 6) } };
}

async function headOfSelf(session: Session, self: SelfRow, mark: number) {
  const [state, devices] = await Promise.all([session.db.meta.get('state'), session.db.devices.toArray()]);
  const { device, name, generation, segments, snapshot, layout, was, missing } = self;
  const acknowledged = Object.fromEntries(devices.map(({ id, cursor }) => [id, cursor]));
  const at = new Date(session.now()).toISOString();
  const { [generation]: token = '', ...chain } = self.tokens;
  return {
    v: 1 as const,
    device,
    name,
    at,
    generation,
    token,
    chain,
    mark,
    count: state?.count ?? 0,
    segments,
    snapshot,
    layout,
    acknowledged,
    was,
    missing,
    ...(session.leaving && { left: true }),
  };
}

/**
 * Puts everything after the last segment into segments. Small ones before it are written again together with it, so that their number grows with the
 * logarithm of what was told; what changed again since is in the newest only.
 */
async function writeSegments(session: Session): Promise<void> {
  const self = await session.self();
  const { kept, from } = absorbed(self.segments, await countOwn(session.db, self.segments.at(-1)?.to ?? 0));
  let last = from;
  let segments = kept;
  for (;;) {
    const changes = cut(await ownChanges(session.db, last, MOST_IN_SEGMENT));
    const end = changes.at(-1);
    if (!end) return;
    segments = [...segments, await writeSegment(session, changes, last, end.seq)];
    last = end.seq;
    await session.note((before) => replacing(before, segments));
    await session.pause();
  }
}

/** Lists other segments from the next head on: new ones are no garbage any more, and what is not listed becomes garbage. */
function replacing(before: SelfRow, segments: Segment[]): Partial<SelfRow> {
  const listed = new Set(segments.map(({ path }) => path));
  const dropped = before.segments.filter(({ path }) => !listed.has(path)).map(({ path }) => ({ path, from: before.generation + 1 }));
  const garbage = [...before.garbage.filter(({ path }) => !listed.has(path)), ...dropped];
  return { segments, garbage, layout: before.layout + 1 };
}

/** Which segments stay, and where the new ones begin. */
function absorbed(segments: readonly Segment[], waiting: number): { kept: Segment[]; from: number } {
  const kept = [...segments];
  let count = waiting;
  let from = kept.at(-1)?.to ?? 0;
  for (let last = kept.at(-1); last && last.count <= 2 * count && last.count + count <= MOST_IN_SEGMENT; last = kept.at(-1)) {
    count += last.count;
    from = last.from;
    kept.pop();
  }
  return { kept, from };
}

function cut(changes: Change[]): Change[] {
  let characters = 0;
  const end = changes.findIndex((change) => (characters += lineOf(change).length) > MOST_CHARACTERS);
  return end < 1 ? (end === 0 ? changes.slice(0, 1) : changes) : changes.slice(0, end);
}

async function writeSegment(session: Session, changes: readonly Change[], from: number, to: number): Promise<Segment> {
  const { device } = await session.self();
  const path = `v1/s/${device}/${to}-${randomId()}`;
  const bytes = await seal(session.vault, path, to, changes.map(lineOf).join(''));
  await writeNew(session, { path, bytes });
  return { path, from, to, count: changes.length, bytes: bytes.length };
}

/** Writes a file no head names yet. Until one does it counts as garbage, so that it is found again should we die here. */
export async function writeNew(session: Session, file: StoredFile): Promise<void> {
  await session.note((self) => ({ garbage: [...self.garbage, { path: file.path, from: self.generation + 1 }] }));
  await session.store.put([file]);
}

/** Deletes own files that neither of our heads names any more. Both were read back. */
export async function collect(session: Session): Promise<void> {
  const { slots, garbage, segments, snapshot } = await session.self();
  const oldest = Math.min(slots.a?.generation ?? 0, slots.b?.generation ?? 0);
  const used = new Set([...segments, ...(snapshot?.shards ?? [])].map(({ path }) => path));
  const gone = garbage.filter(({ path, from }) => from <= oldest && !used.has(path)).map(({ path }) => path);
  if (gone.length === 0) return;
  await session.store.remove(gone);
  await session.note((self) => ({ garbage: self.garbage.filter(({ path }) => !gone.includes(path)) }));
}
