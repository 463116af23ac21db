import type { Line } from '../lines';
import { isMatter, textIn, type Matter } from '../matter/matter';
import { findClock } from '../dates/clock';
import type { Section } from './sections';
import type { Seen } from './seen';

const LABEL =
  /^\W{0,4}(?:where|location|venue|place|address|meeting (?:place|location)|lieu|où|adresse|ort|wo|veranstaltungsort|treffpunkt|lugar|dónde|local|onde|luogo|dove|sede|miejsce|gdzie|plats|var|会場|場所|开催地点|地点|место|где)\W{0,3}[:：|]\s*(\S.{1,200})$/iu;
/** Labelled fields on one line: "Date: Friday, July 31 Location: Los Altos, CA Event: ...". */
const INLINE = /^[^:]{2,20}:.{3,60}\s(?:Location|Venue|Where|Ort|Lieu|Lugar|Local|Miejsce):\s(.{3,80}?)(?=\s\p{Lu}\p{L}+:|$)/u;
const HEADING =
  /^\W{0,4}(?:the |meeting |event )?(?:where|location|venue|place|address|lieu|où|accès|adresse|ort|wo|veranstaltungsort|lugar|dónde|local|onde|luogo|dove|sede|miejsce|gdzie|plats|会場|場所|地点|место)\W{0,3}$/iu;
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
export function meetingPlace({ lines, sections, matter, head }: Pick<Seen, 'lines' | 'sections' | 'matter' | 'head'>): string | undefined {
  return inMatter(matter) ?? inSection(sections) ?? labelled(lines) ?? inSentence(lines) ?? labelled(head());
}

function inMatter(matter: Matter): string | undefined {
  const keys = ['location', 'venue', 'place', 'where', 'address', 'lieu', 'ort', 'room'];
  const named = keys.map((key) => matter.get(key)).find((value) => isMatter(value));
  const text = textIn(matter, ...keys) ?? (isMatter(named) ? textIn(named, 'name', 'title', 'address') : undefined);
  return text && !/^https?:/.test(text) ? text : undefined;
}

function labelled(lines: readonly Line[]): string | undefined {
  for (const [at, { text, level }] of lines.entries()) {
    const said = (level === 0 && HEADING.test(text) ? lines[at + 1]?.text : undefined) ?? LABEL.exec(text)?.[1] ?? INLINE.exec(text)?.[1];
    if (said && said.length < 200) return said;
  }
  return undefined;
}

/** The lines below "Location" that are a name and an address: short ones, up to the first sentence; else the text of a map link. */
function inSection(sections: readonly Section[]): string | undefined {
  const own = sections.find(({ heading, own: below }) => HEADING.test(heading.text) && below.length > 0)?.own;
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
    if (found) return found.replace(/[”"]?\s+$/, '').trim();
  }
  return undefined;
}
