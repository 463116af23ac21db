import type { Line } from '../lines';
import { findClock } from '../dates/clock';
import { atColon, Lexicon } from '../lexicon';
import { WORDS } from '../vocabulary';
import type { Section } from './sections';
import type { Seen } from './seen';

const LABEL = new Lexicon(WORDS.location);
const HEADING = new Lexicon(WORDS.location, 'acces');
const BEFORE = new Lexicon('the,meeting,event');
/** Labelled fields on one line: "Date: Friday, July 31 Location: Los Altos, CA Event: ...". */
const INLINE = /^[^:]{2,20}:.{3,60}\s(?:Location|Venue|Where|Ort|Lieu|Lugar|Local|Miejsce):\s(.{3,80}?)(?=\s\p{Lu}\p{L}+:|$)/u;
const MAP =
  /google\.[a-z.]+\/maps|maps\.google|goo\.gl\/maps|maps\.app\.goo\.gl|openstreetmap\.org|osm\.org|bing\.com\/maps|maps\.apple\.com/i;
/** A place in a sentence: what stands behind a preposition and begins with a capital. */
const PLACES: readonly RegExp[] = [
  /(?:[dD]ans les locaux (?:de l['’]|de la |de |d['’]|du )|\bchez |,\s(?:toujours )?[àa] (?:la |l['’])?|\bà (?=La )|\b[àa] la |\bau )(\p{Lu}[^,.;()\n]{2,60})/u,
  /\b(?:im|in der|an der|in den räumen (?:der|von)|bei(?: der)?|beim)\s(\p{Lu}[^.;()\n]{2,80}?)(?=\s+(?:statt|um\s)|\s?[(.;]|,\s(?:statt|um)|$)/u,
  /\b(?:gościć .{0,20}będzie(?: ponownie)?|w klubie|w|na)\s((?:klub |klubie )?\p{Lu}[^,.;()\n]{2,50}?)(?=\s(?:przy|ul\.|o godz|odb)|[,.;(]|$)/u,
  /\b(?:na|no|en (?:el|la)?|em)\s(\p{Lu}[^,.;()\n]{2,60}?)(?=\s(?:e|y|a partir|às|a las)\s|[,.;(]|$)/u,
  /(?:\b(?:held |meet(?:ing)? )?at(?: the)?|@|\bhosted (?:by|at))\s?(\p{Lu}[^,.;()\n]{2,60}?)(?=\s(?:on|in|from|starting|for|to)\s|[,.;()]|$)/u,
];
const LONGEST = 60;

/** Where the meeting is, as the page says: front matter, a labelled line, a section, or the sentence that says when. */
export function meetingPlace({ lines, sections, front, head }: Pick<Seen, 'lines' | 'sections' | 'front' | 'head'>): string | undefined {
  return front?.place() ?? inSection(sections) ?? labelled(lines) ?? inSentence(lines) ?? labelled(head());
}

function labelled(lines: readonly Line[]): string | undefined {
  for (const [at, { text, level }] of lines.entries()) {
    const said = (level === 0 && isPlace(text) ? lines[at + 1]?.text : undefined) ?? behindLabel(text) ?? INLINE.exec(text)?.[1];
    if (said && said.length < 200) return said;
  }
  return undefined;
}

/** "Where", "Veranstaltungsort": a label that is all of its line. */
function isPlace(text: string): boolean {
  return text.length < 40 && HEADING.is(text, BEFORE);
}

function behindLabel(text: string): string | undefined {
  const said = atColon(text);
  return said && said.value.length > 1 && LABEL.is(said.label) ? said.value : undefined;
}

/** The lines below "Location" that are a name and an address: short ones, up to the first sentence; else the text of a map link. */
function inSection(sections: readonly Section[]): string | undefined {
  const own = sections.find(({ heading, own: below }) => isPlace(heading.text) && below.length > 0)?.own;
  if (!own) return undefined;
  const short: string[] = [];
  for (const { text, block } of own.slice(0, 4)) {
    if (text.length > LONGEST || /^T[DHR]$/.test(block.tagName) || /[:?]$/.test(text)) break;
    short.push(text);
  }
  if (short.length > 0) return short.join(' ').replace(/[.]$/, '');
  const map = own.flatMap(({ links }) => links).find(({ url, text }) => MAP.test(url) && text.length > 2);
  const first = own[0]?.text ?? '';
  return map?.text ?? (first.length < 120 ? first : first.split(/\.\s/)[0]?.slice(0, 120));
}

/** Only in sentences that say when, or that something takes place. */
function inSentence(lines: readonly Line[]): string | undefined {
  for (const { text } of lines.slice(0, 60)) {
    const part = text.slice(0, 600);
    if (
      !findClock(part) &&
      !/\b(?:statt|se déroulera|aura lieu|a été acc\w+|odbędzie|hosted|held|réunir|realizado|gościć|locaux)\b/u.test(part)
    )
      continue;
    const found = PLACES.map((pattern) => pattern.exec(part)?.[1]).find(Boolean);
    if (found) return found.replace(/[”"]?(?<!\s)\s+$/, '').trim();
  }
  return undefined;
}
