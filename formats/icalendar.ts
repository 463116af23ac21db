import { addressOf } from '../core/address';
import type { Talk } from '../core/talk';
import type { About, Talks, WriteOptions } from './format';
import { timezoneOf } from './output/zones';
import { icalLine, icalText } from './text/escape';

export default { label: 'iCalendar', extension: 'ics', mime: 'text/calendar', ways: 'out' } satisfies About;

/** How many years before and after now the changes of a zone are written out for. */
const [PAST, FUTURE] = [15, 5];

/**
 * iCalendar (RFC 5545): an event for each talk with a day, a to-do for each without. A time with a zone stays in its zone; one with an
 * offset alone becomes UTC; one with neither floats, as the page left it.
 */
export async function* write(talks: Talks, { title = 'Reading list', now = new Date() }: WriteOptions): AsyncIterable<string> {
  yield 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Talkshelf//Talkshelf//EN\r\n';
  yield icalLine(`X-WR-CALNAME:${icalText(title)}`);
  const zones = new Map<string, boolean>();
  for await (const talk of talks) {
    yield* zoneOnce(talk.zone, zones, now.getUTCFullYear());
    yield componentOf(talk, now, zones.get(talk.zone ?? '') ? talk.zone : undefined);
  }
  yield 'END:VCALENDAR\r\n';
}

/** Every zone is written once, before the first talk that needs it. */
function* zoneOnce(zone: string | undefined, zones: Map<string, boolean>, year: number): Generator<string> {
  if (!zone || zones.has(zone)) return;
  const text = timezoneOf(zone, year - PAST, year + FUTURE);
  zones.set(zone, text !== undefined);
  if (text) yield text;
}

function componentOf(talk: Talk, now: Date, zone: string | undefined): string {
  const start = timeOf('DTSTART', talk.starts, zone);
  const kind = start ? 'VEVENT' : 'VTODO';
  const names = talk.speakers.map(({ name }) => name).join(', ');
  const lines = [
    `UID:${icalText(talk.id)}@talkshelf`,
    `DTSTAMP:${compact(now.toISOString())}`,
    start,
    start && isAfter(talk) ? timeOf('DTEND', talk.ends, zone) : '',
    `SUMMARY:${icalText(talk.title)}`,
    valued('DESCRIPTION', [names, talk.abstract, talk.note].filter(Boolean).join('\n\n')),
    valued('LOCATION', talk.location ?? ''),
    talk.tags.length > 0 ? `CATEGORIES:${talk.tags.map(icalText).join(',')}` : '',
    addressOf(talk) ? `URL:${addressOf(talk) ?? ''}` : '',
    kind === 'VTODO' ? `STATUS:${talk.status === 'watched' ? 'COMPLETED' : 'NEEDS-ACTION'}` : '',
  ];
  return `BEGIN:${kind}\r\n${lines.filter(Boolean).map(icalLine).join('')}END:${kind}\r\n`;
}

function valued(name: string, text: string): string {
  return text.trim() && `${name}:${icalText(text)}`;
}

/** A day, a local time in its zone, an instant, or a floating time; nothing for a year or a month. */
function timeOf(name: string, text: string | undefined, zone: string | undefined): string {
  const [, local, time, offset] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(text ?? '') ?? [];
  if (!local) return '';
  if (!time) return `${name};VALUE=DATE:${compact(local)}`;
  const full = `${local}T${time.padEnd(8, ':00')}`;
  // With a zone, the offset says the same again: the wall clock is what the page shows.
  if (zone && offset !== 'Z') return `${name};TZID=${zone}:${compact(full)}`;
  return offset ? `${name}:${compact(new Date(`${full}${offset}`).toISOString())}` : `${name}:${compact(full)}`;
}

/** An end that has the form of the start and lies behind it. */
function isAfter({ starts = '', ends = '' }: Talk): boolean {
  return starts.length > 9 && ends.slice(10).length === starts.slice(10).length && ends > starts;
}

function compact(iso: string): string {
  return iso.replace(/\.\d+|[-:]/g, '');
}
