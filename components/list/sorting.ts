import type { Sort, SortKey } from '../../storage/search/order';

type Direction = 'ascending' | 'descending';

/** Which way each goes unless it is turned round: storage/search/order.ts says why. */
const USUAL: Record<SortKey, Direction> = {
  saved: 'descending',
  date: 'descending',
  title: 'ascending',
  speakers: 'ascending',
  event: 'ascending',
  tags: 'ascending',
  status: 'ascending',
};

/** What the list can be sorted by, in the order of a menu. */
export const SORT_KEYS = Object.keys(USUAL) as SortKey[];

/** What an order goes by, whichever way. */
export function keyOf(sort: Sort): SortKey | undefined {
  return sort === 'relevance' ? undefined : (sort.replace('-', '') as SortKey);
}

export function isReversed(sort: Sort): boolean {
  return sort.startsWith('-');
}

/** The way an order goes, as assistive technology is told of it; none for the best match first. */
export function directionOf(sort: Sort): Direction | undefined {
  const key = keyOf(sort);
  if (!key) return undefined;
  return (USUAL[key] === 'ascending') !== isReversed(sort) ? 'ascending' : 'descending';
}

/** The same order the other way round. */
export function turned(sort: Sort): Sort {
  const key = keyOf(sort);
  if (!key) return sort;
  return isReversed(sort) ? key : `-${key}`;
}

/** What a press on a heading asks for: its usual order, then the other way round, then the best match first again. */
export function nextSort(column: SortKey, sort: Sort): Sort {
  if (keyOf(sort) !== column) return column;
  return isReversed(sort) ? 'relevance' : turned(sort);
}
