/** Which part of a page is its content, and which is furniture that stands on every page of the site. */

const FURNITURE_TAGS = new Set(['NAV', 'FOOTER', 'SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG', 'SELECT', 'IFRAME', 'DIALOG']);
const FURNITURE_ROLES = /^(navigation|contentinfo|complementary|search|banner|dialog|menu|menubar)$/;
const FURNITURE_CLASS =
  /(?:^|[-_\s])(?:nav|navbar|navigation|pagenavigation|menu|sidebar|footer|comments?|disqus|related|relatedposts?|share|sharing|socials?|breadcrumbs?|pagination|pager|newsletter|cookies?|cookie-?banner|subscribe|skip-?links?)(?:[-_\s]|$)/i;
/** Class attributes longer than this are generated and say nothing. */
const LONGEST_CLASS = 300;

/** Whether an element is furniture: navigation, site header and footer, comments, sharing, related pages, scripts. */
export function isFurniture(element: Element): boolean {
  if (FURNITURE_TAGS.has(element.tagName.toUpperCase())) return true;
  if (element.tagName === 'BUTTON') return !element.parentElement?.closest('h1, h2, h3, h4, h5, h6');
  // Some servers wrap every page in one form.
  if (element.tagName === 'FORM') return !element.querySelector('h1, h2, h3, h4');
  if (FURNITURE_ROLES.test(element.getAttribute('role') ?? '')) return true;
  if (element.tagName === 'HEADER' || element.tagName === 'ASIDE') return !element.parentElement?.closest('article, main, section');
  return hasFurnitureClass(element) && !element.querySelector('h1, main, article');
}

function hasFurnitureClass(element: Element): boolean {
  const names = element.getAttribute('class') ?? '';
  return (
    (names !== '' && names.length < LONGEST_CLASS && FURNITURE_CLASS.test(names)) || (element.id !== '' && FURNITURE_CLASS.test(element.id))
  );
}

/** The element that holds what the page is about: its one article, else its main part, else the whole body. */
export function contentOf(doc: Document): Element {
  const articles = doc.querySelectorAll('article');
  const mains = doc.querySelectorAll('main, [role="main"]');
  const candidates = [articles.length === 1 ? articles[0] : undefined, mains.length === 1 ? mains[0] : undefined];
  const fit = candidates.find((element) => element && element.textContent.length > 200);
  return fit ?? doc.body;
}
