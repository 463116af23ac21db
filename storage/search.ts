import { type Highlights, highlightsOf } from '../core/highlight';
import { labelKey } from '../core/labels';
import { type Plan, planOf } from '../core/plan';
import { type Query, type QueryProblem, bothOf, parseQuery } from '../core/query';
import { tagOf } from '../core/tags';
import type { Talk } from '../core/talk';
import { type Library, library } from './database';
import { countOfTalks, recentTalks } from './lookups';
import { type Found, evaluate } from './search/evaluate';
import { type FacetCount, type FacetKind, facetCounts } from './search/facets';
import { isOf, lastView, openView, withIndex } from './search/open';
import { type Sort, orderOf } from './search/order';
import { searching } from './search/pause';
import { rowsAt } from './search/rows';
import { Damaged } from './search/source';
import { suggestionFor } from './search/spelling';
import type { View } from './search/view';

export interface SearchOptions {
  /** How many talks at most, and how many to pass over before. */
  limit: number;
  offset?: number;
  /** Only talks that carry all of these tags. */
  tags?: readonly string[];
  /** More conditions in the query language, all of which must hold; `facetCondition` writes one for a value of a facet. */
  filters?: readonly string[];
  /** `relevance` unless told; without words that is newest saved first. */
  sort?: Sort;
  /** Kinds of values to count among all hits. */
  facets?: readonly FacetKind[];
  /** How many values of each facet at most, most used first; 20 unless told. */
  facetLimit?: number;
  /** The moment from which `today` and freshness count. */
  now?: Date;
}

export interface SearchResult {
  talks: Talk[];
  /** How many talks match in all. */
  total: number;
  /** For each of the talks, where it holds the words of the query; made when it is looked at. */
  readonly highlights: readonly Highlights[];
  /** Why the query or a filter cannot be answered; nothing is found then. Ranges of a filter's problem are in that filter. */
  problem?: QueryProblem;
  /** Where nothing was found: the query in a spelling that finds something. */
  suggestion?: string;
  /** The counts asked for. */
  facets?: Partial<Record<FacetKind, FacetCount[]>>;
}

/**
 * Finds talks; core/query.ts tells the language. An empty query lists everything, newest saved first, at once. What was saved before the call is
 * found, whether it is indexed or not.
 * @throws LibraryProblem
 */
export async function search(text: string, options: SearchOptions, db: Library = library): Promise<SearchResult> {
  const asked = queryFrom(text, options);
  if ('problem' in asked) return { talks: [], total: 0, highlights: [], problem: asked.problem };
  return searching(() => withIndex(db, () => found(asked.query, text, options, db)));
}

/** Reads what every search needs, so that the first key of a page that was just opened finds it there. @throws LibraryProblem */
export async function prepareSearch(db: Library = library): Promise<void> {
  await withIndex(db, async () => {
    const view = await (lastView(db) ?? openView(db));
    await Promise.all([view.saved(), view.seqs()]);
  });
}

/** Every tag with the number of talks that carry it, most used first. @throws LibraryProblem */
export async function tagsInUse(db: Library = library): Promise<{ tag: string; count: number }[]> {
  return completeTags('', Infinity, db);
}

/** The tags that begin with a text, most used first, without reading a row. @throws LibraryProblem */
export async function completeTags(prefix: string, limit: number, db: Library = library): Promise<{ tag: string; count: number }[]> {
  return withIndex(db, async () => {
    const view = await openView(db);
    const counts = await facetCounts(view, view.live, 'tag', limit, labelKey(prefix.replace(/^[#\s]+/, '')));
    return counts.map(({ shown, count }) => ({ tag: shown, count }));
  });
}

function queryFrom(text: string, { tags = [], filters = [] }: SearchOptions): { query: Query } | { problem: QueryProblem } {
  const queries: Query[] = tags.map((tag) => ({ type: 'field', field: 'tag', text: tagOf(tag), quoted: true, prefix: false }));
  for (const each of [text, ...filters]) {
    const { query, problem } = parseQuery(each);
    if (problem) return { problem };
    queries.push(query);
  }
  return { query: bothOf(...queries) };
}

async function found(query: Query, text: string, options: SearchOptions, db: Library): Promise<SearchResult> {
  const { limit, offset = 0, sort = 'relevance', facets, now = new Date() } = options;
  if (query.type === 'everything' && !facets && (sort === 'relevance' || sort === 'saved')) {
    const talks = await recentTalks(limit, offset, db);
    return { talks, total: await countOfTalks(db), highlights: talks.map(() => ({})) };
  }
  const plan = planOf(query, now);
  const { view, hits, talks } = await answeredNow(plan, { ...options, now }, db);
  // After the first hits are there; a failure is told to the key that meets it.
  void view.hold().catch(() => undefined);
  return withHighlights(plan, {
    talks,
    total: hits.total,
    ...(hits.total === 0 && { suggestion: await spelling(view, text, options) }),
    ...(facets && { facets: await counted(view, hits, options) }),
  });
}

interface Answer {
  view: View;
  hits: Found;
  talks: Talk[];
  /** Whether the view was still that of the library when the talks were read. */
  isNow: boolean;
  /** Whether a talk that was found was changed before it could be read. */
  isPartial: boolean;
}

/**
 * What a plan finds in the library as it was at the call or later. It is looked for in the last view, which most often still holds; else in a new one.
 */
async function answeredNow(plan: Plan, options: SearchOptions, db: Library): Promise<Answer> {
  // Where it fails, it fails again below.
  const ahead = await lastView(db)
    ?.then((view) => answered(view, plan, options, db))
    .catch(() => undefined);
  if (ahead?.isNow) return ahead;
  // A new view is new enough, whatever is written meanwhile: waiting for a moment of rest would last as long as an import.
  for (;;) {
    const answer = await answered(await openView(db), plan, options, db);
    if (!answer.isPartial) return answer;
  }
}

async function answered(
  view: View,
  plan: Plan,
  { limit, offset = 0, sort = 'relevance', now = new Date() }: SearchOptions,
  db: Library,
): Promise<Answer> {
  // Read beside the lists of the words; a failure is told where they are used.
  void Promise.allSettled([view.saved(), view.seqs()]);
  const hits = await evaluate(view, plan);
  const order = await orderOf(view, plan, hits, sort, offset + limit, now.getTime());
  const seqs = await view.seqs();
  const { rows, moment } = await rowsAt(
    db,
    Array.from(order.subarray(offset), (doc) => seqs[doc] ?? 0),
  );
  const [isNow, isPartial] = [await isOf(view, moment, db), rows.length < order.length - offset];
  // In a library at rest that is a fault of the index.
  if (isNow && isPartial) throw new Damaged('a row is missing');
  return { view, hits, talks: rows, isNow, isPartial };
}

/** Highlights are made when they are looked at: few views show them for every hit. */
function withHighlights(plan: Plan, result: Omit<SearchResult, 'highlights'>): SearchResult {
  let made: Highlights[] | undefined;
  return {
    ...result,
    get highlights() {
      return (made ??= result.talks.map((talk) => highlightsOf(plan, talk)));
    },
  };
}

function spelling(view: View, text: string, options: SearchOptions): Promise<string | undefined> {
  return suggestionFor(view, text, (corrected) => {
    const asked = queryFrom(corrected, options);
    return 'query' in asked ? planOf(asked.query, options.now ?? new Date()) : undefined;
  });
}

async function counted(view: View, { matched }: Found, { facets = [], facetLimit = 20 }: SearchOptions): Promise<SearchResult['facets']> {
  const counts = await Promise.all(facets.map(async (kind) => [kind, await facetCounts(view, matched, kind, facetLimit)] as const));
  return Object.fromEntries(counts);
}
