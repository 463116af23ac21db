import { backUpSoon } from './backing-up';
import { refreshBadges } from './badge';
import { tendIndex } from './indexing';
import { syncSoon } from './syncing';

/** What follows every write to the library. */
export async function written(): Promise<void> {
  await Promise.all([refreshBadges(), tendIndex(), syncSoon(), backUpSoon()]);
}
