/** What people look for, key by key: beginnings of words, words, phrases, fields, and misses. */
const TYPED = [
  'python',
  'asyncio',
  'django rest',
  'machine learning',
  'testing pytest fixtures',
  'kubernetes',
  'the state of',
  'data science pandas',
  'lightning talks',
  'guido van rossum',
  'c++',
  'node.js',
  'security',
  'web scraping',
  'qqqxyz',
  'numpy',
];

const WHOLE = [
  '"state of the art"',
  '"machine learning" -keynote',
  'tag:python after:2018 testing',
  'speaker:hettinger',
  'event:pycon lang:en has:video',
  'status:to-watch data',
  'before:2012',
  'saved:2024..2025 python',
  'pandas OR numpy OR scipy',
  'async (python OR javascript)',
  'site:youtube.com tag:web flask',
  'kind:lightning',
  'pyhton',
  'tag:we',
  '-python',
  'real-time',
];

/** At least 200 queries, in the order in which they would be typed. */
export function queryLog() {
  const keys = TYPED.flatMap((text) => Array.from({ length: text.length }, (_, i) => text.slice(0, i + 1)));
  return [...keys, ...WHOLE, ...WHOLE.map((text) => `${text} `)];
}

const letters = Array.from('abcdefghijklmnopqrstuvwxyz');

/** Texts nobody types: to be answered or refused at once. */
export const HOSTILE = [
  'word '.repeat(10_000),
  '('.repeat(5000),
  `${'('.repeat(30)}python`,
  '[.*+?^${}()|\\'.repeat(100),
  '(a+)+$ ^(.*)*',
  '\ud800'.repeat(2000),
  '\u202epython\u200b\u200f \u2066x\u2069',
  '"'.repeat(99),
  letters.map((letter) => `${letter}*`).join(' '),
  letters.map((letter) => `-${letter}*`).join(' '),
  letters.map((letter) => `speaker:${letter}*`).join(' OR '),
  `"${'the of and to in a is for '.repeat(8)}"`,
  '-'.repeat(2000),
  '__proto__ constructor',
];
