import type { Talk } from '../core/talk';
import { type Library, library } from './database';
import { guarded } from './problem';

/** A deleted talk, as it was. */
export interface Trashed {
  talk: Talk;
  /** ISO 8601 instant in UTC. */
  deletedAt: string;
}

/** The last deleted talks, newest first, and how many there are in all. @throws LibraryProblem */
export async function trashedTalks(limit: number, db: Library = library): Promise<{ trashed: Trashed[]; total: number }> {
  return guarded(async () => {
    // Records that became part of another are no deletions, and have no time of it.
    const deleted = db.tombstones.where('deletedAt').above('');
    const [found, total] = await Promise.all([deleted.clone().reverse().limit(limit).toArray(), deleted.clone().count()]);
    return { trashed: found.map(({ talk, deletedAt }) => ({ talk, deletedAt })), total };
  });
}
