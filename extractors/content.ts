/** Which part of a page is its content, and which is furniture that stands on every page of the site. */
import { textOf, type Page } from './page';
import { labelOf } from './talk/labels';

const FURNITURE_TAGS = new Set(['NAV', 'FOOTER', 'SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG', 'SELECT', 'IFRAME', 'DIALOG']);
const FURNITURE_ROLES = /^(navigation|contentinfo|complementary|search|banner|dialog|menu|menubar)$/;
const FURNITURE_CLASS =
  /(?:^|[-_\s])(?:nav|navbar|navigation|pagenavigation|menu|sidebar|footer|comments?|disqus|related|relatedposts?|share|sharing|socials?|breadcrumbs?|pagination|pager|newsletter|cookies?|cookie-?banner|subscribe|skip-?links?)(?:[-_\s]|$)/i;
/** Class attributes longer than this are generated and say nothing. */
const LONGEST_CLASS = 300;

/** Whether an element is furniture: navigation, site header and footer, comments, sharing, related pages, scripts. */
export function isFurniture(element: Element): boolean {
  const tag = element.tagName;
  if (FURNITURE_TAGS.has(tag) || FURNITURE_TAGS.has(tag.toUpperCase())) return true;
  if (tag === 'BUTTON') return !element.parentElement?.closest('h1, h2, h3, h4, h5, h6');
  // Some servers wrap every page in one form.
  if (tag === 'FORM') return !element.querySelector('h1, h2, h3, h4');
  if (!element.hasAttributes() && tag !== 'HEADER' && tag !== 'ASIDE') return false;
  if (FURNITURE_ROLES.test(element.getAttribute('role') ?? '')) return true;
  if (tag === 'HEADER' || tag === 'ASIDE') return !element.parentElement?.closest('article, main, section');
  return hasFurnitureClass(element) && !element.querySelector('h1, main, article');
}

function hasFurnitureClass(element: Element): boolean {
  const names = element.getAttribute('class') ?? '';
  return (
    (names !== '' && names.length < LONGEST_CLASS && FURNITURE_CLASS.test(names)) || (element.id !== '' && FURNITURE_CLASS.test(element.id))
  );
}

/** Furniture that is none on the page of a talk: a sidebar that says who speaks. */
export function isSpeakerAside(element: Element): boolean {
  if (element.tagName !== 'DIV' && element.tagName !== 'ASIDE') return false;
  if (element.getAttribute('role') || element.children.length > 20) return false;
  return [...element.querySelectorAll('h2, h3, h4, h5, dt')].slice(0, 20).some((heading) => labelOf(textOf(heading)) === 'speaker');
}

interface Parts {
  content: Element;
  around: Element;
}

const parts = new WeakMap<Page, Parts>();

/** The element that holds what the page is about: its one article, else its main part, else the whole body. */
export function contentOf(page: Page): Element {
  return partsOf(page).content;
}

/** The one main part, or the body: a heading often stands outside of the only article. */
export function aroundContent(page: Page): Element {
  return partsOf(page).around;
}

function partsOf(page: Page): Parts {
  const known = parts.get(page);
  if (known) return known;
  const content = contentIn(page.doc);
  const around = content.tagName === 'ARTICLE' ? (content.closest('main') ?? page.doc.body) : content;
  parts.set(page, { content, around });
  return { content, around };
}

function contentIn(doc: Document): Element {
  const articles = doc.querySelectorAll('article');
  const mains = doc.querySelectorAll('main, [role="main"]');
  const candidates = [articles.length === 1 ? articles[0] : undefined, mains.length === 1 ? mains[0] : undefined];
  const fit = candidates.find((element) => element && element.textContent.length > 200);
  return fit ?? doc.body;
}
