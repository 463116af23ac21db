import { parseUrl } from '../core/url';
import type { Finding } from './finding';
import { isCalendar, readCalendar } from './ics';
import { isMarkdown, markdownDocument } from './markdown';
import { repair } from './mojibake';
import { isRst, rstDocument } from './rst';

/**
 * A document that the browser shows as plain text: reStructuredText and Markdown become a DOM for the page readers, iCalendar is
 * read at once. Undefined where the text is no such document. Text that was decoded wrongly once is repaired.
 * @param doc a document of the window at hand
 */
export function readDocument(text: string, url: string, doc: Document): Document | Finding | undefined {
  const clean = repair(text);
  if (isCalendar(clean)) return readCalendar(clean, url);
  const name = (parseUrl(url)?.pathname ?? '').toLowerCase();
  if (/\.(?:rst|rest)$/.test(name)) return rstDocument(clean, doc);
  if (/\.(?:md|markdown|mdown|mkdn?|mdx|qmd|rmd)$/.test(name)) return markdownDocument(clean, doc);
  if (/\.(?!txt$|text$)[a-z][a-z0-9]{0,4}$/.test(name)) return undefined;
  if (isRst(clean)) return rstDocument(clean, doc);
  return isMarkdown(clean) ? markdownDocument(clean, doc) : undefined;
}
