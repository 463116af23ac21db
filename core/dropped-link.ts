import { LIMITS, type TalkDraft } from './talk';
import { parseUrl, safeUrl } from './url';

/** The most links of one drop; a window full of tabs has fewer. */
const MOST = 100;

/** What a drop carries, as the browser names the kinds of data. */
export interface Carried {
  /** `text/uri-list`: addresses line by line, notes begin with # (RFC 2483). */
  uris: string;
  /** `text/plain`: what a selected text reads. */
  text: string;
  /** The words of the links that were dragged, by address. */
  labels?: ReadonlyMap<string, string>;
}

/** A draft for every web address in what was dropped. Nothing is known of a page that nobody has opened but its address and the link's words. */
export function draftsFromDrop({ uris, text, labels }: Carried, now: Date): TalkDraft[] {
  const lines = (uris.trim() ? uris : text).split(/[\r\n]+/, 10 * MOST);
  const found = lines.filter((line) => !line.startsWith('#')).flatMap((line) => webAddress(line) ?? []);
  return [...new Set(found)].slice(0, MOST).map((url) => draft(url, labels?.get(url) ?? '', now));
}

function webAddress(line: string): string | undefined {
  const url = safeUrl(line.trim());
  return url && /^https?:/.test(url) ? url : undefined;
}

function draft(url: string, label: string, now: Date): TalkDraft {
  const { host = '', pathname = '' } = parseUrl(url) ?? {};
  const title = (label.replace(/\s+/g, ' ').trim() || `${host}${pathname === '/' ? '' : pathname}`).slice(0, LIMITS.title);
  const source = { url, title, extractor: 'dropped-link', capturedAt: now.toISOString() };
  return { title, kind: 'link', speakers: [], links: [{ url, kind: 'page' }], source };
}
