import { draftsOf } from '../../../core/reading';
import type { TalkDraft } from '../../../core/talk';
import { safeUrl } from '../../../core/url';
import type { Imported } from '../../../formats/format';

/** Where a document without an address is read as if it lay (RFC 2606): nothing of it is kept. */
const NOWHERE = 'file.invalid';

/**
 * The talks of a document (.html .ics .rst .md), as they are read when it is opened in a tab. Of a document that does not tell its own address
 * those are taken that link to a page or recording of their own; the others are refused.
 */
export async function talksIn(text: string, file: string, now = new Date()): Promise<Imported[]> {
  const { readText } = await import('../../../extractors/read-text');
  const isPage = /^\s*(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype html|html|head|body)[\s>]/i.test(text.slice(0, 2000));
  const doc = new DOMParser().parseFromString(isPage ? text : '<pre></pre>', 'text/html');
  const pre = isPage ? null : doc.querySelector('pre');
  if (pre) pre.textContent = text;
  const name = file.split(/[/\\]/).at(-1) ?? file;
  const page = readText(doc, addressIn(doc, text) ?? `https://${NOWHERE}/${encodeURIComponent(name)}`, now);
  return page ? draftsOf(page).map(addressed) : [];
}

/** The address a page was saved from: as it says itself, or as the browser noted at its top. */
function addressIn(doc: Document, text: string): string | undefined {
  const own =
    doc.querySelector('link[rel=canonical]')?.getAttribute('href') ?? doc.querySelector('meta[property="og:url"]')?.getAttribute('content');
  const noted = /<!-- saved from url=\(\d{1,5}\)(\S{1,2000}) -->/.exec(text.slice(0, 5000))?.[1];
  return [noted, own].map((url) => (url && /^https?:/i.test(url) ? safeUrl(url) : undefined)).find(Boolean);
}

function addressed(draft: TalkDraft): Imported {
  const links = draft.links.filter(({ url }) => !isNowhere(url));
  const kept = {
    ...draft,
    links,
    ...(draft.event && { event: { ...draft.event, url: isNowhere(draft.event.url) ? undefined : draft.event.url } }),
  };
  if (!isNowhere(draft.source.url)) return { talk: kept };
  const own = links.find(({ kind }) => kind === 'page') ?? links.find(({ kind }) => kind === 'video') ?? links[0];
  if (!own) return { refused: 'no address', detail: draft.title };
  const { shared: _shared, ...source } = draft.source;
  return { talk: { ...kept, source: { ...source, url: own.url } } };
}

function isNowhere(url: string | undefined): boolean {
  return url !== undefined && URL.canParse(url) && new URL(url).hostname === NOWHERE;
}
