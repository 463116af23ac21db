import type { Plan } from '../../core/plan';
import type { Found } from './evaluate';
import { bestByRank, ranksOf } from './ranking';
import { eachMarked } from './tables';
import type { View } from './view';

const SORT_KEYS = ['date', 'saved', 'title', 'speakers', 'event', 'tags', 'status'] as const;
export type SortKey = (typeof SORT_KEYS)[number];
/**
 * `date` and `saved` go from the newest to the oldest, `status` from what is to be watched to what was dropped, the others from A to Z; with a minus the
 * other way round. Talks without a value come last both ways. What is equal goes by the time of saving.
 */
export type Sort = 'relevance' | SortKey | `-${SortKey}`;
export const SORTS: readonly Sort[] = ['relevance', ...SORT_KEYS, ...SORT_KEYS.map((key) => `-${key}` as const)];

/** The values that texts are sorted by. */
const LABELS = { title: 'title', speakers: 'speaker', event: 'event', tags: 'tag', status: 'status' } as const;

/** From so many hits on, sorting all of them is quicker than keeping the best. */
const MANY = 500;

/** The key of a talk that has no value. */
const NONE = -Infinity;

/** The first `limit` of the talks found, best first. @throws Damaged */
export async function orderOf(view: View, plan: Plan, found: Found, sort: Sort, limit: number, now: number): Promise<Uint32Array> {
  // Who only counts need not wait for the best of nothing.
  if (limit === 0) return new Uint32Array(0);
  if (sort === 'relevance' && limit <= MANY) return bestByRank(view, plan, found, limit, now);
  const [keys, saved, seqs] = await Promise.all([sortKeys(view, plan, found, sort, now), view.saved(), view.seqs()]);
  // Talks of one millisecond are turned round too.
  const later = sort === '-saved' ? -1 : 1;
  const before = (a: number, b: number): number =>
    (keys[b] as number) - (keys[a] as number) ||
    (saved[b] as number) - (saved[a] as number) ||
    later * ((seqs[b] as number) - (seqs[a] as number));
  if (limit > MANY) return docsIn(found).sort(before).subarray(0, limit);
  return bestOf(found, limit, before);
}

/** What is higher comes first. */
async function sortKeys(view: View, plan: Plan, found: Found, sort: Sort, now: number): Promise<Float64Array> {
  if (sort === 'relevance') return ranksOf(view, plan, found, now);
  const isReversed = sort.startsWith('-');
  const keys = await usualKeys(view, sort.replace('-', '') as SortKey);
  return isReversed ? keys.map((key) => (key === NONE ? NONE : -key)) : keys;
}

async function usualKeys(view: View, key: SortKey): Promise<Float64Array> {
  if (key === 'saved') return view.saved();
  if (key === 'date') return (await view.starts()).map((starts) => (starts === 0 ? NONE : starts));
  return Float64Array.from(await view.ranks(LABELS[key]), (rank) => (rank < 0 ? NONE : -rank));
}

function docsIn({ matched, total }: Found): Uint32Array {
  const docs = new Uint32Array(total);
  let next = 0;
  eachMarked(matched, (doc) => (docs[next++] = doc));
  return docs;
}

function bestOf({ matched }: Found, limit: number, before: (a: number, b: number) => number): Uint32Array {
  const best: number[] = [];
  eachMarked(matched, (doc) => {
    if (best.length === limit && before(best[limit - 1] as number, doc) <= 0) return;
    best.splice(placeOf(best, doc, before), 0, doc);
    if (best.length > limit) best.pop();
  });
  return Uint32Array.from(best);
}

function placeOf(best: readonly number[], doc: number, before: (a: number, b: number) => number): number {
  let [low, high] = [0, best.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(best[middle] as number, doc) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
