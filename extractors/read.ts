import type { PageReading } from '../core/reading';
import { readDocument } from './documents';
import type { Finding } from './finding';
import { finish } from './finish';
import { readMeetupPage } from './meetup-page';
import { pageOf, plainText, type Page } from './page';
import { readSchedulePage } from './schedule-page';
import { readShowNotesPage } from './show-notes-page';
import { siteFor } from './sites';
import { readTalkPage } from './talk-page';
import { pageWithin } from './within';

/** One reader a page kind; the first that is sure wins. */
const READERS: readonly ((page: Page) => Finding | undefined)[] = [readShowNotesPage, readSchedulePage, readMeetupPage, readTalkPage];

/**
 * Reads a page or a document shown as plain text: null where nothing on it is a talk.
 * @param doc the live document or a parsed one; it is never changed
 * @param url the address in the address bar
 * @param now the instant noted as `capturedAt`
 */
export function readPage(doc: Document, url: string, now: Date = new Date()): PageReading | null {
  const text = plainText(doc);
  const document = text === undefined ? doc : readDocument(text, url, doc);
  if (!document) return null;
  if ('extractor' in document) return finish([document], pageOf(doc, url), now);
  const page = pageOf(document, url);
  return finish(findingsOn(page), page, now);
}

/** What was found, best trusted first. The site's own file comes first because it knows where its site's data can be believed. */
function findingsOn(page: Page): Finding[] {
  const own = siteFor(page);
  const said = own?.site.read(page);
  if (said === null) return [];
  const findings: Finding[] = own && said ? [{ ...said, extractor: own.id }] : [];
  if (said?.complete) return findings;
  const part = own?.site.part?.(page);
  const seen = part ? pageWithin(page, page.title, part) : page;
  for (const read of READERS) {
    const found = read(seen);
    if (!found || (findings[0]?.kind && findings[0].kind !== found.kind)) continue;
    findings.push(found);
    break;
  }
  return findings;
}
