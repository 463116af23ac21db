import type { PageKind, PageReading } from '../core/reading';
import { bounded } from './bounded';
import { NEVER, type Deadline } from './deadline';
import type { Finding } from './finding';
import { finish } from './finish';
import { readMeetupPage } from './meetup-page';
import { pageOf, type Page } from './page';
import { readSchedulePage } from './schedule-page';
import { readShowNotesPage } from './show-notes-page';
import { siteIn } from './registry';
import { SITES } from './sites';
import { structuredOn } from './structured-data';
import { CERTAIN, weighTalkPage } from './talk-page';
import { pageWithin } from './within';

/**
 * Reads a page: null where nothing on it is a talk. Documents shown as plain text are for read-text.ts, pages of archives for archives.ts.
 * @param doc the live document or a parsed one; it is never changed
 * @param url the address in the address bar
 * @param now the instant noted as `capturedAt`
 * @param late says when to give up: what was found until then is what the page is said to hold
 */
export function readOpenPage(doc: Document, url: string, now: Date = new Date(), late: Deadline = NEVER): PageReading | null {
  const page = pageOf(bounded(doc, late), url, late);
  return finish(findingsOn(page), page, now);
}

/** What was found, best trusted first. The site's own file comes first because it knows where its site's data can be believed. */
function findingsOn(page: Page): Finding[] {
  const own = siteIn(SITES, page);
  const said = own?.site.read(page);
  if (said === null) return [];
  const findings: Finding[] = own && said ? [{ ...said, extractor: own.id }] : [];
  if (said?.complete) return findings;
  const part = own?.site.part?.(page);
  const found = readKind(part ? pageWithin(page, page.title, part) : page, said?.kind);
  if (found) findings.push(found);
  // Structured data says when and where, but not what a page is: a concert is an Event too.
  return findings.length > 0 ? withStructured(findings, page) : [];
}

/** Structured data is trusted before what was read from headings and text, and after the site's own file. */
function withStructured(findings: Finding[], page: Page): Finding[] {
  const structured = structuredOn(page);
  if (!structured) return findings;
  const generic = findings.findLastIndex(({ extractor }) => extractor.endsWith('-page'));
  return generic < 0 ? [...findings, structured] : findings.toSpliced(generic, 0, structured);
}

/**
 * The generic readers, one a page kind; the first that is sure wins. A page that is certainly about one talk is not asked whether it is a
 * meeting, which takes longest to tell.
 * @param kind the only kind that comes into question, where the site has said so
 */
function readKind(page: Page, kind?: PageKind): Finding | undefined {
  const may = (one: PageKind): boolean => kind === undefined || kind === one;
  const listed = (may('show-notes') && readShowNotesPage(page)) || (may('schedule') && readSchedulePage(page)) || undefined;
  if (listed) return listed;
  const talk = may('talk') ? weighTalkPage(page) : undefined;
  if (talk && (talk.points >= CERTAIN || page.late())) return talk.finding;
  return (may('meetup') ? readMeetupPage(page) : undefined) ?? talk?.finding;
}
