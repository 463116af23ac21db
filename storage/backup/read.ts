import type { Talk } from '../../core/talk';
import { readCatalogue, readManifest } from './catalogue';
import { unpack } from './pack';
import { readKept } from './place';

/** A backup that can be read. */
export interface KeptBackup {
  /** ISO 8601 instant in UTC. */
  madeAt: string;
  /** What travels beside the talks, as it was given. */
  beside: unknown;
  /** Every talk that can still be read, part by part. */
  talks: AsyncIterable<Talk>;
  /** How many talks could not be read; to be asked when `talks` is through. */
  missing: () => number;
}

/** Opens a backup by its id; undefined where there is none any more. */
export async function openBackup(id: string): Promise<KeptBackup | undefined> {
  const [{ notes }, manifest] = await Promise.all([readCatalogue(), readManifest(id)]);
  const note = notes.find((each) => each.id === id);
  if (!note || !manifest) return undefined;
  let missing = 0;
  const talks = async function* () {
    for (const { name = '', count } of manifest.parts) {
      const part = await unpack((await readKept([name]))[0]);
      if (part) yield* part;
      else missing += count;
    }
  };
  return { madeAt: note.madeAt, beside: manifest.beside, talks: talks(), missing: () => missing };
}
