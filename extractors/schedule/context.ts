import type { Page } from '../page';
import { metaOf, textOf } from '../page';
import { dayIn, leadClock } from './clock';
import type { Entry } from './entries';
import type { Piece } from './pieces';

type Clock = { starts: string; ends?: string };

/** When things are: every time of day and every day on the page, by place. */
export interface Times {
  /** By piece: the time of day it states. */
  clocks: (Clock | undefined)[];
  /** By piece: the place of the last time of day up to here. */
  lastClock: Int32Array;
  /** By piece: the day that holds here; undefined where none is known. */
  days: (string | undefined)[];
}

const LONGEST_CLOCK = 120;

/** Reads every time and day once. A day holds until the next; several days in a row without anything between are a menu, not headings. */
export function timesOf(pieces: Piece[], page: Page): Times {
  const clocks = pieces.map(({ text }) => (text.length <= LONGEST_CLOCK ? leadClock(text)?.clock : undefined));
  const lastClock = new Int32Array(pieces.length).fill(-1);
  const days: (string | undefined)[] = [];
  const year = yearOf(page);
  let [day, dayAt, last] = [undefined as string | undefined, -9, -1];
  for (const [at, piece] of pieces.entries()) {
    const named = isDayPlace(piece) ? dayIn(piece.text, page, year) : undefined;
    if (named !== undefined) {
      const close = at - dayAt <= 2;
      const menu = close && named !== '' && day !== undefined && named !== day && piece.level === 0;
      // "Day 1" beside a date says nothing new.
      if (!(close && named === '')) day = menu ? undefined : named || undefined;
      dayAt = at;
      // Times of the day before do not reach into the next.
      if (!menu) last = -1;
    }
    if (clocks[at]) last = at;
    lastClock[at] = last;
    days.push(day);
  }
  return { clocks, lastClock, days };
}

function isDayPlace({ text }: Piece): boolean {
  return text.length >= 5 && text.length <= 90 && /\d|day|tag\b|\bd[ií]a\b|jour/i.test(text);
}

/** The only year that title, first heading and address name. */
function yearOf(page: Page): string | undefined {
  const said = `${page.title} ${textOf(page.doc.querySelector('h1'))} ${metaOf(page.doc, 'og:title') ?? ''} ${page.url}`;
  const years = new Set([...said.matchAll(/(?<!\d)20\d{2}(?!\d)/g)].map(([year]) => year));
  return years.size === 1 ? [...years][0] : undefined;
}

/** The time of day of an entry and its place: in its box before the title, else after it; outside boxes where the page puts them. */
export function clockOf({ title, from, to, boxed }: Entry, times: Times, ahead: boolean): { clock: Clock; at: number } | undefined {
  const before = title.at > 0 ? (times.lastClock[title.at - 1] ?? -1) : -1;
  const after = firstIn(times.clocks, title.at + 1, to);
  const places = boxed && before >= from ? [title.at, before] : [title.at, boxed || ahead ? after : -1, ahead ? -1 : before];
  const at = places.find((place) => times.clocks[place] !== undefined);
  const clock = at === undefined ? undefined : times.clocks[at];
  return at === undefined || !clock ? undefined : { clock, at };
}

/** Whether the times of day follow their titles: they do where none stands before the first title and most titles have one after them. */
export function clocksFollow(entries: Entry[], { clocks, lastClock }: Times): boolean {
  const [first] = entries;
  if (
    !first ||
    (first.title.at > 0 && (lastClock[first.title.at - 1] ?? -1) >= 0 && first.title.at - (lastClock[first.title.at - 1] ?? 0) < 12)
  )
    return false;
  return entries.filter(({ title, to }) => firstIn(clocks, title.at + 1, to) >= 0).length >= entries.length * 0.5;
}

function firstIn(clocks: (Clock | undefined)[], from: number, to: number): number {
  for (let at = from; at <= to; at += 1) if (clocks[at]) return at;
  return -1;
}
