import { LIMITS, type TalkLink } from '../core/talk';
import { eventsOf, valueOf, type CalendarEvent } from './calendar/events';
import { componentsOf, unescaped, type Component } from './calendar/lines';
import { isOfTalks } from './calendar/purpose';
import type { Finding, TalkFinding } from './finding';
import { linkKind } from './links';
import { tidy } from './page';

/** More than this is not read: the largest real schedule is below one megabyte. */
const MOST = 8_000_000;
const BREAK =
  /^\W*(?:(?:coffee|tea|lunch|morning|afternoon|short|long|pizza|registration|kaffee|mittags|pause)\W*)*(?:break(?:fast)?s?|lunch|dinner|registration|check-?in|doors open|pause|kaffeepause|mittagspause|mittagessen|déjeuner|repas|almuerzo|comida|descanso|almoço|intervalo|coffee|休憩|昼食|午餐|茶歇)(?:\W+(?:break(?:fast)?|lunch|coffee|registration|tea|and|time|served|on your own))*\W*$/iu;

/** Whether a text is a calendar (RFC 5545). */
export function isCalendar(text: string): boolean {
  return /^\s*BEGIN:VCALENDAR\b/i.test(text.slice(0, 1000).replace(/^\ufeff/, ''));
}

/**
 * A calendar file as a talk (one event) or a schedule (several). Undefined where nothing in it is a talk. Times are as the file has
 * them: local, with offset where the zone is defined or known, or UTC; a recurring event is read once, as its first time.
 */
export function readCalendar(text: string, url: string): Finding | undefined {
  const calendars = componentsOf(text.slice(0, MOST)).parts.filter(({ name }) => name === 'VCALENDAR');
  const events = calendars.flatMap((calendar) => eventsOf(calendar, LIMITS.talksPerPage)).slice(0, LIMITS.talksPerPage);
  const talks = events.filter(({ summary }) => !BREAK.test(summary));
  const name = calendarName(calendars[0]);
  const about = `${name} ${calendars[0] ? valueOf(calendars[0], 'PRODID') : ''} ${url}`;
  const [first] = talks;
  if (!first || !isOfTalks(about, talks)) return undefined;
  if (talks.length === 1) return { extractor: 'ics', kind: 'talk', title: first.title, talks: [talkOf(first, first.title, name)] };
  return {
    extractor: 'ics',
    kind: 'schedule',
    title: name || fileName(url),
    ...(name && { event: { name } }),
    talks: talks.map((event) => talkOf(event, event.summary, name)),
  };
}

/** @param title in a schedule the whole summary, which is what the file shows for the event */
function talkOf(event: CalendarEvent, title: string, calendar: string): TalkFinding {
  const { speakers, description, location, language, times } = event;
  return {
    title,
    kind: kindOf(event.summary),
    speakers,
    ...times,
    ...(location && { location }),
    ...(calendar && { event: { name: calendar } }),
    ...(description && { abstract: description }),
    ...(language && { language }),
    links: linksOf(event),
  };
}

function kindOf(summary: string): TalkFinding['kind'] {
  const [, word = ''] = /\b(keynote|lightning|workshop|tutorial|panel)\b/i.exec(summary) ?? [];
  const kinds: Record<string, TalkFinding['kind']> = {
    keynote: 'keynote',
    lightning: 'lightning',
    workshop: 'workshop',
    tutorial: 'workshop',
    panel: 'panel',
  };
  return kinds[word.toLowerCase()] ?? 'talk';
}

/** The event's own page, then recordings, slides and code named in its description. */
function linksOf({ url, description }: CalendarEvent): TalkLink[] {
  const own: TalkLink[] = url ? [{ url, kind: 'page' }] : [];
  const named = description.slice(0, 20_000).match(/https?:\/\/[^\s<>"'()[\]]{4,500}/g) ?? [];
  return [
    ...own,
    ...named
      .slice(0, 20)
      .map((href) => href.replace(/(?<![.,;:!?])[.,;:!?]+$/, ''))
      .map((href): TalkLink => ({ url: href, kind: linkKind(href, '') }))
      .filter((link) => link.kind !== 'other' && link.url !== url),
  ];
}

function calendarName(calendar: Component | undefined): string {
  return calendar ? tidy(unescaped(valueOf(calendar, 'X-WR-CALNAME') || valueOf(calendar, 'NAME'))) : '';
}

function fileName(url: string): string {
  const name =
    url
      .replace(/[?#][^]*/, '')
      .split('/')
      .at(-1)
      ?.replace(/\.ics$/i, '') ?? '';
  return name.replace(/[-_]+/g, ' ');
}
