import type { TalkLink } from '../core/talk';
import { contentOf } from './content';
import { findDay } from './dates/day';
import type { Finding, TalkFinding } from './finding';
import { linesOf, type Line } from './lines';
import { linksIn } from './links';
import { matterLinks } from './matter/links';
import { matterOf, textIn } from './matter/matter';
import { matterTalks } from './matter/talks';
import { agendaIn, entryOf, inEvening, talksInAgenda, type Entry } from './meetup/agenda';
import { talksInLists } from './meetup/bullets';
import { sameTitle, type Candidate } from './meetup/candidate';
import { isMeeting, isOneEvent } from './meetup/evidence';
import { talksByHeading } from './meetup/headings';
import { labelled } from './meetup/people';
import { talksInProse } from './meetup/prose';
import { sectionsOf } from './meetup/sections';
import { onlyTalk } from './meetup/single';
import { meetingTime } from './meetup/when';
import { meetingPlace } from './meetup/where';
import { SECTION } from './meetup/words';
import { metaOf, type Page } from './page';

/** No meeting has more talks; a page with more lists those of many. */
const MOST_TALKS = 20;

/**
 * A meeting of a user group with the talks given there, announced or reported. Undefined where this is no such page: lists of meetings,
 * pages about the group, venues, people, articles.
 */
export function readMeetupPage(page: Page): Finding | undefined {
  const content = contentOf(page.doc);
  const lines = linesOf(content, page);
  const main = mainHeading(page, lines);
  const sections = sectionsOf(lines);
  const title = meetingTitle(page, lines, main);
  const entries = agendaIn(lines);
  const matter = matterOf(page.doc);
  const links = [...matterLinks(matter), ...linksIn(content, page)];
  const when = meetingTime({ title, lines, sections, entries, matter, lang: page.lang });
  const place = meetingPlace(lines, sections, matter);
  const noted = matterTalks(matter).map((talk): Candidate => ({ links: [], speakers: [], ...talk }));
  const listed = noted.length > 0 ? noted : talksOf(lines, sections, entries, main);
  if (listed.length > MOST_TALKS) return undefined;
  const found = [() => listed, () => onlyTalk({ title, lines, matter }), () => talksInProse(lines)].reduce<Candidate[]>(
    (all, read) => (all.length > 0 ? all : read()),
    [],
  );
  if (
    !isMeeting({
      page,
      title,
      lines,
      links,
      entries,
      matter,
      talks: listed.length,
      found: found.length,
      told: labelled(lines) !== undefined,
      when,
      place,
    })
  )
    return undefined;
  return {
    extractor: 'meetup-page',
    kind: 'meetup',
    title,
    ...when,
    ...(place && { location: place }),
    ...(page.lang && { language: page.lang }),
    links: meetingLinks(links, found),
    talks: found.map((talk) => findingOf(talk, entries, when?.starts, found.length === 1)),
  };
}

/** The front matter's title, else the main heading; where that is but a date, what the summary or the next heading says. */
function meetingTitle({ doc, title }: Page, lines: readonly Line[], main: Line | undefined): string {
  const matter = matterOf(doc);
  if (matter.has('title')) return title;
  const heading = main?.text ?? title;
  if (!isOnlyDate(heading)) return heading;
  const summary = textIn(matter, 'summary');
  const below = lines.find(({ level }) => level > (main?.level ?? 1) && level < 4)?.text;
  return below && !SECTION.test(below) && (!summary || sameTitle(below, summary)) ? below : (summary ?? heading);
}

function isOnlyDate(text: string): boolean {
  const day = findDay(text);
  return (
    day !== undefined &&
    /^\W*(?:\p{L}+,?\s)?\W*(?:(?:regular|monthly|our)\s)?(?:meeting|meet-?up)?\W*$/iu.test(text.slice(0, day.from) + text.slice(day.to))
  );
}

/** The heading that the page's title repeats; else the first that is not the name of a section. */
function mainHeading({ doc, title }: Page, lines: readonly Line[]): Line | undefined {
  const headings = lines.filter(({ level, text }) => level > 0 && level < 4 && text.length > 2);
  if (matterOf(doc).has('title')) return headings.find(({ text }) => sameTitle(text, title));
  const said = (metaOf(doc, 'og:title') ?? title).toLowerCase();
  return (
    headings.find(({ text }) => said.includes(text.toLowerCase())) ?? headings.find(({ level, text }) => level === 1 && !SECTION.test(text))
  );
}

/** Talks by headings, then those of the programme and of lists that no heading has; times and people of equal titles are joined. */
export function talksOf(
  lines: readonly Line[],
  sections: ReturnType<typeof sectionsOf>,
  entries: readonly Entry[],
  main: Line | undefined,
): Candidate[] {
  const talks: Candidate[] = [];
  for (const talk of [...talksByHeading(sections, main), ...talksInAgenda(entries), ...talksInLists(lines)]) {
    const known = talks.find(({ title }) => sameTitle(title, talk.title));
    if (!known) talks.push(talk);
    else {
      if (known.speakers.length === 0) known.speakers = talk.speakers;
      known.clock ??= talk.clock;
      known.links.push(...talk.links);
    }
  }
  return talks;
}

/** A candidate as a talk of the meeting that starts then. */
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
function meetingLinks(links: readonly TalkLink[], talks: readonly Candidate[]): TalkLink[] {
  const own = new Set(talks.flatMap((talk) => talk.links.map(({ url }) => url)));
  const rsvp = links.filter(({ kind }) => kind === 'rsvp').sort((a, b) => Number(isOneEvent(b.url)) - Number(isOneEvent(a.url)));
  const recorded = links.filter(({ kind, url }) => kind === 'video' && !own.has(url));
  return [...rsvp.slice(0, 3), ...recorded.slice(0, 10)];
}
