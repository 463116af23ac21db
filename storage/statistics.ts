import { type Library, library } from './database';
import { facetCounts } from './search/facets';
import { openView, withIndex } from './search/open';
import { eachLabel, type View } from './search/view';

/** How many talks fall into a period: `2026-03`, or `2026` where months would be too many. */
export interface PeriodCount {
  period: string;
  count: number;
}

export interface Statistics {
  total: number;
  /** By the day of the talk; talks without one are left out. One with a year alone counts in its January. */
  held: PeriodCount[];
  /** By the day of saving, and how many of those are watched by now. */
  saved: (PeriodCount & { watched: number })[];
  /** The events with most talks, most first. */
  events: { name: string; count: number }[];
  /** The tags in use most, with their talks in the periods of `saved`. */
  tags: { name: string; count: number; counts: number[] }[];
}

/** So many months are shown one by one. */
const MOST_MONTHS = 36;
const MOST_EVENTS = 12;
const MOST_TAGS = 6;

/** What the library holds, counted from the columns and labels of the index: no talk is read. @throws LibraryProblem */
export async function statistics(db: Library = library): Promise<Statistics> {
  return withIndex(db, async () => countedIn(await openView(db)));
}

async function countedIn(view: View): Promise<Statistics> {
  const [starts, saved, watched] = await Promise.all([view.starts(), view.saved(), docsWith(view, 'status', 'watched')]);
  const { live } = view;
  const held = periodsOf(live, (doc) => Math.floor((starts[doc] ?? 0) / 1_000_000));
  const savedMonths = savedIn(saved);
  const kept = periodsOf(live, (doc) => savedMonths[doc] ?? 0);
  const watchedIn = countsIn(kept, (doc) => (watched[doc] && live[doc] ? 1 : 0));
  const [events, tags] = await Promise.all([facetCounts(view, live, 'event', MOST_EVENTS), facetCounts(view, live, 'tag', MOST_TAGS)]);
  const tagDocs = await Promise.all(tags.map(({ value }) => docsWith(view, 'tag', value)));
  return {
    total: view.alive,
    held: shownOf(held),
    saved: shownOf(kept).map((each, place) => ({ ...each, watched: watchedIn[place] ?? 0 })),
    events: events.map(({ shown, count }) => ({ name: shown, count })),
    tags: tags.map(({ shown, count }, tag) => ({
      name: shown,
      count,
      counts: countsIn(kept, (doc) => (tagDocs[tag]?.[doc] && live[doc] ? 1 : 0)),
    })),
  };
}

/** The periods from the first to the last, without gaps, and in which each talk falls; -1 for none. */
interface Periods {
  names: string[];
  placeOf: Int32Array;
  live: Uint8Array;
}

/** @param monthOf yyyymm of a talk, 0 for none */
function periodsOf(live: Uint8Array, monthOf: (doc: number) => number): Periods {
  const months = Int32Array.from(live, (there, doc) => (there && isMonth(monthOf(doc)) ? monthOf(doc) : 0));
  const known = months.filter(Boolean);
  const [first, last] = [known.reduce((a, b) => Math.min(a, b), Infinity), known.reduce((a, b) => Math.max(a, b), 0)];
  const byYear = last > 0 && monthsBetween(first, last) >= MOST_MONTHS;
  const step = (month: number) => (byYear ? Math.floor(month / 100) : Math.floor(month / 100) * 12 + (month % 100) - 1);
  const name = (place: number) => (byYear ? String(place) : `${Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, '0')}`);
  const from = step(first);
  const names = last > 0 ? Array.from({ length: step(last) - from + 1 }, (_, place) => name(from + place)) : [];
  return { names, placeOf: months.map((month) => (month ? step(month) - from : -1)), live };
}

function isMonth(month: number): boolean {
  const [year, number] = [Math.floor(month / 100), month % 100];
  return year >= 1900 && year < 2200 && number >= 1 && number <= 12;
}

function monthsBetween(first: number, last: number): number {
  return (Math.floor(last / 100) - Math.floor(first / 100)) * 12 + (last % 100) - (first % 100);
}

function countsIn({ names, placeOf }: Periods, weight: (doc: number) => number): number[] {
  const counts = new Array<number>(names.length).fill(0);
  placeOf.forEach((place, doc) => {
    if (place >= 0) counts[place] = (counts[place] ?? 0) + weight(doc);
  });
  return counts;
}

function shownOf(periods: Periods): PeriodCount[] {
  const counts = countsIn(periods, (doc) => periods.live[doc] ?? 0);
  return periods.names.map((period, place) => ({ period, count: counts[place] ?? 0 }));
}

/** yyyymm of each moment, where the reader is. */
function savedIn(saved: Float64Array): Int32Array {
  const date = new Date(0);
  return Int32Array.from(saved, (moment) => {
    if (moment === 0) return 0;
    date.setTime(moment);
    return date.getFullYear() * 100 + date.getMonth() + 1;
  });
}

/** 1 for each talk that has a label. */
async function docsWith(view: View, kind: 'status' | 'tag', key: string): Promise<Uint8Array> {
  const found = new Uint8Array(view.count);
  for (const { base, table } of await view.labels(kind)) {
    eachLabel(table, (label, docs) => {
      if (label === key) docs.forEach((doc) => (found[base + doc] = 1));
    });
  }
  return found;
}
