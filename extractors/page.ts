import { siteOf } from '../core/url';

/** A page or document as the readers see it. What is costly to find out is found out once, when first asked for. */
export interface Page {
  readonly doc: Document;
  /** The address in the address bar, which outranks every address the page claims for itself. */
  readonly url: string;
  /** Host without www. and m. */
  readonly site: string;
  /** BCP 47 tag the page declares, or undefined. */
  readonly lang: string | undefined;
  /** The page's `<title>`. */
  readonly title: string;
}

export function pageOf(doc: Document, url: string): Page {
  const lang = doc.documentElement.getAttribute('lang')?.trim().replace('_', '-');
  return {
    doc,
    url,
    site: siteOf(url),
    lang: lang && /^[a-z]{2,3}(-\w+)*$/i.test(lang) ? lang : undefined,
    title: textOf(doc.querySelector('title')),
  };
}

/** An element's text on one line, soft hyphens and zero-width marks removed; empty for a missing element. */
export function textOf(element: Element | null | undefined): string {
  return tidy(element?.textContent ?? '');
}

export function tidy(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The content of the first `<meta>` that has one of the names, as property, name or itemprop. */
export function metaOf(doc: Document, ...names: string[]): string | undefined {
  for (const name of names) {
    const meta = doc.querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`);
    const content = tidy(meta?.getAttribute('content') ?? meta?.getAttribute('value') ?? '');
    if (content) return content;
  }
  return undefined;
}

/** The text of a document that the browser shows as one `<pre>` (text/plain), undefined for any other page. */
export function plainText(doc: Document): string | undefined {
  const [only, other] = doc.querySelectorAll('body > *');
  return only?.localName === 'pre' && !other && !doc.querySelector('title') ? only.textContent : undefined;
}
