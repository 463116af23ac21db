import type { Site } from '../finding';
import { readWhen } from '../dates';
import { metaOf, textOf, type Page } from '../page';
import { attribute, linkTo, oneTalk, pathOf, personOf, said } from '../site-parts';

/**
 * media.ccc.de (voctoweb), seen 2026-06. Its JSON-LD breaks on a quote in the title and gives the day of release; the day of the talk stands
 * beside the calendar sign.
 */
const site: Site = {
  hosts: ['media.ccc.de'],
  read(page) {
    if (!/^\/v\/[^/]+$/.test(pathOf(page)) || !page.doc.body.classList.contains('page-show')) return null;
    const { doc } = page;
    const title = said(doc, 'h1') ?? metaOf(doc, 'og:title');
    if (!title) return undefined;
    const event =
      attribute(doc, '.conference img', 'alt')?.replace(/^conference logo$/, '') || said(doc, '.player-header .conference, .conference');
    return oneTalk({
      title,
      speakers: speakersOf(doc),
      event: event ? { name: event } : undefined,
      starts: dayOf(page),
      abstract: said(doc, 'p.description, .description') ?? metaOf(doc, 'og:description'),
      links: [...linkTo('video', page.url, page), ...linkTo('page', attribute(doc, 'ul.metadata .icon-external-link + a', 'href'), page)],
    });
  },
};

function speakersOf(doc: Document) {
  const named = [...doc.querySelectorAll('p.persons a')].map(textOf);
  const meta = [...doc.querySelectorAll('meta[property=author]')].map((one) => one.getAttribute('content') ?? '');
  return (named.length > 0 ? named : meta).filter(Boolean).map((name) => personOf(name));
}

/** The sign says in its title whether the day is that of the talk or only that of the release. */
function dayOf({ doc }: Page): string | undefined {
  const sign = doc.querySelector('ul.metadata .icon-calendar-o');
  return sign && !/release/i.test(sign.getAttribute('title') ?? '') ? readWhen(textOf(sign.parentElement))?.starts : undefined;
}

export default site;
