import { readKept, removeKept, writeKept } from './place';

/** A backup as it is listed. */
export interface BackupNote {
  id: string;
  /** ISO 8601 instant in UTC. */
  madeAt: string;
  /** The library it is of, and how far that was when the backup began. */
  databaseId: string;
  sequence: number;
  /** Number of talks. */
  count: number;
  /** What its parts take up, those that it shares with other backups included. */
  bytes: number;
}

/** Talks with neighbouring ids, packed together. Parts never change, so that backups share those between which nothing was changed. */
export interface Part {
  /** The last id that belongs here; the part begins behind the one before. */
  to: string;
  /** The name of the bytes; of a part to be made, none yet. */
  name?: string;
  count: number;
  bytes: number;
}

/** Everything a backup consists of. */
export interface Manifest {
  parts: Part[];
  /** What travels beside the talks: settings, templates, searches. */
  beside: unknown;
}

/** A backup under way, so far as it got: the worker may be stopped between any two steps. */
export interface Job {
  note: BackupNote;
  done: Part[];
  /** Parts still to be looked at, in order; those with a name are taken as they are. Behind the last one come all further ids. */
  todo: Part[];
}

/** The one list that names everything; whatever is not reached from it is rubbish. */
export interface Catalogue {
  notes: BackupNote[];
  job?: Job;
  /** Names to be removed: noted before they are taken away, so that a kill leaves nothing behind for ever. */
  rubbish: string[];
}

export async function readCatalogue(): Promise<Catalogue> {
  const [kept] = (await readKept(['catalogue'])) as [Catalogue | undefined];
  return kept ?? { notes: [], rubbish: [] };
}

/** Writes the catalogue and what it names from now on in one go, then takes away its rubbish. */
export async function writeCatalogue(catalogue: Catalogue, further: Record<string, unknown> = {}): Promise<void> {
  await writeKept({ ...further, catalogue });
  if (catalogue.rubbish.length === 0) return;
  await removeKept(catalogue.rubbish);
  await writeKept({ catalogue: { ...catalogue, rubbish: [] } });
}

export async function readManifest(id: string): Promise<Manifest | undefined> {
  return ((await readKept([manifestName(id)])) as [Manifest | undefined])[0];
}

export function manifestName(id: string): string {
  return `manifest/${id}`;
}

/** The backups that can be restored, newest first. */
export async function listBackups(): Promise<BackupNote[]> {
  return (await readCatalogue()).notes.toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
}

/** What all backups take up together, in bytes. */
export async function sizeOfBackups(): Promise<number> {
  const manifests = await Promise.all((await readCatalogue()).notes.map(({ id }) => readManifest(id)));
  return sizeOf(manifests.flatMap((manifest) => manifest ?? []));
}

/** What some backups take up, in bytes: a part that several have counts once. */
export function sizeOf(manifests: readonly Manifest[]): number {
  const sizes = new Map(manifests.flatMap(({ parts }) => parts).map(({ name, bytes }) => [name, bytes]));
  return [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
}
