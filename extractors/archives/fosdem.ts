import type { Site } from '../finding';
import { linksIn } from '../links';
import { textOf, type Page } from '../page';
import { oneTalk, pathOf, peopleIn, proseIn, said } from '../site-parts';

/** fosdem.org, seen 2026-02: the full stamp of a time stands in a `title`. Every FOSDEM takes place in Brussels. */
const site: Site = {
  hosts: ['fosdem.org'],
  read(page) {
    const path = pathOf(page);
    if (/\/schedule\/event\/[^/]+$/.test(path)) return talkPage(page);
    return /\/schedule\/(events|day\/[^/]+|track\/[^/]+|room\/[^/]+|tracks|rooms)?$/.test(path) ? undefined : null;
  },
};

function talkPage(page: Page) {
  const { doc } = page;
  const title = said(doc, '#pagetitles h1, h1');
  if (!title) return undefined;
  const year = /\/(20\d\d)\//.exec(page.url)?.[1];
  return oneTalk({
    title,
    speakers: peopleIn(doc, 'table a[href*="/schedule/speaker/"], .side-box a[href*="/schedule/speaker/"]', page),
    event: { name: year ? `FOSDEM ${year}` : 'FOSDEM', series: 'FOSDEM' },
    starts: stampIn(doc, 'Start'),
    ends: stampIn(doc, 'End'),
    zone: 'Europe/Brussels',
    location: boxed(doc, 'Room'),
    abstract: proseIn(doc, '.event-abstract, .event-description', page),
    links: linksOf(page),
  });
}

function row(doc: Document, label: string): Element | undefined {
  return [...doc.querySelectorAll('ul.side-box li')].find((item) => textOf(item).startsWith(label));
}

function boxed(doc: Document, label: string): string | undefined {
  return textOf(row(doc, label)).replace(new RegExp(`^${label}[^:]*:\\s*`), '') || undefined;
}

function stampIn(doc: Document, label: string): string | undefined {
  const stamp = row(doc, label)?.querySelector('[title]')?.getAttribute('title') ?? '';
  return /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::\d\d)?([+-]\d\d:\d\d)$/.exec(stamp)?.slice(1).join('');
}

/** Slides and recordings; chat rooms and forms to hand in feedback are not the talk's. */
function linksOf(page: Page) {
  const lists = [...page.doc.querySelectorAll('ul.event-attachments, ul.event-links, h3 + ul')];
  const links = lists.flatMap((list) => linksIn(list, page));
  return links.filter(({ url, label }) => !/chat|feedback|submission|pretalx\.fosdem/i.test(`${label ?? ''} ${url}`));
}

export default site;
