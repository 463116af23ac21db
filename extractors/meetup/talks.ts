import type { Line } from '../lines';
import { talksInAgenda, type Entry } from './agenda';
import { talksInLists } from './bullets';
import { sameTitle, type Candidate } from './candidate';
import { talksByHeading } from './headings';
import { talksInProse } from './prose';
import type { Section } from './sections';
import type { Seen } from './seen';
import { onlyTalk } from './single';
import { saysMeeting } from './words';

/** No meeting has more talks; a page with more lists those of many. */
export const MOST_TALKS = 20;

/** The talks that the page lists: in front matter, else in its text. */
export function listedTalks({ front, sections, main, entries, lines }: Seen): Candidate[] {
  const noted = (front?.talks() ?? []).map((talk): Candidate => ({ links: [], speakers: [], ...talk }));
  return noted.length > 0 ? noted : talksOf(lines, sections, entries, main);
}

/** Talks by headings, then those of the programme and of lists that no heading has; times and people of equal titles are joined. */
export function talksOf(
  lines: readonly Line[],
  sections: readonly Section[],
  entries: readonly Entry[],
  main: Line | undefined,
): Candidate[] {
  const talks: Candidate[] = [];
  for (const talk of [...talksByHeading(sections, main), ...talksInAgenda(entries), ...talksInLists(lines)]) {
    if (talks.length > MOST_TALKS) break;
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

/** The talks of a page that lists none: told in its text, or the one that has the meeting's own title. */
export function toldTalks(seen: Seen): Candidate[] {
  const readers = [() => onlyTalk(seen), () => talksInProse(seen.lines)];
  if (saysMeeting(seen.title)) readers.reverse();
  return readers.reduce<Candidate[]>((found, read) => (found.length > 0 ? found : read()), []);
}
