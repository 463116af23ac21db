import type { Plan } from '../../core/plan';
import { tokensOf } from '../../core/query-tokens';
import { isQueryField } from '../../core/query';
import { isOneEdit } from '../../core/spelling';
import { wordsIn } from '../../core/words';
import { evaluate } from './evaluate';
import type { WordCount } from './source';
import type { View } from './view';

/** Shorter words have too many neighbours to guess among. */
const SHORTEST = 3;
const MOST_WORDS = 8;
/** What a mistyped or forgotten first letter may have been. */
const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');

/**
 * A query that found nothing with every word that no talk has in the spelling, one edit away, that most talks have; undefined where that finds
 * nothing either.
 * @param planFor the plan of a corrected text, filters included
 * @throws Damaged
 */
export async function suggestionFor(view: View, text: string, planFor: (text: string) => Plan | undefined): Promise<string | undefined> {
  let corrected = text;
  for (const word of plainWords(text).slice(0, MOST_WORDS).toReversed()) {
    const better = await nearest(view, word.text, word.end === text.length);
    if (better !== undefined) corrected = corrected.slice(0, word.start) + better + corrected.slice(word.end);
  }
  const plan = corrected === text ? undefined : planFor(corrected);
  return plan && (await evaluate(view, plan)).total > 0 ? corrected : undefined;
}

/** The words of a query that are no values of fields, with their ranges in it. */
function plainWords(text: string): { text: string; start: number; end: number }[] {
  return tokensOf(text, isQueryField).flatMap((token) => {
    if (token.type !== 'term' || token.field !== undefined) return [];
    const base = token.start + (token.quoted ? 1 : 0);
    const parts = wordsIn(token.text).filter(({ role }) => role === 'part');
    return parts.map((word) => ({ text: word.text, start: base + word.start, end: base + word.end }));
  });
}

async function nearest(view: View, word: string, open: boolean): Promise<string | undefined> {
  if (word.length < SHORTEST) return undefined;
  const known = await view.wordsFrom(word);
  if (known.some((other) => open || other.word === word)) return undefined;
  const rest = word.slice(1);
  const starts = [word.slice(0, 1), rest.slice(0, 1), ...LETTERS.flatMap((letter) => [letter + rest, letter + word])];
  const ranges = await Promise.all([...new Set(starts)].map((start) => view.wordsFrom(start)));
  return mostUsed(ranges.flat().filter((other) => isOneEdit(word, other.word)));
}

function mostUsed(words: readonly WordCount[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { word, count } of words) counts.set(word, (counts.get(word) ?? 0) + count);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
}
