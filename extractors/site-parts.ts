/** What nearly every site file needs: a text, a person or a link from a selector. */
import { LIMITS, type LinkKind, type Speaker, type TalkLink } from '../core/talk';
import { parseUrl, safeUrl } from '../core/url';
import type { Finding, TalkFinding } from './finding';
import { linesOf } from './lines';
import { textOf, type Page } from './page';

/** What a site file says about a page. */
export type Said = Omit<Finding, 'extractor'>;

/** A page that has one talk, of which the site file says all there is. */
export function oneTalk(talk: TalkFinding): Said {
  return { kind: 'talk', title: talk.title, talks: [talk], complete: true };
}

/** The path of the page's address, without the slash at its end. */
export function pathOf(page: Page): string {
  return (parseUrl(page.url)?.pathname ?? '').replace(/(?<!\/)\/+$/, '');
}

/** The text of the first element that is not empty. */
export function said(root: ParentNode, selector: string): string | undefined {
  for (const element of root.querySelectorAll(selector)) {
    const text = textOf(element);
    if (text) return text;
  }
  return undefined;
}

/** An attribute of the first element that has it. */
export function attribute(root: ParentNode, selector: string, name: string): string | undefined {
  return root.querySelector(`:is(${selector})[${name}]`)?.getAttribute(name)?.trim() ?? undefined;
}

/** An element's own text, without that of the elements inside it. */
export function ownText(element: Element | null): string {
  const texts = [...(element?.childNodes ?? [])].filter((node) => node.nodeType === 3);
  return texts
    .map((node) => node.textContent ?? '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A person per element, each written "Name", "Name (Company)" or "Name [Company]"; the element's link is the person's page. */
export function peopleIn(root: ParentNode, selector: string, page: Page): Speaker[] {
  const people = new Map<string, Speaker>();
  for (const element of root.querySelectorAll(selector)) {
    const anchor = element.closest('a[href]') ?? element.querySelector('a[href]');
    const person = personOf(textOf(element), safeUrl(anchor?.getAttribute('href'), page.url));
    if (person.name && !people.has(person.name)) people.set(person.name, person);
  }
  return [...people.values()];
}

/** One person from a text that names one. */
export function personOf(whole: string, url?: string): Speaker {
  const text = whole.slice(0, LIMITS.name * 2);
  const [, name = text, affiliation] = /^([^[(]{2,100}?)\s*[[(]([^\])]{2,100})[\])]$/.exec(text) ?? [];
  return { name: name.trim(), ...(affiliation && { affiliation: affiliation.trim() }), ...(url && { url }) };
}

/** The texts of all elements for a selector, a line for each that a person sees; undefined where there are none. */
export function proseIn(root: ParentNode, selector: string, page: Page): string | undefined {
  const lines = [...root.querySelectorAll(selector)].flatMap((element) => linesOf(element, page));
  return lines.map(({ text }) => text).join('\n') || undefined;
}

/** A list of one link, or an empty list where the address is missing or unsafe; to be spread. */
export function linkTo(kind: LinkKind, href: string | null | undefined, page: Page, label?: string): TalkLink[] {
  const url = safeUrl(href, page.url);
  return url ? [{ url, kind, ...(label && { label }) }] : [];
}
