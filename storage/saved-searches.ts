import { SORTS } from './search/order';
import { MOST_SEARCHES, type SavedSearch } from './settings';

const MOST_CHARS = 1000;
const MOST_CONDITIONS = 50;

/** The saved searches in what came with a backup; whatever is none is left out. */
export function searchesIn(value: unknown): SavedSearch[] {
  return Array.isArray(value) ? value.slice(0, MOST_SEARCHES).flatMap((each: unknown) => searchIn(each) ?? []) : [];
}

function searchIn(value: unknown): SavedSearch | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, query, tags, filters, sort } = value as Partial<Record<keyof SavedSearch, unknown>>;
  if (typeof name !== 'string' || name.trim() === '' || typeof query !== 'string') return undefined;
  return {
    name: name.slice(0, 60),
    query: query.slice(0, MOST_CHARS),
    tags: textsIn(tags),
    filters: textsIn(filters),
    sort: SORTS.find((each) => each === sort) ?? 'relevance',
  };
}

function textsIn(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MOST_CONDITIONS).flatMap((each: unknown) => (typeof each === 'string' ? each.slice(0, MOST_CHARS) : []));
}
