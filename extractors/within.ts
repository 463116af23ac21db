import { inertDocument } from './inert';
import { pageOf, type Page } from './page';

/** A page as if some elements were all of it, under its own title and address. The page itself stays as it is. */
export function pageWithin(page: Page, title: string, ...elements: Element[]): Page {
  const doc = inertDocument('<!doctype html><html><head><title></title></head><body></body></html>', page.doc);
  const head = doc.querySelector('title');
  if (head) head.textContent = title;
  doc.body.append(...elements.map((element) => doc.importNode(element, true)));
  return pageOf(doc, page.url, page.late);
}
