import { fold } from '../../core/fold';
import { atDay, readWhen, type When } from '../dates';
import { findClock, two, type Clock } from '../dates/clock';
import { findDay } from '../dates/day';
import { monthNumber } from '../dates/months';
import { atColon, Lexicon } from '../lexicon';
import { inEvening } from './agenda';
import type { Seen } from './seen';
import { WORDS } from '../vocabulary';
import { isInvitation, saysMeeting } from './words';

const WHEN = new Lexicon(WORDS.date, WORDS.time, WORDS.start, 'meeting,termin und ablauf');

/** A line or section that says when: by its label, or all of it. */
function saysWhen(text: string): boolean {
  const label = atColon(text)?.label ?? text;
  return label.length < 40 && WHEN.is(label);
}

/** A line that says when the page was written. */
const PUBLISHED =
  /\b(?:published|posted|updated|written|publié|veröffentlicht|geschrieben|publicado|opublikowano|postad)\b|\|\s*(?:komentarze|comments)|^by\s.{2,40}[—–-]/iu;

type Sources = Pick<Seen, 'title' | 'lines' | 'sections' | 'entries' | 'front' | 'page' | 'head'>;

/**
 * When the meeting is: by its title, by what is labelled so, by a sentence that invites, by the front matter. A day without a year takes
 * the year that the title or the front matter gives for that very month; else none is known.
 */
export function meetingTime(from: Sources): When | undefined {
  const found = labelledTime(from) ?? titleTime(from) ?? told(from) ?? from.front?.meetingTime(from.title) ?? headTime(from);
  if (!found || found.starts.length > 10) return found;
  const noted = from.front?.when();
  if (noted && noted.starts.length > 10 && noted.starts.startsWith(found.starts)) return noted;
  const clock = clockOf(from);
  return clock ? { ...found, ...atDay(found.starts, clock) } : found;
}

function titleTime({ title, lines, page: { lang } }: Sources): When | undefined {
  const headings = [title, ...lines.filter(({ level }) => level === 1 || level === 2).map(({ text }) => text)].slice(0, 6);
  return firstOf(headings, (text) => (PUBLISHED.test(text) ? undefined : readWhen(text, lang)));
}

function labelledTime(from: Sources): When | undefined {
  const lines = from.lines.flatMap(({ text, level }, at) =>
    saysWhen(text) ? [text, ...(level > 0 || text.length < 30 ? from.lines.slice(at + 1, at + 4).map((line) => line.text) : [])] : [],
  );
  return firstOf(lines, (text) => (PUBLISHED.test(text) ? undefined : (readWhen(text, from.page.lang) ?? yearless(text, from))));
}

/** A sentence with a date that invites, or has a time of day beside the date. */
function told(from: Sources): When | undefined {
  const texts = from.lines
    .slice(0, 80)
    .map(({ text }) => text)
    .filter((text) => !PUBLISHED.test(text));
  const telling = texts.filter((text) => isInvitation(text) || saysMeeting(text) || findClock(text) !== undefined);
  return (
    firstOf(telling, (text) => readWhen(text, from.page.lang) ?? yearless(text, from)) ??
    firstOf(texts.slice(0, 6), (text) => shortDate(text, from.page.lang))
  );
}

function headTime({ head, page: { lang } }: Sources): When | undefined {
  const texts = head().map(({ text }) => text);
  return firstOf(texts, (text) => (PUBLISHED.test(text) ? undefined : saysWhen(text) ? readWhen(text, lang) : shortDate(text, lang)));
}

/** A short line that is a date and little else. */
function shortDate(text: string, lang: string | undefined): When | undefined {
  const day = text.length < 60 ? findDay(text, lang) : undefined;
  return day && text.length - (day.to - day.from) < 30 ? readWhen(text, lang) : undefined;
}

const DAY_MONTH = /(?<![\d./-])(?<day>\d{1,2})(?:er|st|nd|rd|th|º|\.)?\s(?:de |of )?(?<month>\p{L}{3,12})(?!\p{L})/giu;
const MONTH_DAY = /(?<!\p{L})(?<month>\p{L}{3,12})\s(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d|[:.h]\d)/giu;

/** "mardi 3 octobre à 19h" where the title says "octobre 2017". */
function yearless(text: string, from: Sources): When | undefined {
  const part = text.slice(0, 600);
  for (const match of [...part.matchAll(DAY_MONTH), ...part.matchAll(MONTH_DAY)]) {
    const month = monthNumber(fold(match.groups?.month ?? ''));
    const day = Number(match.groups?.day);
    const year = month && day >= 1 && day <= 31 ? yearOf(month, day, from) : undefined;
    if (!year || !month) continue;
    const after = findClock(text.slice(match.index + match[0].length, match.index + match[0].length + 80));
    const date = `${year}-${two(month)}-${two(day)}`;
    return after ? atDay(date, after.clock) : { starts: date };
  }
  return undefined;
}

function yearOf(month: number, day: number, { title, sections, front }: Sources): string | undefined {
  const noted = front?.when()?.starts;
  if (noted?.slice(5, 10) === `${two(month)}-${two(day)}`) return noted.slice(0, 4);
  const headings = [title, ...sections.filter(({ level }) => level <= 2).map(({ heading }) => heading.text)];
  for (const text of headings) {
    for (const [, name = '', year] of text.matchAll(/(\p{L}{3,12})\.?,?\s(?:de |of )?((?:19|20)\d{2})(?!\d)/giu)) {
      if (monthNumber(fold(name)) === month) return year;
    }
  }
  return undefined;
}

/** The time of day where the page says "19:30" apart from the date: the first entry of the programme, or a labelled line. */
function clockOf({ lines, entries, page: { lang } }: Sources): Clock | undefined {
  const near = lines.flatMap(({ text }, at) => (saysWhen(text) && text.length < 200 ? [text, lines[at + 1]?.text ?? ''] : []));
  const labelled = firstOf(near, (text) => (text.length < 200 && !findDay(text, lang) ? findClock(text)?.clock : undefined));
  const first = entries[0]?.clock;
  return labelled ?? (first && { starts: inEvening(first, '18:00').starts });
}

function firstOf<T, R>(all: readonly T[], read: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const found = read(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
