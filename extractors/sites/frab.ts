import type { Site } from '../finding';
import { isoTime } from '../instants';
import { linksIn } from '../links';
import { metaOf, type Page } from '../page';
import { attribute, oneTalk, pathOf, peopleIn, proseIn, said } from '../site-parts';

/** frab, on the hosts of conferences; layout of 2026-06. Its times carry no offset; its JSON-LD does, but is built by hand and may be broken. */
const site: Site = {
  hosts: [],
  recognises: ({ doc }) => metaOf(doc, 'generator') === 'frab',
  read(page) {
    const path = pathOf(page);
    if (/\/events\/\d+(\.html)?$/.test(path)) return talkPage(page);
    return /\/(speakers?|timeline|booklet|qrcode)(\/|\.html|$)/.test(path) ? null : undefined;
  },
};

function talkPage(page: Page) {
  const article = page.doc.querySelector('article');
  const title = article && said(article, 'h2');
  if (!article || !title) return undefined;
  const [starts, ends] = [...article.querySelectorAll('time[datetime]')].map((time) =>
    withOffset(page.doc, isoTime(time.getAttribute('datetime'))),
  );
  const event = page.title.split(' | ').at(-1);
  return oneTalk({
    title,
    speakers: peopleIn(article, '.speakers-section .session-info .title', page),
    event: event && event !== title ? { name: event } : undefined,
    starts,
    ends,
    location: said(article, '.badge.bg-secondary'),
    abstract: proseIn(article, '.card .card-body .lh-base', page),
    links: linkSection(article, page),
  });
}

/** A local time with the offset that the JSON-LD has for the same minute. */
function withOffset(doc: Document, local: string | undefined): string | undefined {
  const text = doc.querySelector('script[type="application/ld+json"]')?.textContent ?? '';
  const times = [...text.matchAll(/"(?:start|end)Date"\s?:\s?"([^"]{16,30})"/g)].map(([, time]) => isoTime(time));
  return times.find((time) => local && time?.startsWith(local)) ?? local;
}

/** The iCalendar file is the page again. */
function linkSection(article: Element, page: Page) {
  const section = article.querySelector('.links-section');
  const calendar = attribute(article, '.links-section a[href$=".ics"]', 'href');
  return section ? linksIn(section, page).filter(({ url }) => !calendar || !url.endsWith(calendar)) : [];
}

export default site;
