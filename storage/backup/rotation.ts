import type { BackupNote } from './catalogue';

const DAYS = 7;
const WEEKS = 4;
/** Libraries before this one, of which the last backup stays: what was lost may be noticed late. */
const BEFORE = 2;

/**
 * Which backups stay: the last of each of the seven latest days and four latest weeks that have one, and the last of each of two libraries that
 * were here before. Days without a change make no backup, so that an idle browser does not count its backups away.
 * @param notes in any order
 */
export function keptOf(notes: readonly BackupNote[]): BackupNote[] {
  const newest = notes.toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
  const current = newest[0]?.databaseId;
  const lost = newest.filter(({ databaseId }) => databaseId !== current);
  const kept = new Set([
    ...lastOfEach(newest, ({ madeAt }) => madeAt.slice(0, 10)).slice(0, DAYS),
    ...lastOfEach(newest, ({ madeAt }) => weekOf(madeAt)).slice(0, WEEKS),
    ...lastOfEach(lost, ({ databaseId }) => databaseId).slice(0, BEFORE),
  ]);
  return newest.filter((note) => kept.has(note));
}

/** Which of the kept backups stay within a number of bytes, whose newest always stays. @param sizeOf what a choice takes up, shared parts once */
export function withinBytes(kept: readonly BackupNote[], limit: number, sizeOf: (notes: readonly BackupNote[]) => number): BackupNote[] {
  let notes = [...kept];
  while (notes.length > 1 && sizeOf(notes) > limit) notes = notes.slice(0, -1);
  return notes;
}

function lastOfEach(newest: readonly BackupNote[], keyOf: (note: BackupNote) => string): BackupNote[] {
  const last = new Map<string, BackupNote>();
  for (const note of newest) if (!last.has(keyOf(note))) last.set(keyOf(note), note);
  return [...last.values()];
}

/** The Monday of a moment's week, counted in days since 1970, which began on a Thursday. */
function weekOf(madeAt: string): string {
  return String(Math.floor((Date.parse(madeAt) / 86_400_000 + 3) / 7));
}
