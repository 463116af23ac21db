import type { TalkFinding } from './finding';
import { linesOf, type Line } from './lines';
import { linkKind } from './links';
import { frontOf } from './matter/matter';
import { agendaIn } from './meetup/agenda';
import { sameTitle, type Candidate } from './meetup/candidate';
import { talksInProse } from './meetup/prose';
import { sectionsOf } from './meetup/sections';
import { onlyTalk } from './meetup/single';
import { talksStandingOut, withoutSigns } from './meetup/standing-out';
import { findingOf } from './meetup-page';
import { talksOf } from './meetup/talks';
import type { Page } from './page';

/**
 * The talks that the description of a meeting announces. For text of which it is known that it describes a meeting, as on the meeting sites;
 * a page about which nothing is known goes through readMeetupPage.
 * @param starts when the meeting starts: talks in its programme get its day and offset
 */
export function readMeetingText(root: Element, meeting: { title: string; starts?: string | undefined }, page: Page): TalkFinding[] {
  const signs = withoutSigns(linesOf(root, page).map(withoutMaterial));
  const lines = signs.map(({ line }) => line);
  const entries = agendaIn(lines);
  const talks: Candidate[] = [];
  for (const talk of [...talksStandingOut(signs), ...talksOf(lines, sectionsOf(lines), entries, undefined)]) {
    const known = talks.find(({ title }) => sameTitle(title, talk.title)) ?? talks.find((other) => isAboutPeopleOf(talk, other));
    if (known) known.clock ??= talk.clock;
    else talks.push(talk);
  }
  const only = talks.length > 0 ? [] : onlyTalk({ title: meeting.title, lines, front: frontOf(page.doc) });
  const found = [talks, only].find(({ length }) => length > 0) ?? talksInProse(lines);
  return found.map((talk) => findingOf(talk, entries, meeting.starts, found.length === 1));
}

/** Nobody gives two talks in an evening: the second line about a person says who it is. */
function isAboutPeopleOf(talk: Candidate, other: Candidate): boolean {
  const known = other.speakers.map(({ name }) => name);
  return known.includes(talk.title) || (talk.speakers.length > 0 && talk.speakers.every(({ name }) => known.includes(name)));
}

/** "“Title” by Name, slides": what is linked as slides or video is not part of the name before it. */
function withoutMaterial(line: Line): Line {
  const last = line.links.at(-1);
  const isMaterial =
    last && last.at > 0 && last.text.length < 30 && line.text.endsWith(last.text) && linkKind(last.url, last.text) !== 'other';
  return isMaterial ? { ...line, text: line.text.slice(0, last.at).replace(/(?<![\s,;:|([–—-])[\s,;:|([–—-]+$/u, '') } : line;
}
