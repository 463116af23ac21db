import type { Speaker } from '../../core/talk';
import type { Line } from '../lines';
import { looksLikeName, readSpeakers, splitByline, withoutBracket } from '../names';
import { labelOf } from './labels';
import { hintsOf, isHeading, type Field, type Sheet } from './sheet';
import type { Title } from './title';

export interface Found {
  speakers: Speaker[];
  /** 2 where the page says that they speak, 1 where only a name stands by the title. */
  sure: number;
  /** The title without the byline it carried. */
  title?: string;
}

const SPEAKER_HINT =
  /(?:^|[\s_-])(?:speakers?|presenters?|lecturers?|referenten?|referentin|intervenante?s?|ponentes?|palestrantes?|relatori?|talare|prelegent)(?:$|[\s_-])/;
/** Inside a speaker's block, but about them. */
const BIO_HINT = /bio|abstract|descr|about/;
/** No name has these words: a sentence was taken for a list of people. */
const SENTENCE = /\s(?:is|are|was|has|about|for|who|the|est|ist|es|é)\s|\.$/i;
const SPEAKER_PATH =
  /\/(?:speakers?|presenters?|profiles?|people|person|referenten|intervenants?|ponentes?|palestrantes?|relatori)\/[^/?#]+/i;
const ABOUT = /^(?:about|über|sobre|à propos de|o|关于|關於)\s+(.{2,60})$/i;
const NEAR = 8;

/** Who speaks, by the best of what the page offers. */
export function speakersOf(sheet: Sheet, title: Title): Found {
  return (
    inField(sheet) ??
    inHead(sheet, title) ??
    byHint(sheet, title) ??
    byLink(sheet) ??
    inTitle(sheet, title) ??
    byline(sheet, title) ??
    byHeading(sheet, title) ?? { speakers: [], sure: 0 }
  );
}

function inField(sheet: Sheet): Found | undefined {
  for (const field of sheet.fields) {
    if (field.label !== 'speaker') continue;
    const speakers = peopleIn(field);
    if (speakers.length > 0 || /^(?:unknown|tba|tbd)$/i.test(field.text)) return { speakers, sure: 2 };
  }
  return undefined;
}

/** The people of a field: one a list item, one a heading, one a link, or all on the first line. */
export function peopleIn(field: Field): Speaker[] {
  const people = namedIn(field);
  return people.some(({ name }) => name.length > 60 || SENTENCE.test(name)) ? [] : people;
}

function namedIn({ lines, text }: Field): Speaker[] {
  const [first] = lines;
  if (!first) return [];
  if (isHeading(first)) return lines.filter((line) => line.level === first.level).flatMap((line) => personIn(line));
  if (first.depth > 0)
    return lines.filter((line) => line.depth === first.depth && line.block.parentElement === first.block.parentElement).flatMap(personIn);
  const names = lines.filter((line) => looksLikeName(withoutBracket(line.text)));
  if (names.length > 1) return names.flatMap(personIn);
  const heading = lines.find((line) => isHeading(line) && looksLikeName(line.text));
  if (heading && !looksLikeName(withoutBracket(text))) return personIn(heading);
  return text.length < 200 && !isSentence(text) ? linked(readSpeakers(text), first) : [];
}

/** "He sorts. She counts." Titles and initials end in a full stop too: "Dr. Ida Blum", "C. Diaz". */
function isSentence(text: string): boolean {
  return text.split(/[.!?] /).some((part, at, parts) => at < parts.length - 1 && !/(?:^|\s)\S{1,4}$/.test(part));
}

/** The person on a line: the part that is named so, or the link, or all of it. */
function personIn(line: Line): Speaker[] {
  if (line.text.length > 150) return [];
  const named = [...line.block.querySelectorAll('.name, .fn, [itemprop=name], .speaker-name')].find((part) => part.textContent.trim());
  const text = named?.textContent ?? line.text;
  return linked(readSpeakers(text), line);
}

/** A lone speaker takes the link of the line as the address of their page. */
function linked(speakers: Speaker[], { links: [link] }: Line): Speaker[] {
  return speakers.length === 1 && link ? speakers.map((speaker) => ({ ...speaker, url: link.url })) : speakers;
}

/** The page's own title says "Title by Name". */
function inHead({ page }: Sheet, { text }: Title): Found | undefined {
  for (const part of page.title.split(/(?<!\s)(?:\s*\|\s*|\s+[·»›]\s+)/)) {
    const rest = part.startsWith(text) ? part.slice(text.length) : '';
    const names =
      /^[\s,:–—-]*(?:an? (?:talk|workshop|session|presentation|keynote) )?(?:by|von|par|por|with|mit|avec|con)\s+([^,:.!?–—]{2,60})/i.exec(
        rest,
      )?.[1];
    const speakers = names ? readSpeakers(names) : [];
    if (speakers.length > 0) return { speakers, sure: 2 };
  }
  return undefined;
}

/** Lines whose block is called a speaker by its class; where many are, only those by the title. */
function byHint(sheet: Sheet, title: Title): Found | undefined {
  const hinted = sheet.lines.filter((line) => line.text !== title.text && isHinted(line));
  const near = new Set(sheet.lines.slice(Math.max(0, title.at - 3), title.at + NEAR));
  const lines = hinted.length > 8 ? hinted.filter((line) => near.has(line)) : hinted;
  const names = lines.filter(
    (line) => looksLikeName(withoutBracket(line.text)) || /(?:^|[\s_-])name(?:$|[\s_-])/.test(line.block.getAttribute('class') ?? ''),
  );
  const speakers = names.slice(0, 8).flatMap(personIn);
  return speakers.length > 0 ? { speakers: unique(speakers), sure: 2 } : undefined;
}

function isHinted(line: Line): boolean {
  if (line.text.length > 80 || labelOf(line.text)) return false;
  const hints = hintsOf(line.block);
  return SPEAKER_HINT.test(hints) && !BIO_HINT.test(hints);
}

/** Links to the pages of speakers. */
function byLink(sheet: Sheet): Found | undefined {
  const links = sheet.lines.flatMap((line) => line.links).filter(({ url, text }) => SPEAKER_PATH.test(url) && text.length < 120);
  const speakers = unique(links.flatMap(({ url, text }) => readSpeakers(text).map((speaker) => ({ ...speaker, url }))));
  return speakers.length > 0 && speakers.length <= 12 ? { speakers, sure: 2 } : undefined;
}

/** A title that carries its speaker, where the page's head or another line confirms the name. */
function inTitle(sheet: Sheet, title: Title): Found | undefined {
  for (const text of [title.text, ...headParts(sheet)]) {
    const found = splitByline(text);
    if (!found) continue;
    const own = text === title.text;
    const sure = /\b(?:by|von|par|por|による)\b/i.test(text) || found.speakers.every(({ name }) => stands(sheet, name, title));
    if (sure && (own || found.title.startsWith(title.text)))
      return { speakers: found.speakers, sure: 2, ...(own && { title: found.title }) };
  }
  return undefined;
}

function headParts({ page }: Sheet): string[] {
  return page.title.split(/(?<!\s)(?:\s*\|\s*|\s+[·»›—–]\s+)/);
}

function stands(sheet: Sheet, name: string, title: Title): boolean {
  return sheet.lines.some((line, at) => at !== title.at && (line.text === name || line.links.some(({ text }) => text === name)));
}

/** "by Ana Lima" or a bare name, on a line beside the title. */
function byline(sheet: Sheet, title: Title): Found | undefined {
  if (title.at < 0) return undefined;
  const beside = sheet.lines.slice(Math.max(0, title.at - 2), title.at + NEAR);
  for (const line of beside) {
    const by = /^(an? (?:talk|workshop|session|presentation|keynote) )?(?:by|von|par|por|di|av|mit|with|con|avec)\s+(.{3,120})$/i.exec(
      line.text,
    );
    const speakers = by?.[2] ? readSpeakers(by[2]) : [];
    // Articles too have a line "by Ana Lima".
    if (speakers.length > 0 && speakers.every(({ name }) => looksLikeName(name))) return { speakers, sure: by?.[1] ? 2 : 1 };
  }
  const bare = beside.find((line) => line.text !== title.text && line.text.length < 120 && namesOnly(line.text));
  return bare ? { speakers: readSpeakers(bare.text), sure: 1 } : undefined;
}

function namesOnly(text: string): boolean {
  const speakers = readSpeakers(text);
  return speakers.length > 0 && speakers.every(({ name }) => looksLikeName(name));
}

/** A heading "About Ana Lima", or one that is a name. */
function byHeading(sheet: Sheet, title: Title): Found | undefined {
  const headings = sheet.lines.filter((line, at) => at !== title.at && isHeading(line) && line.text.length < 80).map(({ text }) => text);
  const about = headings.map((text) => ABOUT.exec(text)?.[1]).find((name) => name && !/^(?:the|us|this|me)\b/i.test(name));
  const named = headings.filter(looksLikeName);
  const name = named.find((heading) => about && heading.startsWith(about)) ?? about ?? named[0];
  return name ? { speakers: readSpeakers(name), sure: 1 } : undefined;
}

function unique(speakers: Speaker[]): Speaker[] {
  const seen = new Set<string>();
  return speakers.filter(({ name }) => !seen.has(name) && seen.add(name));
}
