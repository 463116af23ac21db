/** What the files of meeting sites share: a meeting from its parts, with the talks that its description announces. */
import type { TalkFinding } from './finding';
import { linesOf } from './lines';
import { linksIn } from './links';
import { readMeetingText } from './meeting-text';
import type { Page } from './page';
import type { Said } from './site-parts';
import { SUBJECT } from './talk-video/evidence';

export interface Meeting {
  title: string | undefined;
  starts?: string | undefined;
  ends?: string | undefined;
  zone?: string | undefined;
  location?: string | undefined;
  /** The name of the group that meets; neither a speaker nor the event. */
  group?: string | undefined;
  /** Talks that the site lists by themselves. */
  talks?: TalkFinding[];
  language?: string | undefined;
}

/** Words of an evening with talks, or about software; these sites announce yoga and concerts too. */
const ABOUT_TALKS =
  /\b(?:talks?|speakers?|keynote|lightning|presentations?|presenting|lecture|conference|meet-?up|user group|hackathon|workshop|panel|developers?|programming|software|open[ -]source|tech|coding|vorträge?|vortragende|intervenant\w*|conférences?|présentations?|développeu\w+|charlas?|ponentes?|desarrollador\w*|palestras?|palestrantes?|desenvolvedor\w*|föredrag|prelekcj\w+|relatori|sviluppator\w+)\b|登壇|発表|勉強会|セッション|开发者|讲座/iu;

/**
 * A meeting page's finding, or null where nothing speaks of talks. What the site says of title and time is believed; the talks are those that
 * the site lists, else those that the description announces.
 */
export function meetingOf(meeting: Meeting, description: Element | null, page: Page): Said | null {
  const { title, group, talks: listed = [], ...frame } = meeting;
  if (!title || (listed.length === 0 && !isAboutTalks(title, group, description))) return null;
  const announced =
    listed.length === 0 && description ? readMeetingText(description, { title, starts: localStart(meeting) }, page) : listed;
  const event = { name: title, ...(group && { series: group }) };
  const talks = announced.map((talk) => ({ event, ...talk }));
  const links = description ? linksIn(description, page).filter(({ kind }) => kind === 'rsvp') : [];
  return { kind: 'meetup', title, event, ...frame, abstract: proseOf(description, page), links, talks, complete: true };
}

/** The times of a description are those of the place: a start in UTC does not say which day that is there. */
function localStart({ starts }: Meeting): string | undefined {
  return starts?.endsWith('Z') ? undefined : starts;
}

function isAboutTalks(title: string, group: string | undefined, description: Element | null): boolean {
  const text = `${title} ${group ?? ''} ${description?.textContent.slice(0, 20_000) ?? ''}`;
  return ABOUT_TALKS.test(text) || SUBJECT.test(text);
}

function proseOf(root: Element | null, page: Page): string | undefined {
  const lines = root ? linesOf(root, page) : [];
  return lines.map(({ text }) => text).join('\n') || undefined;
}
