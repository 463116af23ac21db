import { COPIED, endsBy, type Deadline } from './deadline';
import { inertDocument } from './inert';

/** No page that people wrote for people has more elements: the largest of 459 real ones has 2,900, a schedule of 1,500 talks about 15,000. */
const MOST_ELEMENTS = 20_000;

/**
 * The document itself or, where it is larger than any page that people wrote, an inert copy of its beginning: what a reader costs grows with the
 * page, and what such a page is about stands at its top.
 */
export function bounded(doc: Document, late: Deadline): Document {
  return doc.getElementsByTagName('*').length <= MOST_ELEMENTS ? doc : beginningOf(doc, late);
}

function beginningOf(doc: Document, late: Deadline): Document {
  const copy = inertDocument('<!doctype html><html><head></head><body></body></html>', doc);
  const isLate = endsBy(late, COPIED);
  const copies = new Map<Node, Node>([
    [doc.documentElement, copy.documentElement],
    [doc.head, copy.head],
    [doc.body, copy.body],
  ]);
  for (const { name, value } of doc.documentElement.attributes) copy.documentElement.setAttribute(name, value);
  const walker = doc.createTreeWalker(doc.documentElement, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(), left = MOST_ELEMENTS; node && left > 0 && !isLate(); node = walker.nextNode()) {
    if (copies.has(node)) continue;
    const twin = copy.importNode(node, false);
    copies.get(node.parentNode ?? doc.body)?.appendChild(twin);
    copies.set(node, twin);
    if (node.nodeType === Node.ELEMENT_NODE) left -= 1;
  }
  return copy;
}
