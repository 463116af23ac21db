import { safeUrl } from '../core/url';
import { inertDocument } from './inert';

const MOST = 60_000;
const INLINE = /\[([^[\]\n]{1,300})\]\((https?:[^\s()]{1,1000})\)|(https?:\/\/[^\s<>()"']{3,1000})|(\*\*|__)(?=\S)([^*_\n]{1,300})\4/g;

/**
 * A description that a site keeps as Markdown, as an inert DOM: headings, lists, bold text, links and line breaks, which is all that organisers
 * write there. Whole Markdown documents are for markdown.ts, whose parser would double the weight of the script that is injected into pages.
 */
export function descriptionDocument(text: string, doc: Document): Document {
  const made = inertDocument('<!doctype html><html><head></head><body></body></html>', doc);
  for (const line of text.slice(0, MOST).split(/\r?\n/)) if (line.trim()) made.body.append(blockOf(line.trim(), made));
  return made;
}

function blockOf(line: string, doc: Document): Element {
  const [, hashes = '', heading = ''] = /^(#{1,6})\s+(\S.*)$/.exec(line) ?? [];
  const item = /^(?:[-*+]|\d{1,3}[.)])\s+(\S.*)$/.exec(line)?.[1];
  const block = doc.createElement(heading ? `h${hashes.length}` : item ? 'li' : 'p');
  block.append(...inlineOf(heading || item || line, doc));
  return block;
}

function inlineOf(text: string, doc: Document): (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let at = 0;
  for (const found of text.matchAll(INLINE)) {
    nodes.push(plain(text.slice(at, found.index)), markOf(found, doc));
    at = found.index + found[0].length;
  }
  return [...nodes, plain(text.slice(at))];
}

function markOf([whole, label, target, bare, , bold]: RegExpMatchArray, doc: Document): Node | string {
  const url = safeUrl(target ?? bare);
  const element = doc.createElement(url ? 'a' : 'strong');
  if (url) element.setAttribute('href', url);
  element.textContent = plain(label ?? bold ?? bare ?? whole);
  return element;
}

/** Backslashes before marks, and marks of emphasis, are not text. */
function plain(text: string): string {
  return text.replace(/\\([\\`*_{}[\]()#+.!|~>-])/g, '$1').replace(/(^|[\s(])[*_]{1,2}(?=\S)|(\S)[*_]{1,2}(?=$|[\s).,:;!?])/g, '$1$2');
}
