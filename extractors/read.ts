import type { PageReading } from '../core/reading';
import { readArchivePage } from './archives';
import { NEVER, type Deadline } from './deadline';
import { readOpenPage } from './read-open';

/**
 * Reads any page, as the scripts do one after the other: null where nothing on it is a talk. Documents shown as plain text are for
 * read-text.ts.
 * @param doc the live document or a parsed one; it is never changed
 * @param url the address in the address bar
 * @param now the instant noted as `capturedAt`
 * @param late says when to give up: what was found until then is what the page is said to hold
 */
export function readPage(doc: Document, url: string, now: Date = new Date(), late: Deadline = NEVER): PageReading | null {
  const archived = readArchivePage(doc, url, now, late);
  return archived === undefined ? readOpenPage(doc, url, now, late) : archived;
}
