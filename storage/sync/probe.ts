import type { Capabilities, Store } from './backend';
import { SyncProblem } from './problem';

const FOLDER = 'v1/probe';

/**
 * Tries a place with one file, which is removed again: what is written must come back as it was, and a listing must show it, or the place is of no
 * use (`badAnswer`).
 * @param createOnly whether a write that should only create refuses to replace the file at this path
 */
export async function tryPlace(store: Store, createOnly: (path: string) => Promise<boolean>): Promise<Omit<Capabilities, 'atomicPut'>> {
  const path = `${FOLDER}/${crypto.randomUUID()}`;
  try {
    const first = await written(store, path, 1);
    const second = await written(store, path, 255);
    const again = second.mark === undefined ? second : await store.list(FOLDER, second.mark);
    return { versions: first.version !== second.version, conditionalList: again === undefined, createOnly: await createOnly(path) };
  } finally {
    await store.remove([path]);
  }
}

/** Writes every byte there is, upwards (step 1) or downwards (255), and reads it back. @returns the file's version, and the mark of the listing */
async function written(store: Store, path: string, step: 1 | 255): Promise<{ version: string; mark?: string }> {
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => (at * step) % 256);
  await store.put([{ path, bytes }]);
  const back = await store.get(path, bytes.length);
  if (back?.length !== bytes.length || back.some((byte, at) => byte !== bytes[at]))
    throw changed('A file does not come back as it was written.');
  const listing = await store.list(FOLDER);
  const entry = listing?.entries.find((each) => each.path === path);
  if (!entry) throw changed('A file that was written is not in the listing.');
  return { version: entry.version, ...(listing?.mark !== undefined && { mark: listing.mark }) };
}

function changed(message: string): SyncProblem {
  return new SyncProblem('badAnswer', message, { path: FOLDER });
}
