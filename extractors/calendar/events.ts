/** The events of a calendar in our terms. */
import type { Speaker } from '../../core/talk';
import { looksLikeName, readSpeakers, splitByline } from '../names';
import { tidy } from '../page';
import { unescaped, type Component } from './lines';
import { timesOf, type Times } from './times';

export interface CalendarEvent {
  /** As the file has it. */
  summary: string;
  /** The summary without the speakers, where it names them as pretalx does: "Title - Speaker [affiliation], Speaker". */
  title: string;
  speakers: Speaker[];
  /** Whether the file names people for this event beyond a summary that could be anything. */
  named: boolean;
  description: string;
  location: string;
  url: string;
  categories: string;
  language?: string;
  times: Times;
}

/**
 * @param calendar a VCALENDAR; a recurring event is one event, its rule is not unrolled
 * @param limit no more than this many
 */
export function eventsOf(calendar: Component, limit: number): CalendarEvent[] {
  const zones = new Map(calendar.parts.filter(({ name }) => name === 'VTIMEZONE').map((zone) => [valueOf(zone, 'TZID'), zone]));
  const byPretalx = /pretalx/i.test(valueOf(calendar, 'PRODID'));
  const seen = new Set<string>();
  return calendar.parts
    .filter((part) => part.name === 'VEVENT' && !/^CANCELLED$/i.test(valueOf(part, 'STATUS')))
    .slice(0, limit)
    .map((event) => eventOf(event, zones, byPretalx))
    .filter(({ summary, times }) => {
      const key = `${summary}\n${times.starts ?? ''}`;
      return summary !== '' && !seen.has(key) && seen.add(key);
    });
}

function eventOf(event: Component, zones: ReadonlyMap<string, Component>, byPretalx: boolean): CalendarEvent {
  const text = (name: string) => unescaped(valueOf(event, name)).trim();
  const summary = tidy(text('SUMMARY'));
  const description = text('DESCRIPTION');
  const split = titleAndSpeakers(summary, byPretalx);
  const told = toldSpeakers(event, summary, description);
  const location = tidy(text('LOCATION'));
  const language = event.properties.find(({ name }) => name === 'SUMMARY')?.params.get('LANGUAGE');
  return {
    summary,
    title: split?.title ?? summary,
    speakers: told.length > 0 && !split ? told : (split?.speakers ?? []),
    named: told.length > 0 || (byPretalx && split !== undefined),
    description,
    location: /^<.*>$/.test(location) ? '' : location,
    url: text('URL'),
    categories: text('CATEGORIES'),
    ...(language && { language }),
    times: timesOf(event, zones),
  };
}

export function valueOf(component: Component, name: string): string {
  return component.properties.find((property) => property.name === name)?.value ?? '';
}

/** pretalx writes every talk as "Title - Names", elsewhere the right half must read as names. */
function titleAndSpeakers(summary: string, byPretalx: boolean): { title: string; speakers: Speaker[] } | undefined {
  const at = summary.lastIndexOf(' - ');
  const speakers = at > 0 ? readSpeakers(summary.slice(at + 3)) : [];
  const areNames = speakers.length > 0 && speakers.every(({ name }) => looksLikeName(name) || (byPretalx && /^[^\d:?!]{2,40}$/.test(name)));
  if (areNames && (byPretalx || !looksLikeName(summary.slice(0, at)))) return { title: summary.slice(0, at).trim(), speakers };
  return / (?:by|von|par|por) /.test(summary) ? splitByline(summary) : undefined;
}

/**
 * People named outside the summary: "(talk by Ana Lima)", a line "Speaker: Ana Lima", the summary again "... by Ana Lima", or an
 * attendee nobody can write to, which is how pentabarf and frab name speakers.
 */
function toldSpeakers({ properties }: Component, summary: string, description: string): Speaker[] {
  const inBrackets = /\((?:talk|workshop|keynote|session|tutorial|lightning talk|panel|by|vortrag)\s?(?:by|von)?\s([^()]{2,120})\)$/iu.exec(
    summary,
  )?.[1];
  const labelled =
    /(?:^|\n)[ \t*_]{0,4}(?:speakers?|presenters?|referent(?:in|en)?|vortragende[rn]?|sprecher(?:in)?|intervenants?|ponentes?|palestrantes?|relator[ei]|prelegent|prowadzący|登壇者|講演者|讲者|講者)[*_]{0,2}\s?[:：][*_ \t]{0,4}([^\n]{2,200})/iu.exec(
      description.slice(0, 8000),
    )?.[1];
  const after = afterSummary(summary, description);
  const attendees = properties
    .filter(({ name, params, value }) => name === 'ATTENDEE' && /invalid:nomail/i.test(value) && params.get('CN'))
    .map(({ params }) => params.get('CN') ?? '');
  return readSpeakers(inBrackets ?? labelled ?? after ?? attendees.join(', '));
}

function afterSummary(summary: string, description: string): string | undefined {
  const at = summary.length > 5 ? tidy(description.slice(0, 1000)).indexOf(`${summary} by `) : -1;
  const names = at < 0 ? '' : tidy(description).slice(at + summary.length + 4, at + summary.length + 124);
  const [line = ''] = names.split(/[.\n]| https?:/);
  return readSpeakers(line).every(({ name }) => looksLikeName(name)) && line ? line : undefined;
}
