import { fold } from '../core/fold';
import { tagOf } from '../core/tags';
import type { Talk } from '../core/talk';
import { type Library, library } from './database';
import { countOfTalks, everyTalk, recentTalks } from './lookups';

export interface SearchOptions {
  /** How many talks at most, and how many to pass over before. */
  limit: number;
  offset?: number;
  /** Only talks that carry all of these. */
  tags?: readonly string[];
}

export interface SearchResult {
  talks: Talk[];
  /** How many talks match in all. */
  total: number;
}

/**
 * The talks that hold every word of the query in title, speakers, event, tags, abstract or note, newest saved first. Words are folded and the
 * last one is a prefix. An empty query finds everything.
 * @throws LibraryProblem
 */
export async function search(query: string, { limit, offset = 0, tags = [] }: SearchOptions, db: Library = library): Promise<SearchResult> {
  const words = fold(query).split(' ').filter(Boolean);
  if (words.length === 0 && tags.length === 0) return { talks: await recentTalks(limit, offset, db), total: await countOfTalks(db) };
  const found: Talk[] = [];
  for await (const talk of everyTalk(db)) if (matches(talk, words, tags)) found.push(talk);
  found.sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
  return { talks: found.slice(offset, offset + limit), total: found.length };
}

/** Every tag with the number of talks that carry it, most used first. @throws LibraryProblem */
export async function tagsInUse(db: Library = library): Promise<{ tag: string; count: number }[]> {
  const counts = new Map<string, number>();
  for await (const { tags } of everyTalk(db)) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].map(([tag, count]) => ({ tag, count })).sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag));
}

function matches(talk: Talk, words: readonly string[], tags: readonly string[]): boolean {
  const carried = new Set(talk.tags.map(fold));
  if (!tags.every((tag) => carried.has(fold(tagOf(tag))))) return false;
  const names = talk.speakers.map((speaker) => speaker.name);
  const text = fold([talk.title, ...names, talk.event?.name, ...talk.tags, talk.abstract, talk.note].join(' '));
  const tokens = text.split(/[^\p{L}\p{N}+#]+/u);
  return words.every((word, place) => tokens.some((token) => (place === words.length - 1 ? token.startsWith(word) : token === word)));
}
