import { fold } from '../../core/fold';
import { two } from './clock';
import { monthNumber } from './months';

/** A day found in a text: ISO day, and where it stands. */
export interface DayAt {
  day: string;
  /** Last day of a span such as "4-6 May 2026". */
  last?: string;
  from: number;
  to: number;
}

const LETTER = String.raw`[A-Za-z\u00c0-\u024f\u0400-\u04ff]`;
const WORD = String.raw`(${LETTER}{3,14})\.?`;
const YEAR = String.raw`((?:19|20)\d{2})(?!\d)`;
const SPAN = String.raw`(?:\s?(?:[-–—−~〜/,&]|to|bis|au|al?|and|und|et|y|e)\s?(\d{1,2})(?:st|nd|rd|th|er|\.)?)?`;
const DAY = String.raw`(?<![\d./:-])(\d{1,2})(?:st|nd|rd|th|er|re|[ºª°]|\.)?`;

/** Each way to write a day, with what its groups mean. */
const FORMS: readonly { pattern: RegExp; read: (match: string[], lang: string) => (string | undefined)[] }[] = [
  { pattern: /(?<!\d)((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/g, read: ([, year, , month, day]) => [year, month, day] },
  { pattern: /(?<!\d)((?:19|20)\d{2})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/g, read: ([, year, month, day]) => [year, month, day] },
  {
    pattern: new RegExp(`${DAY}${SPAN}\\s?(?:de |of |den )?\\s?${WORD},?\\s?(?:de |del |of )?\\s?${YEAR}`, 'gi'),
    read: ([, day, last, month, year]) => [year, named(month), day, last],
  },
  {
    pattern: new RegExp(`(?<!${LETTER})${WORD}\\s?(\\d{1,2})(?:st|nd|rd|th)?${SPAN}\\s?,?\\s?${YEAR}`, 'gi'),
    read: ([, month, day, last, year]) => [year, named(month), day, last],
  },
  {
    pattern: /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d{2})(?!\d)/g,
    read: ([, one, mark, other, year], lang) => (monthFirst(one, mark, other, lang) ? [year, one, other] : [year, other, one]),
  },
];

/** Days without a year; their readers find the year at the end of the groups. */
const YEARLESS: typeof FORMS = [
  {
    pattern: new RegExp(`${DAY}${SPAN}\\s?(?:de |of |den )?\\s?${WORD}`, 'gi'),
    read: ([, day, last, month, year]) => [year, named(month), day, last],
  },
  {
    pattern: new RegExp(`(?<!${LETTER})${WORD}\\s?(\\d{1,2})(?:st|nd|rd|th)?${SPAN}(?!\\d)`, 'gi'),
    read: ([, month, day, last, year]) => [year, named(month), day, last],
  },
  { pattern: /(\d{1,2})\s?月\s?(\d{1,2})\s?日/g, read: ([, month, day, year]) => [year, month, day] },
];

/** The first full day in a text: a year must stand there, it is never guessed. */
export function findDay(text: string, lang = ''): DayAt | undefined {
  let first: DayAt | undefined;
  // The patterns below are costly to compile, and most texts name no year.
  if (!/(?:19|20)\d{2}/.test(text)) return undefined;
  for (const { pattern, read } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      if (first && match.index >= first.from) break;
      const found = dayAt(read(match, lang), match);
      if (!found) continue;
      first = found;
      break;
    }
  }
  return first;
}

/** The first day without a year in a text, put into a year that the page names elsewhere: "Day 2 (5th November)", "03-17". */
export function dayInYear(text: string, year: string, lang = ''): DayAt | undefined {
  if (!/\d/.test(text)) return undefined;
  const dashed = /(?<![\d-])(\d{2})-(\d{2})(?![\d-])/.exec(text);
  if (dashed) return dayAt([year, dashed[1], dashed[2]], dashed);
  for (const { pattern, read } of YEARLESS) {
    for (const match of text.matchAll(pattern)) {
      const found = dayAt(read([...match, year], lang), match);
      if (found) return found;
    }
  }
  return undefined;
}

function dayAt([year, month, day, last]: (string | undefined)[], match: RegExpMatchArray): DayAt | undefined {
  const first = isoDay(year, month, day);
  if (!first) return undefined;
  const from = match.index ?? 0;
  const end = last === undefined ? undefined : isoDay(year, month, last);
  return { day: first, from, to: from + match[0].length, ...(end && end > first && { last: end }) };
}

function isoDay(year?: string, month?: string, day?: string): string | undefined {
  const [m, d] = [Number(month), Number(day)];
  if (!(m >= 1 && m <= 12 && d >= 1) || d > new Date(Date.UTC(Number(year), m, 0)).getUTCDate()) return undefined;
  return `${year ?? ''}-${two(m)}-${two(d)}`;
}

function named(month: string | undefined): string | undefined {
  return monthNumber(fold(month ?? ''))?.toString();
}

/** Only English writes 5/4/2026 for the fourth of May, and not in Britain. */
function monthFirst(one = '', mark = '', other = '', lang: string): boolean {
  if (Number(one) > 12) return false;
  if (Number(other) > 12) return true;
  return mark === '/' && /^(en(-US)?)?$/i.test(lang);
}
