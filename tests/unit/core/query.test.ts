import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayRangeIn, momentsOf } from '../../../core/moments';
import { type Query, parseQuery } from '../../../core/query';
import { queryText } from '../../../core/query-text';

/** A query in short: words in quotes, `*` for a beginning, operators as lists. */
function brief(query: Query): unknown {
  switch (query.type) {
    case 'everything':
      return '';
    case 'words':
      return `${query.quoted ? `"${query.text}"` : query.text}${query.prefix ? '*' : ''}`;
    case 'field':
      return `${query.field}=${query.text}${query.prefix ? '*' : ''}`;
    case 'dates':
      return { [query.field]: query.range };
    case 'not':
      return { not: brief(query.of) };
    default:
      return { [query.type]: query.of.map(brief) };
  }
}

describe('reading a query', () => {
  it.each<[string, unknown]>([
    ['', ''],
    ['  ', ''],
    ['🚀', ''],
    ['quiet comp', { all: ['quiet', 'comp*'] }],
    ['quiet comp ', { all: ['quiet', 'comp'] }],
    ['qui* comp ', { all: ['qui*', 'comp'] }],
    ['"quiet compiler"', '"quiet compiler"'],
    ['"quiet comp', '"quiet comp"*'],
    ['“quiet compiler” x ', { all: ['"quiet compiler"', 'x'] }],
    ['a -b -"c d" NOT e ', { all: ['a', { not: 'b' }, { not: '"c d"' }, { not: 'e' }] }],
    ['test-driven ', 'test-driven'],
    ['a b OR c ', { any: [{ all: ['a', 'b'] }, 'c'] }],
    ['a (b OR c)', { all: ['a', { any: ['b', 'c'] }] }],
    ['(a', 'a*'],
    ['a OR', 'a'],
    ['a or b ', { all: ['a', 'or', 'b'] }],
    ['tag:rust speaker:"Mara Lindqvist" ', { all: ['tag=rust', 'speaker=Mara Lindqvist'] }],
    ['TAG:ru', 'tag=ru*'],
    ['std::vector https://x.example ', { all: ['std::vector', 'https://x.example'] }],
    ['tag:', ''],
    ['status:to-watch has:slides ', { all: ['status=to-watch', 'has=slides'] }],
    ['after:2024-05 before:2025', { all: [{ after: { from: '2024-05', to: '2024-05' } }, { before: { from: '2025', to: '2025' } }] }],
    ['saved:today-30d..', { saved: { from: 'today-30d' } }],
    ['saved:..2024', { saved: { to: '2024' } }],
    ['--a ', 'a'],
    ['-()', ''],
  ])('%j', (text, expected) => expect(brief(parseQuery(text).query!)).toEqual(expected));

  it.each([
    ['a )', 'strayParenthesis', ')'],
    ['OR a', 'missingOperand', 'OR'],
    ['a OR OR b', 'missingOperand', 'OR'],
    ['(a OR ) b', 'missingOperand', 'OR'],
    ['a NOT OR b', 'missingOperand', 'NOT'],
    ['tag: a', 'missingValue', 'tag:'],
    ['a status:lost b', 'unknownValue', 'status:lost'],
    ['after:2024-13 b', 'badDate', 'after:2024-13'],
    ['date:2024-02-30', 'badDate', 'date:2024-02-30'],
    ['before:2023..2024', 'badDate', 'before:2023..2024'],
    ['('.repeat(40), 'tooDeep', '('],
    ['a '.repeat(100), 'tooManyWords', 'a'],
    ['b* '.repeat(11), 'tooManyWords', 'b*'],
  ])('tells what is wrong with %j', (text, kind, where) => {
    const { problem } = parseQuery(text);
    expect(problem?.kind).toBe(kind);
    expect(text.slice(problem?.start, problem?.end)).toBe(where);
  });

  it('answers or refuses hostile queries at once', () => {
    const hostile = [
      'word '.repeat(10_000),
      '('.repeat(5000),
      '.*+?^${}()|[]\\'.repeat(200),
      '\ud800'.repeat(4000),
      '-'.repeat(4000),
      '"'.repeat(4001),
    ];
    for (const text of [...hostile, '\u202e\u200b\u200f'.repeat(1000), 'a OR '.repeat(800), 'a:'.repeat(2000), 'é'.repeat(4000)]) {
      const started = performance.now();
      const { query, problem } = parseQuery(text);
      expect(query ?? problem).toBeDefined();
      expect(performance.now() - started).toBeLessThan(50);
    }
  });
});

describe('writing a query', () => {
  const piece = fc.constantFrom(
    'a',
    'node.js',
    '"b c"',
    '"b',
    '-',
    '(',
    ')',
    'OR',
    'NOT',
    'AND',
    'tag:x',
    'tag:"x y"',
    'lang:',
    'saved:2024',
    'x*',
    ' ',
    '“q”',
    '*',
  );
  it('reads back as the same query', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece).map((pieces) => pieces.join(' ')),
          fc.array(piece).map((pieces) => pieces.join('')),
          fc.string(),
        ),
        (text) => {
          const { query } = parseQuery(text);
          if (query) expect(parseQuery(queryText(query)).query).toEqual(query);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('days', () => {
  const now = new Date(2026, 2, 31, 15, 30);
  it.each([
    ['2024', [2024, 0, 1], [2025, 0, 1]],
    ['2024-02', [2024, 1, 1], [2024, 2, 1]],
    ['2024-02-29', [2024, 1, 29], [2024, 2, 1]],
    ['0099', [99, 0, 1], [100, 0, 1]],
    ['today', [2026, 2, 31], [2026, 3, 1]],
    ['yesterday', [2026, 2, 30], [2026, 2, 31]],
    ['today-30d', [2026, 2, 1], [2026, 2, 2]],
    ['today-2w', [2026, 2, 17], [2026, 2, 18]],
    ['today-1m', [2026, 1, 28], [2026, 2, 1]],
    ['today-1y', [2025, 2, 31], [2025, 3, 1]],
  ] as const)('%s', (text, start, end) => {
    const day = ([year, month, date]: readonly [number, number, number]) => {
      const midnight = new Date(2000, 0, 1);
      midnight.setFullYear(year, month, date);
      return midnight;
    };
    expect(momentsOf(text, now)).toEqual({ start: day(start), end: day(end) });
  });

  it.each(['', '..', 'soon', '2024-00', '2024-02-30', '24', '2024..2025..2026'])('are not %j', (text) => {
    expect(dayRangeIn(text)).toBeUndefined();
  });
});
