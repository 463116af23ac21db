import { FIXED_KEYS, wordLike } from './labels';
import { type DayRange, dayRangeIn } from './moments';
import { type QueryToken, type TermToken, tokensOf } from './query-tokens';
import { wordsIn } from './words';

/**
 * What a query asks for. The language:
 * - words are all asked for; the last one, while nothing follows it, is the beginning of a word, and so is `word*`;
 * - `"some words"` asks for neighbours, and so does a compound (`node.js`, `real-time`), which is also found written as one word;
 * - `-x` or `NOT x` leaves out, `x OR y` takes either and binds weaker than neighbourhood, parentheses group;
 * - `tag:` `site:` `lang:` `status:` `kind:` `has:` ask for a value, `speaker:` `event:` `title:` `note:` for words in that field;
 * - `before:` `after:` `date:` ask for the day of the talk, `saved:` for the day it was saved: see core/moments.ts. `after:` includes its day.
 */
export type Query =
  | { type: 'everything' }
  | { type: 'words'; text: string; quoted: boolean; prefix: boolean }
  | { type: 'field'; field: ValueField; text: string; quoted: boolean; prefix: boolean }
  | { type: 'dates'; field: DateField; range: DayRange }
  | { type: 'not'; of: Query }
  | { type: 'all' | 'any'; of: Query[] };

export const VALUE_FIELDS = ['tag', 'speaker', 'event', 'title', 'note', 'site', 'lang', 'status', 'kind', 'has'] as const;
export type ValueField = (typeof VALUE_FIELDS)[number];
export const DATE_FIELDS = ['before', 'after', 'date', 'saved'] as const;
export type DateField = (typeof DATE_FIELDS)[number];

/** Why a query cannot be answered, and where: a range in UTF-16 units. */
export interface QueryProblem {
  kind: 'tooLong' | 'tooManyWords' | 'tooDeep' | 'strayParenthesis' | 'missingOperand' | 'missingValue' | 'unknownValue' | 'badDate';
  start: number;
  end: number;
  /** For `unknownValue`: the values there are. */
  expected?: readonly string[];
}

export type ParsedQuery = { query: Query; problem?: undefined } | { query?: undefined; problem: QueryProblem };

export const QUERY_LIMITS = { length: 2048, words: 64, depth: 32 } as const;
/** A beginning of one or two letters stands for thousands of words, and costs like so many that are asked for. */
const SHORT_PREFIX = 6;

/** Reads a query. What is still being typed at its end (a quotation, a parenthesis, an operator, a field) is taken as far as it goes. */
export function parseQuery(text: string): ParsedQuery {
  if (text.length > QUERY_LIMITS.length) return { problem: { kind: 'tooLong', start: QUERY_LIMITS.length, end: text.length } };
  const parser = new Parser(tokensOf(text, isQueryField));
  const query = parser.whole();
  return parser.problem ? { problem: parser.problem } : { query };
}

/** Both queries at once. */
export function bothOf(...queries: readonly Query[]): Query {
  return joined('all', [...queries]);
}

const EVERYTHING: Query = { type: 'everything' };

class Parser {
  problem: QueryProblem | undefined;
  private at = 0;
  private words = 0;
  private readonly end: number;

  constructor(private readonly tokens: readonly QueryToken[]) {
    this.end = tokens.at(-1)?.end ?? 0;
  }

  whole(): Query {
    const query = this.any(0);
    const token = this.tokens[this.at];
    if (token) this.fail('strayParenthesis', token);
    return query;
  }

  private any(depth: number): Query {
    const alternatives = [this.all(depth)];
    for (let token = this.tokens[this.at]; token?.type === 'or'; token = this.tokens[this.at]) {
      this.at++;
      const next = this.tokens[this.at];
      if (this.tokens[this.at - 2] === undefined || isEdge(this.tokens[this.at - 2]) || (next && isEdge(next, 'close'))) {
        this.fail('missingOperand', token);
      }
      if (next) alternatives.push(this.all(depth));
    }
    return joined('any', alternatives);
  }

  private all(depth: number): Query {
    const parts: Query[] = [];
    for (let token = this.tokens[this.at]; token && token.type !== 'or' && token.type !== 'close'; token = this.tokens[this.at]) {
      if (token.type === 'and') this.at++;
      else parts.push(this.one(depth));
    }
    return joined('all', parts);
  }

  private one(depth: number): Query {
    let negated = false;
    let token = this.tokens[this.at];
    const first = token;
    for (; token?.type === 'not'; token = this.tokens[++this.at]) negated = !negated;
    if (first?.type === 'not' && token && isEdge(token, 'close')) this.fail('missingOperand', first);
    if (token?.type !== 'open' && token?.type !== 'term') return EVERYTHING;
    this.at++;
    const query = token.type === 'term' ? this.term(token) : this.group(token, depth + 1);
    if (!negated || query.type === 'everything') return query;
    return query.type === 'not' ? query.of : { type: 'not', of: query };
  }

  private group(open: QueryToken, depth: number): Query {
    if (depth > QUERY_LIMITS.depth) {
      this.fail('tooDeep', open);
      return EVERYTHING;
    }
    const query = this.any(depth);
    if (this.tokens[this.at]?.type === 'close') this.at++;
    return query;
  }

  private term(token: TermToken): Query {
    const { field, text, quoted, prefix } = token;
    const count = wordsIn(text).length;
    this.words += Math.max(count, field ? 1 : 0) * (prefix && text.length <= 2 ? SHORT_PREFIX : 1);
    if (this.words > QUERY_LIMITS.words) this.fail('tooManyWords', token);
    if (field === undefined) return count === 0 ? EVERYTHING : { type: 'words', text, quoted, prefix };
    if (text.trim() === '') return this.valueless(token);
    if (isDateField(field)) return this.dates(field, token);
    if (!isValueField(field)) return EVERYTHING;
    this.checkValue(field, token);
    return { type: 'field', field, text, quoted, prefix };
  }

  private valueless(token: TermToken): Query {
    if (token.end < this.end) this.fail('missingValue', token);
    return EVERYTHING;
  }

  private dates(field: DateField, token: TermToken): Query {
    const range = dayRangeIn(token.text);
    if (!range || ((field === 'before' || field === 'after') && range.from !== range.to)) {
      this.fail('badDate', token);
      return EVERYTHING;
    }
    return { type: 'dates', field, range };
  }

  private checkValue(field: ValueField, token: TermToken): void {
    const expected = fixedValues(field);
    const value = wordLike(token.text);
    if (!expected || expected.some((known) => (token.prefix ? known.startsWith(value) : known === value))) return;
    this.fail('unknownValue', token, expected);
  }

  /** Only the first problem is told, and ends the reading. */
  private fail(kind: QueryProblem['kind'], { start, end }: QueryToken, expected?: readonly string[]): void {
    this.problem ??= { kind, start, end, ...(expected && { expected }) };
    this.at = this.tokens.length;
  }
}

/** The values of a field that has a fixed list. */
export function fixedValues(field: ValueField): readonly string[] | undefined {
  return field === 'status' || field === 'kind' ? FIXED_KEYS[field] : field === 'has' ? FIXED_KEYS.link : undefined;
}

function joined(type: 'all' | 'any', parts: Query[]): Query {
  // "nothing or rust" while it is being typed asks for rust.
  const flat = parts.flatMap((part) => (part.type === type ? part.of : part.type === 'everything' ? [] : [part]));
  return flat.length > 1 ? { type, of: flat } : (flat[0] ?? EVERYTHING);
}

function isEdge(token: QueryToken | undefined, ...also: QueryToken['type'][]): boolean {
  return (
    token?.type === 'or' ||
    token?.type === 'and' ||
    (also.length === 0 && token?.type === 'open') ||
    also.some((type) => type === token?.type)
  );
}

/** Whether a name before a colon is a field of the language. */
export function isQueryField(name: string): boolean {
  return isValueField(name) || isDateField(name);
}

function isValueField(name: string): name is ValueField {
  return (VALUE_FIELDS as readonly string[]).includes(name);
}

function isDateField(name: string): name is DateField {
  return (DATE_FIELDS as readonly string[]).includes(name);
}
