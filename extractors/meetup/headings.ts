import type { Speaker } from '../../core/talk';
import type { Line } from '../lines';
import { looksLikeName, withoutLabel } from '../names';
import { candidateOf, leadingClock, materialIn, unquoted, type Candidate } from './candidate';
import { leadingNames, named, peopleIn } from './people';
import type { Section } from './sections';
import { behindSpeaker, isBesideTalk, isProgramme, isSection, talkLabel } from './words';

/** The talks that have a heading each; a speaker's name as heading has the title below it. */
export function talksByHeading(sections: readonly Section[], main: Line | undefined): Candidate[] {
  const talks = new Map<Section, Candidate>();
  for (const section of [...sections].reverse()) {
    const taken = [...talks.keys()].some((other) => isUnder(other, section));
    const talk = taken || section.heading === main ? undefined : talkOf(section);
    if (talk) talks.set(section, talk);
  }
  const kept = [...talks].reverse().filter(([section]) => ![...talks.keys()].some((other) => other !== section && isUnder(section, other)));
  return kept.map(([, talk]) => talk);
}

function isUnder(section: Section, above: Section): boolean {
  for (let parent = section.parent; parent; parent = parent.parent) if (parent === above) return true;
  return false;
}

function talkOf(section: Section): Candidate | undefined {
  const { heading, all } = section;
  if (heading.level === 7 && talkLabel(heading.text) === undefined) return undefined;
  if (behindSpeaker(heading.text) !== undefined || isSection(heading.text) || isAside(section.parent)) return undefined;
  if (looksLikeName(heading.text)) return titleBelow(section);
  const split = candidateOf(heading.text);
  if (!split || (split.speakers.length === 0 && !hasEvidence(section))) return undefined;
  const people = firstOf(peopleIn(all), portraits(heading));
  const talk = isMissplit(split, people)
    ? { ...split, title: unquoted(withoutLabel(leadingClock(heading.text).rest)), speakers: people }
    : split;
  const speakers = talk.speakers.length > 0 ? talk.speakers : people;
  return { ...talk, speakers: speakers.length > 0 ? speakers : openers(all), links: materialIn([heading, ...all]), ...abstractOf(all) };
}

/** "White Hat: Hacking Passwords" begins like a name, but the section names somebody else. */
function isMissplit({ speakers }: Candidate, people: Candidate['speakers']): boolean {
  return speakers.length > 0 && people.length > 0 && !speakers.some(({ name }) => people.some((other) => other.name === name));
}

/** Below "Sponsors" or "News" there is no talk. */
function isAside(parent: Section | undefined): boolean {
  return parent !== undefined && parent.level > 1 && isSection(parent.heading.text) && !isProgramme(parent.heading.text);
}

function hasEvidence({ heading, all, parent }: Section): boolean {
  if (talkLabel(heading.text) !== undefined) return true;
  if (parent && isProgramme(parent.heading.text) && parent.level < 7) return true;
  if (all.some(({ text }) => behindSpeaker(text) !== undefined || isBesideTalk(text))) return true;
  return peopleIn(all).length > 0 || openers(all).length > 0 || portraits(heading).length > 0;
}

/** "[Peter Preeper] (slides)": a paragraph that begins with a name. */
function openers(lines: readonly Line[]): ReturnType<typeof named> {
  return (
    lines
      .slice(0, 3)
      .map(({ text }) => leadingNames(text))
      .find(({ length }) => length > 0) ?? []
  );
}

/** People whose pictures stand below a heading. */
function portraits({ block }: Line): Speaker[] {
  const names: string[] = [];
  for (
    let next = block.nextElementSibling, seen = 0;
    next && seen < 6 && !/^H[1-6]$/.test(next.tagName);
    next = next.nextElementSibling, seen += 1
  ) {
    for (const image of next.querySelectorAll('img[alt]')) names.push(image.getAttribute('alt') ?? '');
  }
  return [...new Set(names)].filter((name) => looksLikeName(name)).map((name) => ({ name }));
}

function firstOf(...lists: Speaker[][]): Speaker[] {
  return lists.find(({ length }) => length > 0) ?? [];
}

/** A name as heading, and below it a line that is a title: in quotes, or short and no sentence. */
function titleBelow({ heading, own, all, parent }: Section): Candidate | undefined {
  const first = own[0]?.text ?? '';
  const isQuoted = unquoted(first) !== first;
  const isListed = parent !== undefined && isProgramme(parent.heading.text);
  if (!isQuoted && !(isListed && first.length < 120 && !/[.!]$/.test(first))) return undefined;
  const talk = candidateOf(unquoted(first));
  return talk && { ...talk, speakers: [{ name: heading.text }], links: materialIn(all), ...abstractOf(own.slice(1)) };
}

function abstractOf(lines: readonly Line[]): { abstract?: string } {
  const text = lines
    .filter((line) => line.level === 0 && line.text.length > 80 && behindSpeaker(line.text) === undefined)
    .map((line) => line.text)
    .join('\n');
  return text ? { abstract: text } : {};
}
