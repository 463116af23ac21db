import { equal } from '../../core/equal';
import { type Library, library, type LibraryState } from '../database';
import { withoutPlace } from '../lookups';
import { guarded } from '../problem';
import { readSetting } from '../settings';
import { checkWatermark } from '../watermark';
import {
  type BackupNote,
  type Catalogue,
  type Job,
  type Manifest,
  manifestName,
  type Part,
  readCatalogue,
  readManifest,
  sizeOf,
  writeCatalogue,
} from './catalogue';
import { pack } from './pack';
import { keptOf, withinBytes } from './rotation';

/** So many talks are packed together: reading and writing them takes some 20 ms, and a day's changes touch few of the parts. */
const ROWS = 500;
/** What all backups may take up together, as base64. */
const MOST_BYTES = 256_000_000;

/** What travels with the talks; it has to be plain JSON. */
export type Beside = () => Promise<unknown>;

/**
 * Does one step of a backup, where something was changed since the last one: packs some talks, or finishes it and lets older ones go. Each step is
 * short, and done or not done when the browser is killed; call until it answers `done`, one caller at a time. While damage waits to be looked at
 * nothing is backed up, so that no backup of what is left takes the place of one of what there was.
 * @throws LibraryProblem, or what extension storage throws where the disk is full; earlier backups stay
 */
export async function backupStep(beside: Beside, db: Library = library, now: () => Date = () => new Date()): Promise<'more' | 'done'> {
  const state = await stateOf(db);
  if (!state || (await checkWatermark(db)) || (await readSetting('damage'))) return 'done';
  const catalogue = await readCatalogue();
  const job = catalogue.job?.note.databaseId === state.databaseId ? catalogue.job : undefined;
  if (job && job.todo.length > 0) {
    await writePart(db, catalogue, job);
    return 'more';
  }
  if (job) await finish(catalogue, job, await beside());
  else return begin(db, catalogue, state, await beside(), now());
  return 'done';
}

async function stateOf(db: Library): Promise<LibraryState | undefined> {
  return guarded(() => db.meta.get('state'));
}

async function begin(db: Library, catalogue: Catalogue, state: LibraryState, beside: unknown, now: Date): Promise<'more' | 'done'> {
  const left = (catalogue.job?.done ?? []).flatMap(({ name }) => name ?? []);
  const last = await lastOf(catalogue, state);
  const before = last && (await readManifest(last.id));
  const { databaseId, sequence } = state;
  if (before && last.sequence === sequence && equal(before.beside, beside)) return 'done';
  const note = { id: crypto.randomUUID(), madeAt: now.toISOString(), databaseId, sequence, count: 0, bytes: 0 };
  const todo = before ? await untouched(db, before.parts, last.sequence) : [];
  const named = await namesIn(catalogue);
  const rubbish = [...catalogue.rubbish, ...left.filter((name) => !named.has(name))];
  // Behind the last part there may always be more.
  await writeCatalogue({ ...catalogue, job: { note, done: [], todo: [...todo, REST] }, rubbish });
  return 'more';
}

/** The last backup of this very library, unless that went back since: then nobody knows what is changed. */
async function lastOf({ notes }: Catalogue, { databaseId }: LibraryState): Promise<BackupNote | undefined> {
  const since = (await readSetting('wentBackAt')) ?? '';
  return notes
    .filter((note) => note.databaseId === databaseId && note.madeAt > since)
    .toSorted((a, b) => a.sequence - b.sequence)
    .at(-1);
}

/** Sorts behind every id. */
const REST: Part = { to: '\uffff', count: 0, bytes: 0 };

/** The parts of the last backup; those in which something was changed since lose their name, so that they are made anew. */
async function untouched(db: Library, parts: readonly Part[], since: number): Promise<Part[]> {
  const [rows, gone] = await Promise.all([
    db.talks.where('seq').above(since).primaryKeys(),
    db.tombstones.where('seq').above(since).primaryKeys(),
  ]);
  const changed = [...rows, ...gone].sort(byCode);
  let at = 0;
  return parts.map((part) => {
    const from = at;
    while (at < changed.length && (changed[at] as string) <= part.to) at++;
    return at === from ? part : { to: part.to, count: 0, bytes: 0 };
  });
}

/** IndexedDB's order of texts. */
function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Makes the next part that has to be made; those before it are taken as they are. */
async function writePart(db: Library, catalogue: Catalogue, job: Job): Promise<void> {
  const next = job.todo.findIndex(({ name }) => name === undefined);
  const done = [...job.done, ...job.todo.slice(0, next)];
  const [{ to } = REST, ...rest] = job.todo.slice(next);
  const rows = await rowsBetween(db, done.at(-1)?.to ?? '', to);
  const last = rows.at(-1);
  // A full part may end before its range does: the rest of the range is for the next step.
  const todo = rows.length === ROWS ? [{ ...REST, to }, ...rest] : rest;
  if (!last) return writeCatalogue({ ...catalogue, job: { ...job, done, todo } });
  const name = `part/${crypto.randomUUID()}`;
  const bytes = await pack(rows.map(withoutPlace));
  const part = { to: rows.length === ROWS || to === REST.to ? last.id : to, name, count: rows.length, bytes: bytes.length };
  await writeCatalogue({ ...catalogue, job: { ...job, done: [...done, part], todo } }, { [name]: bytes });
}

async function rowsBetween(db: Library, after: string, to: string) {
  return guarded(() => db.talks.where('id').between(after, to, false, true).limit(ROWS).toArray());
}

async function finish(catalogue: Catalogue, { note, done }: Job, beside: unknown): Promise<void> {
  const count = done.reduce((sum, part) => sum + part.count, 0);
  const bytes = done.reduce((sum, part) => sum + part.bytes, 0);
  const manifests = await manifestsIn(catalogue);
  const manifest: Manifest = { parts: done, beside };
  manifests.set(note.id, manifest);
  const sizeOfThese = (notes: readonly BackupNote[]) => sizeOf(notes.flatMap(({ id }) => manifests.get(id) ?? []));
  const notes = withinBytes(keptOf([...catalogue.notes, { ...note, count, bytes }]), MOST_BYTES, sizeOfThese);
  const rubbish = [...catalogue.rubbish, ...leftBy(manifests, new Set(notes.map(({ id }) => id)))];
  await writeCatalogue({ notes, rubbish }, { [manifestName(note.id)]: manifest });
}

/** The names of what only backups have that go. */
function leftBy(manifests: ReadonlyMap<string, Manifest>, kept: ReadonlySet<string>): string[] {
  const needed = new Set([...manifests].flatMap(([id, { parts }]) => (kept.has(id) ? parts.map(({ name }) => name) : [])));
  return [...manifests].flatMap(([id, { parts }]) => {
    if (kept.has(id)) return [];
    return [manifestName(id), ...parts.flatMap(({ name }) => (name && !needed.has(name) ? name : []))];
  });
}

async function namesIn(catalogue: Catalogue): Promise<Set<string>> {
  const manifests = await manifestsIn(catalogue);
  return new Set([...manifests.values()].flatMap(({ parts }) => parts.flatMap(({ name }) => name ?? [])));
}

async function manifestsIn({ notes }: Catalogue): Promise<Map<string, Manifest>> {
  const found = await Promise.all(notes.map(async ({ id }) => [id, await readManifest(id)] as const));
  return new Map(found.flatMap(([id, manifest]) => (manifest ? [[id, manifest]] : [])));
}
