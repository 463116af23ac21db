import type { Finding } from './finding';

/**
 * A document that the browser shows as plain text: reStructuredText and Markdown become a DOM for the page readers, iCalendar is
 * read at once. Undefined where the text is no such document.
 * @param doc the document that shows it, for `implementation` only
 */
export function readDocument(_text: string, _url: string, _doc: Document): Document | Finding | undefined {
  return undefined;
}
