import type { Library, LibraryState } from './database';
import { type Damage, readSetting, writeSetting } from './settings';

/**
 * Chromium answers a damaged database with a new, empty one and no error, and a restored profile with an older one (measured 2026-11). So the
 * height of the library is also noted outside IndexedDB, and the two are compared at every start.
 * @param first the library, where this is its first write: there may be a mark of one that was here before
 */
export async function noteWatermark({ databaseId, sequence, count }: LibraryState, first?: Library): Promise<void> {
  try {
    if (first) await checkWatermark(first);
    await writeSetting('watermark', { databaseId, sequence, count });
  } catch (error) {
    // The write itself is done and durable: a mark that stays too low only notices less.
    console.warn('talkshelf: the watermark could not be noted', error);
  }
}

/**
 * Compares the library with its watermark. Damage is noted for the views to show, and the mark set to what is there, so that it is told once.
 */
export async function checkWatermark(db: Library, now: Date = new Date()): Promise<Damage | undefined> {
  const mark = await readSetting('watermark');
  const state = await db.meta.get('state');
  if (!mark || (state?.databaseId === mark.databaseId && state.sequence >= mark.sequence)) return undefined;
  const damage = { noticedAt: now.toISOString(), had: mark.count, has: state?.count ?? 0 };
  await writeSetting('damage', damage);
  await writeSetting('wentBackAt', damage.noticedAt);
  await writeSetting('watermark', state && { databaseId: state.databaseId, sequence: state.sequence, count: state.count });
  return damage;
}
