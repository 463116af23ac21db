import { isArchive } from '../core/archives';
import type { PageReading } from '../core/reading';
import { bounded } from './bounded';
import { NEVER, type Deadline } from './deadline';
import { finish } from './finish';
import { pageOf } from './page';
import { registryOf, siteIn } from './registry';

/** Sites whose own file says all there is about a page of theirs, or leaves it alone. */
export const ARCHIVES = registryOf(import.meta.glob('./archives/*.ts', { eager: true, import: 'default' }));

/**
 * Reads a page of a site that keeps recordings, slides or episodes: null where nothing on it is a talk, undefined where the page readers must look
 * themselves. What it needs of the project is small, so it comes as a script of its own.
 * @param doc the live document or a parsed one; it is never changed
 * @param url the address in the address bar
 * @param now the instant noted as `capturedAt`
 * @param late says when to give up
 */
export function readArchivePage(
  doc: Document,
  url: string,
  now: Date = new Date(),
  late: Deadline = NEVER,
): PageReading | null | undefined {
  if (!isArchive(url)) return undefined;
  const page = pageOf(bounded(doc, late), url, late);
  const own = siteIn(ARCHIVES, page);
  const said = own?.site.read(page);
  if (!own || said === undefined) return undefined;
  return said && finish([{ ...said, extractor: own.id }], page, now);
}
