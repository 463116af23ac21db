import { fold } from '../../core/fold';
import { tagOf } from '../../core/tags';

/** A tag in use and how many talks carry it. */
export interface TagCount {
  tag: string;
  count: number;
}

const MOST = 8;

/**
 * Tags to offer for what was typed: those that start with it before those with a word that does, each most used first. Nothing typed
 * offers the most used ones. Tags chosen already are left out.
 */
export function completions(typed: string, inUse: readonly TagCount[], chosen: readonly string[], most = MOST): string[] {
  const wanted = fold(tagOf(typed));
  const taken = new Set(chosen.map(fold));
  const rank = (tag: string): number => (tag.startsWith(wanted) ? 0 : tag.includes(` ${wanted}`) || tag.includes(`-${wanted}`) ? 1 : 2);
  return inUse
    .map(({ tag, count }) => ({ tag, count, rank: rank(fold(tag)) }))
    .filter(({ tag, rank }) => rank < 2 && !taken.has(fold(tag)))
    .sort((a, b) => a.rank - b.rank || b.count - a.count)
    .slice(0, most)
    .map(({ tag }) => tag);
}
