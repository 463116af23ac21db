import type { TalkLink } from '../../core/talk';
import { contentOf } from '../content';
import { findDay } from '../dates/day';
import { linesOf, type Line } from '../lines';
import { linksIn } from '../links';
import { frontOf, matterOf, textIn, type Front } from '../matter/matter';
import { metaOf, type Page } from '../page';
import { agendaIn, type Entry } from './agenda';
import { sameTitle } from './candidate';
import { sectionsOf, type Section } from './sections';
import { isSection } from './words';

/** A page as the parts of this reader see it. */
export interface Seen {
  page: Page;
  front: Front | undefined;
  lines: readonly Line[];
  sections: readonly Section[];
  /** The timed programme. */
  entries: readonly Entry[];
  links: readonly TalkLink[];
  /** What stands in the page's head besides navigation: often the day and the place. Written when first asked for. */
  head: () => readonly Line[];
  /** The heading that names the whole page. */
  main: Line | undefined;
  title: string;
}

/** No page about one meeting is longer. */
const MOST_LINES = 1500;
const MOST_TEXT = 3000;
const MOST_HEAD = 12;
const CHROME = /^(?:NAV|FOOTER|FORM|SCRIPT|STYLE|NOSCRIPT|TEMPLATE|SVG|IFRAME)$/i;

export function seenOn(page: Page): Seen {
  const content = contentOf(page);
  const lines = linesOf(content, page)
    .slice(0, MOST_LINES)
    .map((line) => (line.text.length > MOST_TEXT ? { ...line, text: line.text.slice(0, MOST_TEXT) } : line));
  const front = frontOf(page.doc);
  const main = mainHeading(page, lines);
  return {
    page,
    lines,
    sections: sectionsOf(lines),
    entries: agendaIn(lines),
    front,
    links: [...(front?.links() ?? []), ...linksIn(content, page)],
    head: () => headOf(page),
    main,
    title: meetingTitle(page, lines, main),
  };
}

/** A post's head says when it was written, not when the meeting is. */
function headOf(page: Page): Line[] {
  if (metaOf(page.doc, 'article:published_time', 'datePublished') || page.doc.querySelector('time, .post-date, .entry-date')) return [];
  return linesOf(page.doc.body, page, (element) => CHROME.test(element.tagName)).slice(0, MOST_HEAD);
}

/** The heading that the page's title repeats; else the first that is not the name of a section. */
function mainHeading({ doc, title }: Page, lines: readonly Line[]): Line | undefined {
  const headings = lines.filter(({ level, text }) => level > 0 && level < 4 && text.length > 2);
  if (matterOf(doc).has('title')) return headings.find(({ text }) => sameTitle(text, title));
  const said = (metaOf(doc, 'og:title') ?? title).toLowerCase();
  const repeated = headings.find(({ text }) => said.includes(text.toLowerCase()));
  return repeated ?? headings.find(({ level, text }) => level === 1 && !isSection(text));
}

/** The front matter's title, else the main heading; where that is but a date, what the summary or the next heading says. */
function meetingTitle({ doc, title }: Page, lines: readonly Line[], main: Line | undefined): string {
  const matter = matterOf(doc);
  if (matter.has('title')) return title;
  const heading = main?.text ?? title;
  if (!isOnlyDate(heading)) return heading;
  const summary = textIn(matter, 'summary');
  const below = lines.find(({ level }) => level > (main?.level ?? 1) && level < 4)?.text;
  return below && !isSection(below) && (!summary || sameTitle(below, summary)) ? below : (summary ?? heading);
}

function isOnlyDate(text: string): boolean {
  const day = findDay(text);
  if (!day) return false;
  const rest = text.slice(0, day.from) + text.slice(day.to);
  return /^[^\p{L}\p{N}]*(?:\p{L}{1,20},?\s[^\p{L}\p{N}]*)?(?:(?:regular|monthly|our)\s)?(?:(?:meeting|meet-?up)[^\p{L}\p{N}]*)?$/iu.test(
    rest,
  );
}
