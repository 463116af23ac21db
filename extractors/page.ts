import { siteOf } from '../core/url';
import { NEVER, type Deadline } from './deadline';

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
  /** Whether the time for this page is spent. */
  readonly late: Deadline;
}

/** A title that is longer is no title; readers try many patterns on it. */
const LONGEST_TITLE = 1000;
/** No text that a reader asks for as a whole is longer; the longest that is kept, an abstract, has a fifth of it. */
const MOST_TEXT = 20_000;

export function pageOf(doc: Document, url: string, late: Deadline = NEVER): Page {
  // A single-page app changes its document between two readings.
  metas.delete(doc);
  texts.delete(doc);
  const lang = doc.documentElement.getAttribute('lang')?.trim().replace('_', '-');
  return {
    doc,
    url,
    site: siteOf(url),
    lang: lang && /^[a-z]{2,3}(-\w+)*$/i.test(lang) ? lang : undefined,
    title: textOf(doc.querySelector('title')).slice(0, LONGEST_TITLE),
    late,
  };
}

/** An element's text on one line, soft hyphens and zero-width marks removed; empty for a missing element. */
export function textOf(element: Element | null | undefined): string {
  return tidy((element?.textContent ?? '').slice(0, MOST_TEXT));
}

export function tidy(text: string): string {
  return onOneLine(text).trim();
}

/** A text with every white space one blank, invisible marks removed. */
export function onOneLine(text: string): string {
  if (!UNTIDY.test(text)) return text;
  return (HIDDEN.test(text) ? text.replace(INVISIBLE, '') : text).replace(/\s+/g, ' ');
}

const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;
const HIDDEN = /[\u00ad\u200b\u2060\ufeff]/;
const UNTIDY = /[\u00ad\u200b\u2060\ufeff\t-\r\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]| {2}/;

/** The content of the first `<meta>` that has one of the names, as property, name or itemprop. */
export function metaOf(doc: Document, ...names: string[]): string | undefined {
  const all = metasOf(doc);
  for (const name of names) {
    const content = all.get(name);
    if (content) return content;
  }
  return undefined;
}

const metas = new WeakMap<Document, ReadonlyMap<string, string>>();

/** Every `<meta>` of a document by each of its names, read once a page: readers ask for dozens. */
function metasOf(doc: Document): ReadonlyMap<string, string> {
  const known = metas.get(doc);
  if (known) return known;
  const all = new Map<string, string>();
  for (const meta of doc.querySelectorAll('meta[property], meta[name], meta[itemprop]')) {
    const content = tidy((meta.getAttribute('content') ?? meta.getAttribute('value') ?? '').slice(0, MOST_TEXT));
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = meta.getAttribute(attribute);
      if (name && !all.has(name)) all.set(name, content);
    }
  }
  metas.set(doc, all);
  return all;
}

/** All text of the body, scripts included, for questions that need no lines. */
export function bodyText({ doc }: Page): string {
  const text = texts.get(doc) ?? doc.body.textContent;
  texts.set(doc, text);
  return text;
}

const texts = new WeakMap<Document, string>();

/** The text of a document that the browser shows as one `<pre>` (text/plain), undefined for any other page. */
export function plainText(doc: Document): string | undefined {
  const only = doc.body.firstElementChild;
  return only?.localName === 'pre' && !only.nextElementSibling && !doc.querySelector('title') ? only.textContent : undefined;
}
