import type { PageReading } from '../core/reading';
import { readDocument } from './documents';
import { NEVER, type Deadline } from './deadline';
import { finish } from './finish';
import { pageOf, plainText } from './page';
import { readPage } from './read';

/**
 * Reads a document that the browser shows as plain text (.ics .rst .md), or any other page as `readPage` does. Kept apart from it because the parsers
 * of documents weigh as much as all the rest and few pages need them.
 * @param doc the live document; it is never changed
 * @param url the address in the address bar
 * @param now the instant noted as `capturedAt`
 * @param late says when to give up, as for `readPage`
 */
export function readText(doc: Document, url: string, now: Date = new Date(), late: Deadline = NEVER): PageReading | null {
  const text = plainText(doc);
  if (text === undefined) return readPage(doc, url, now, late);
  const document = readDocument(text, url, doc);
  if (!document) return null;
  return 'extractor' in document ? finish([document], pageOf(doc, url), now) : readPage(document, url, now, late);
}
