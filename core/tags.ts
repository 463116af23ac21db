import { fold } from './fold';
import { LIMITS } from './talk';

/** A tag as it is kept: without a leading #, one blank between words, capped; empty where nothing is left. */
export function tagOf(text: string): string {
  return text
    .replace(/^[#\s]+/, '')
    .replace(/[,\s]+/g, ' ')
    .trim()
    .slice(0, LIMITS.tag)
    .trim();
}

/** Tags typed or pasted as one text, parted by commas. */
export function tagsIn(text: string): string[] {
  return unionOfTags([], text.split(','));
}

/** Both lists without doubles; tags that differ only in case or accents are one, in the spelling that was there first. */
export function unionOfTags(tags: readonly string[], added: readonly string[]): string[] {
  const known = new Map(
    [...tags, ...added]
      .map(tagOf)
      .filter(Boolean)
      .toReversed()
      .map((tag) => [fold(tag), tag]),
  );
  const order = [...new Set([...tags, ...added].map((tag) => fold(tagOf(tag))))];
  return order.flatMap((key) => known.get(key) ?? []).slice(0, LIMITS.tags);
}
