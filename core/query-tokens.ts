/** One piece of a query, with its range in UTF-16 units. */
export type QueryToken = { start: number; end: number } & (
  | { type: 'open' | 'close' | 'or' | 'and' | 'not' }
  | {
      type: 'term';
      /** What stands before a colon, in lower case, where it names a field. */
      field?: string;
      text: string;
      quoted: boolean;
      /** Asked for by a star, or still being typed: it reaches the end of the query. */
      prefix: boolean;
    }
);

export type TermToken = Extract<QueryToken, { type: 'term' }>;

const QUOTES = new Set('"“”„');
const RUN = /[^\s()"“”„]+/y;
const OPERATORS = new Map([
  ['OR', 'or'],
  ['AND', 'and'],
  ['NOT', 'not'],
] as const);

/** The pieces of a query. Every text has some: what means nothing is taken as words. Linear in its length. */
export function tokensOf(text: string, isField: (name: string) => boolean): QueryToken[] {
  const tokens: QueryToken[] = [];
  for (let at = 0; at < text.length;) {
    const token = tokenAt(text, at, isField);
    if (token) tokens.push(token);
    at = token?.end ?? at + 1;
  }
  return tokens;
}

function tokenAt(text: string, start: number, isField: (name: string) => boolean): QueryToken | undefined {
  const character = text[start] ?? '';
  if (isBlank(character)) return undefined;
  if (character === '(') return { type: 'open', start, end: start + 1 };
  if (character === ')') return { type: 'close', start, end: start + 1 };
  if (character === '-' && /\S/.test(text[start + 1] ?? '')) return { type: 'not', start, end: start + 1 };
  return QUOTES.has(character) ? quotedTerm(text, start, start) : runToken(text, start, isField);
}

function runToken(text: string, start: number, isField: (name: string) => boolean): QueryToken {
  const end = endOfRun(text, start);
  const run = text.slice(start, end);
  const operator = OPERATORS.get(run as 'OR');
  if (operator) return { type: operator, start, end };
  const colon = run.indexOf(':');
  const field = colon > 0 ? run.slice(0, colon).toLowerCase() : '';
  if (!isField(field)) return plainTerm(text, start, start, end);
  const value = start + colon + 1;
  const quoted = value === end && QUOTES.has(text[end] ?? '');
  return { ...(quoted ? quotedTerm(text, start, value) : plainTerm(text, start, value, end)), field };
}

function plainTerm(text: string, start: number, from: number, end: number): TermToken {
  const value = text.slice(from, end);
  const bare = value.replace(/\*$/, '');
  return { type: 'term', start, end, text: bare, quoted: false, prefix: bare !== value || end === text.length };
}

/** A quotation that is not closed is still being typed. */
function quotedTerm(text: string, start: number, quote: number): TermToken {
  let close = quote + 1;
  while (close < text.length && !QUOTES.has(text[close] ?? '')) close++;
  const open = close === text.length;
  const starred = text[close + 1] === '*';
  const end = open ? close : close + (starred ? 2 : 1);
  return { type: 'term', start, end, text: text.slice(quote + 1, close), quoted: true, prefix: open || starred };
}

function endOfRun(text: string, start: number): number {
  RUN.lastIndex = start;
  return RUN.test(text) ? RUN.lastIndex : start;
}

function isBlank(character: string): boolean {
  return /\s/.test(character);
}
