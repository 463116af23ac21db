import { canonicalKey } from '../../core/canonical';
import { LIMITS, type TalkLink } from '../../core/talk';
import { siteOf } from '../../core/url';
import type { TalkFinding } from '../finding';
import type { Line, LineLink } from '../lines';
import type { Page } from '../page';
import { remarkOn, titleOf } from './remarks';
import { ASK, AUDIO_FILE, BUTTON, CHROME_SECTION, CONTACT_SECTION, NOTES_SECTION, NUMBERED, SHARE_URL, SPONSOR } from './words';

type Part = 'notes' | 'contacts' | 'sponsor' | 'chrome';

export interface Items {
  /** What the episode talked about, one a link. */
  talks: TalkFinding[];
  /** Where the people of the show are found. */
  contacts: TalkLink[];
}

/** The linked items of show notes, each once, with the host's remark; contacts apart, advertising and buttons left out. */
export function itemsOf(lines: Line[], page: Page): Items {
  const parts = partsOf(lines);
  const seen = new Map<string, TalkFinding | null>([[canonicalKey(page.url), null]]);
  const items: Items = { talks: [], contacts: [] };
  for (const [at, line] of lines.entries()) {
    const part = parts[at] ?? 'notes';
    if (items.talks.length >= LIMITS.talksPerPage || page.late()) break;
    if (part === 'sponsor' || part === 'chrome' || line.level === 1) continue;
    for (const link of line.links) {
      const key = canonicalKey(link.url);
      if (seen.has(key) || !isThing(link, page)) continue;
      if (part === 'contacts') {
        seen.set(key, null);
        items.contacts.push({ url: link.url, kind: 'other', label: link.text });
      } else {
        const talk = itemOf(lines, at, link);
        seen.set(key, talk);
        items.talks.push(talk);
      }
    }
  }
  return items;
}

function itemOf(lines: Line[], at: number, link: LineLink): TalkFinding {
  const line = lines[at] as Line;
  const title = titleOf(line, link);
  const abstract = remarkOn(lines, at, link);
  return {
    title,
    kind: isTalk(link, `${title} ${abstract}`) ? 'talk' : 'link',
    speakers: [],
    links: [{ url: link.url, kind: 'page', label: link.text }],
    ...(abstract && { abstract }),
  };
}

/** A recording or slides that the words beside it call a talk. */
function isTalk(link: LineLink, text: string): boolean {
  return (
    /^https?:\/\/(?:[\w-]+\.)?(?:youtube\.com\/watch|youtu\.be\/|vimeo\.com\/\d|media\.ccc\.de\/v\/|infoq\.com\/presentations\/|ted\.com\/talks\/|speakerdeck\.com\/.+\/|slideshare\.net\/.+\/|pyvideo\.org\/)/i.test(
      link.url,
    ) &&
    (/\b(?:talk|keynote|lecture|presentation|conference|\w*conf|pycon|meetup|vortrag|charla|palestra|conférence)\b|доклад|講演|演讲/iu.test(
      text,
    ) ||
      /\/talks?\/|presentations|speakerdeck|slideshare|pyvideo/.test(link.url))
  );
}

/** What each line belongs to: the section it stands in, the list its introduction speaks of, or its own words. */
function partsOf(lines: Line[]): Part[] {
  let section: { part: Part; level: number } = { part: 'notes', level: 9 };
  let intro: { part: Part; depth: number } | undefined;
  return lines.map((line) => {
    if (isHeading(line)) section = { part: partOf(line.text), level: line.level };
    // A bold line ends where the next item stands out; a real heading ends at the next heading only.
    else if (section.level === 7 && line.depth === 0 && (line.level === 7 || NUMBERED.test(line.text)))
      section = { part: 'notes', level: 9 };
    if (isHeading(line)) {
      intro = undefined;
      return section.part;
    }
    if (intro && line.depth <= intro.depth) intro = undefined;
    const own = ownPartOf(line);
    if (!intro && own !== 'notes' && /[:：]$/.test(line.text)) intro = { part: own, depth: line.depth };
    if (section.part !== 'notes') return section.part;
    return intro?.part ?? own;
  });
}

/** A bold line with a link is an item that stands out, not the title of a section. */
function isHeading(line: Line): boolean {
  return line.level > 0 && (line.level < 7 || line.links.length === 0);
}

function partOf(heading: string): Part {
  if (NOTES_SECTION.test(heading)) return 'notes';
  if (SPONSOR.test(heading)) return 'sponsor';
  if (CHROME_SECTION.test(heading)) return 'chrome';
  return CONTACT_SECTION.test(heading) && heading.length < 60 ? 'contacts' : 'notes';
}

/** Advertising is known by its words wherever it stands; contacts only by a line that introduces a list of them. */
function ownPartOf(line: Line): Part {
  if (SPONSOR.test(line.text)) return 'sponsor';
  if (ASK.test(line.text)) return 'chrome';
  return /[:：]$/.test(line.text) && line.links.length === 0 && line.text.length < 120 && CONTACT_SECTION.test(line.text)
    ? 'contacts'
    : 'notes';
}

function isThing({ url, text }: LineLink, page: Page): boolean {
  if (!/^https?:/.test(url) || AUDIO_FILE.test(url) || SHARE_URL.test(url) || BUTTON.test(text) || !/[\p{L}\p{N}]/u.test(text))
    return false;
  return siteOf(url) !== page.site || !/\/(?:tags?|categor(?:y|ies)|authors?|people|topics?|page)\//i.test(url);
}
