import type { TalkLink } from '../core/talk';
import type { Finding, TalkFinding } from './finding';
import { entryOf, inEvening, type Entry } from './meetup/agenda';
import type { Candidate } from './meetup/candidate';
import { isMeeting, isOneEvent, mayBeMeeting } from './meetup/evidence';
import { seenOn, type Seen } from './meetup/seen';
import { listedTalks, MOST_TALKS, toldTalks } from './meetup/talks';
import { meetingTime } from './meetup/when';
import { meetingPlace } from './meetup/where';
import type { Page } from './page';

/**
 * A meeting of a user group with the talks given there, announced or reported. Undefined where this is no such page: lists of meetings,
 * pages about the group, venues, people, articles.
 */
export function readMeetupPage(page: Page): Finding | undefined {
  const seen = seenOn(page);
  if (!mayBeMeeting(seen)) return undefined;
  const listed = listedTalks(seen);
  if (listed.length > MOST_TALKS) return undefined;
  const talks = listed.length > 0 ? listed : toldTalks(seen);
  const when = meetingTime(seen);
  const place = meetingPlace(seen);
  if (!isMeeting(seen, { listed: listed.length, talks: talks.length, when, place })) return undefined;
  return {
    extractor: 'meetup-page',
    kind: 'meetup',
    title: seen.title,
    ...when,
    ...(place && { location: place }),
    ...(page.lang && { language: page.lang }),
    links: meetingLinks(seen, talks),
    talks: talks.map((talk) => findingOf(talk, seen.entries, when?.starts, talks.length === 1)),
  };
}

/**
 * A candidate as a talk of its meeting.
 * @param meeting when it starts: gives the talks their day, and their half of the day
 * @param only whether it is the meeting's only talk
 */
export function findingOf(talk: Candidate, entries: readonly Entry[], meeting: string | undefined, only: boolean): TalkFinding {
  const { title, speakers, kind, links, abstract } = talk;
  const clock = talk.clock ?? entryOf(talk, entries, only)?.clock;
  const timed = clock && inEvening(clock, meeting?.slice(11, 16));
  const day = meeting?.slice(0, 10);
  const zone = /(?:Z|[+-]\d\d:\d\d)$/.exec(meeting?.slice(11) ?? '')?.[0] ?? '';
  return {
    title,
    speakers,
    ...(kind && { kind }),
    ...(timed && day && { starts: `${day}T${timed.starts}${zone}`, ...(timed.ends && { ends: `${day}T${timed.ends}${zone}` }) }),
    ...(abstract && { abstract }),
    links,
  };
}

/** Where to register, best first, and the recordings that belong to no single talk. */
function meetingLinks({ links }: Seen, talks: readonly Candidate[]): TalkLink[] {
  const own = new Set(talks.flatMap((talk) => talk.links.map(({ url }) => url)));
  const rsvp = links.filter(({ kind }) => kind === 'rsvp').sort((a, b) => Number(isOneEvent(b.url)) - Number(isOneEvent(a.url)));
  const recorded = links.filter(({ kind, url }) => kind === 'video' && !own.has(url));
  return [...rsvp.slice(0, 3), ...recorded.slice(0, 10)];
}
