import type { PageReading } from '../core/reading';
import type { Finding } from './finding';
import { finish } from './finish';
import { pageOf } from './page';
import { siteFor } from './sites';

/**
 * Reads a page: null where nothing on it is a talk. Order of trust: structured data, then the site's own file, then headings and text.
 * @param doc the live document or a parsed one; it is never changed
 * @param url the address in the address bar
 * @param now the instant noted as `capturedAt`
 */
export function readPage(doc: Document, url: string, now: Date = new Date()): PageReading | null {
  const page = pageOf(doc, url);
  const own = siteFor(page);
  const said = own?.site.read(page);
  if (said === null) return null;
  const findings: Finding[] = [];
  if (own && said) findings.push({ ...said, extractor: own.id });
  return finish(findings, page, now);
}
