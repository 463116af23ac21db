import { parseUrl } from '../../core/url';
import type { When } from '../dates';
import { findDay } from '../dates/day';
import type { Line } from '../lines';
import { Lexicon } from '../lexicon';
import { linkKind } from '../links';
import { metaOf } from '../page';
import { WORDS } from '../vocabulary';
import { labelled } from './people';
import type { Seen } from './seen';
import { isInvitation, isSection, saysMeeting } from './words';

export interface Signs {
  /** Talks that the page lists as such. */
  listed: number;
  /** With those told in its text. */
  talks: number;
  when: When | undefined;
  place: string | undefined;
}

/** Pages of a group or conference that are about something else. */
const OTHER = new Lexicon(
  WORDS.location,
  'authors,author,category,categories,archives,archive,blog,home,conduct,coc,venues,travel,hotel,hotels,leader,leaders,team,imprint,impressum,privacy *,mentions legales,visiting *,cfp *,readme,podcast,episode,episodes,newsletter,search *,404 *,not found',
);
const EVENT_PATH =
  /(?:^|[/_-])(?:meet-?ups?|meetings?|events?|evenements?|veranstaltung\w*|treffen|spotkan\w+|encontros?|rencontres?|soiree)(?=[/_.-]|$)/iu;
const CONFERENCE_PATH = /(?:^|[/_-])(?:talks?|sessions?|schedule|speakers?|program(?:me)?|presentations?|proposals?)(?=[/_.-])/iu;
const NEWS_PATH = /\/(?:news|blog|announcements?)\//i;
/** A group's name in a host or a repository. */
const GROUP = /meet-?up|meeting|user-?group|jug(?=[./_-]|$)|barcamp/i;
const ENOUGH = 4;

/** Whether a page has what only meetings have; where not, nobody needs to look for talks. */
export function mayBeMeeting(seen: Seen): boolean {
  return !OTHER.is(seen.title) && !isSection(seen.title) && sureSigns(seen) >= 2;
}

/** Whether what was found adds up to one meeting. */
export function isMeeting(seen: Seen, signs: Signs): boolean {
  const { talks, when, place } = signs;
  const sure = sureSigns(seen);
  // A group's home says "meetup" often enough; a report without a date is a document.
  if (!when && !place && (sure < 4 || (talks === 0 && !seen.front))) return false;
  return sure + weakSigns(seen, signs) >= (talks > 0 ? ENOUGH : ENOUGH + 2);
}

/** Signs that only meetings have. */
function sureSigns({ page, title, lines, links, front }: Seen): number {
  const path = parseUrl(page.url)?.pathname ?? '';
  const kinds = front?.kinds() ?? '';
  const text = lines.slice(0, 60).map((line) => line.text.slice(0, 400));
  return sum([
    [saysMeeting(title), 2],
    [saysMeeting(kinds) || /\b[eé]v[eéè]ne?m?ent|\btermin/i.test(kinds), 2],
    [saysMeeting(`${page.title} ${metaOf(page.doc, 'og:site_name') ?? ''}`) || GROUP.test(page.site + path), 1],
    [/\/(?:meetings?|meet-?ups?|meeting-notes)\//i.test(path), 1],
    [EVENT_PATH.test(path), 1],
    [links.some(({ kind, url }) => kind === 'rsvp' && isOneEvent(url)), 2],
    [text.some((line) => isInvitation(line)), 1],
    [text.some((line) => saysMeeting(line)), 1],
    [saysMeeting(front?.summary() ?? ''), 1],
    [front?.isOfEvening() === true && !CONFERENCE_PATH.test(path), 2],
  ]);
}

/** Signs that meetings share with talks and conferences, and those of other pages. */
function weakSigns({ page, title, lines, entries }: Seen, { listed, when, place }: Signs): number {
  return sum([
    [listed > 0 || labelled(lines) !== undefined, 1],
    [listed > 1, 1],
    [entries.length > 1, 1],
    [when !== undefined, 1],
    [(when?.starts.length ?? 0) > 10, 1],
    [place !== undefined, 1],
    [CONFERENCE_PATH.test(parseUrl(page.url)?.pathname ?? ''), -2],
    [NEWS_PATH.test(parseUrl(page.url)?.pathname ?? '') && !saysMeeting(title), -2],
    [isList(lines), -4],
  ]);
}

/** An address where one meeting is registered for, rather than a group's page. */
export function isOneEvent(url: string): boolean {
  const { pathname, hostname } = parseUrl(url) ?? {};
  if (linkKind(url, '') !== 'rsvp') return false;
  return (
    /\/events?\/\w|\/e\/\w/.test(pathname ?? '') || /^(?:lu\.ma|luma\.com|ti\.to|[\w-]+\.eventbrite\.\w+(?:\.\w+)?)$/.test(hostname ?? '')
  );
}

function sum(signs: readonly [boolean, number][]): number {
  return signs.reduce((all, [is, worth]) => all + (is ? worth : 0), 0);
}

/** Many full dates at the head of lines or in headings: a list of meetings. */
function isList(lines: readonly Line[]): boolean {
  const days = new Set<string>();
  for (const { text, level } of lines) {
    const found = level > 0 || text.length < 120 ? findDay(text.slice(0, 120)) : undefined;
    if (found) days.add(found.day);
  }
  return days.size >= 5;
}
