import { TEXT_FIELDS, type TextField } from './searchable';

/** How much a word counts by where it stands. The sum of all is at most 127, so that twice of it is still one byte. */
const FIELD_WEIGHTS: Record<TextField, number> = { title: 40, speakers: 24, tags: 24, event: 14, note: 10, place: 6, abstract: 5 };

/** The weight of a word found in some fields (a bit mask) as the beginning of a longer one; the very word counts twice. */
export const WEIGHTS: readonly number[] = Array.from({ length: 1 << TEXT_FIELDS.length }, (_, mask) =>
  TEXT_FIELDS.reduce((sum, field, bit) => sum + (mask & (1 << bit) ? FIELD_WEIGHTS[field] : 0), 0),
);

/** What leaves that are true or false weigh. */
export const PLAIN_WEIGHT = 1;

/** A phrase in some fields weighs as much as a very word. */
export function phraseWeight(mask: number): number {
  return 2 * (WEIGHTS[mask] ?? 0);
}

/** How telling a word is that `matching` of `all` talks have. */
export function rarityOf(matching: number, all: number): number {
  return Math.log(1 + all / Math.max(1, matching));
}

const DAY = 86_400_000;

/** The most that `freshness` gives. */
export const MOST_FRESH = 1.2;

/** What the rank of a talk is multiplied by: up to a fifth more for one that was just saved, half of it gone after half a year. */
export function freshness(savedAt: number, now: number): number {
  return 1 + (MOST_FRESH - 1) / (1 + Math.max(0, now - savedAt) / (180 * DAY));
}
