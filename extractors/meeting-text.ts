import type { TalkFinding } from './finding';
import { linesOf, type Line } from './lines';
import { linkKind } from './links';
import { matterOf } from './matter/matter';
import { agendaIn } from './meetup/agenda';
import { candidateOf, materialIn, sameTitle, type Candidate } from './meetup/candidate';
import { talksInProse } from './meetup/prose';
import { onlyTalk } from './meetup/single';
import { sectionsOf } from './meetup/sections';
import { findingOf, talksOf } from './meetup-page';
import type { Page } from './page';

/** A line that stands out as people write it where lists cannot be made: behind an emoji, or wholly bold, or numbered as a talk. */
const STANDS_OUT = /^(?:\p{Extended_Pictographic}|talk\s?#?\d)/iu;

/**
 * The talks that the description of a meeting announces. For text of which it is known that it describes a meeting, as on the meeting sites;
 * a page about which nothing is known goes through readMeetupPage.
 * @param starts when the meeting starts: talks in its programme get its day and offset
 */
export function readMeetingText(root: Element, meeting: { title: string; starts?: string | undefined }, page: Page): TalkFinding[] {
  const lines = linesOf(root, page).map(withoutMaterial);
  const entries = agendaIn(lines);
  const talks = talksOf(lines, sectionsOf(lines), entries, undefined);
  for (const talk of standingOut(lines)) if (!talks.some(({ title }) => sameTitle(title, talk.title))) talks.push(talk);
  const only = talks.length > 0 ? [] : onlyTalk({ title: meeting.title, lines, matter: matterOf(page.doc) });
  const found = [talks, only].find(({ length }) => length > 0) ?? talksInProse(lines);
  return found.map((talk) => findingOf(talk, entries, meeting.starts, found.length === 1));
}

/** "“Title” by Name, slides": what is linked as slides or video is not part of the name before it. */
function withoutMaterial(line: Line): Line {
  const last = line.links.at(-1);
  const isMaterial =
    last && last.at > 0 && last.text.length < 30 && line.text.endsWith(last.text) && linkKind(last.url, last.text) !== 'other';
  return isMaterial ? { ...line, text: line.text.slice(0, last.at).replace(/[\s,;:|([–—-]+$/u, '') } : line;
}

function standingOut(lines: readonly Line[]): Candidate[] {
  const outstanding = lines.filter(({ text, level, depth }) => depth === 0 && (level > 0 || STANDS_OUT.test(text)) && text.length < 300);
  return outstanding.flatMap((line) => {
    const talk = candidateOf(line.text.replace(/\p{Extended_Pictographic}|\ufe0f|\u200d/gu, ' '));
    return talk && talk.speakers.length > 0 ? [{ ...talk, links: materialIn([line, ...below(lines, line)]) }] : [];
  });
}

/** The lines of description under a line that stands out. */
function below(lines: readonly Line[], line: Line): Line[] {
  const rest = lines.slice(lines.indexOf(line) + 1);
  const end = rest.findIndex(({ text, level }) => level > 0 || STANDS_OUT.test(text));
  return end < 0 ? rest : rest.slice(0, end);
}
