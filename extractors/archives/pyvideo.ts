import type { Site } from '../finding';
import { linkKind } from '../links';
import { textOf, type Page } from '../page';
import { attribute, linkTo, oneTalk, pathOf, peopleIn, said } from '../site-parts';

/** pyvideo.org, seen 2026-03. Its date is the day of recording; midnight in it only means that nobody knew the hour. */
const site: Site = {
  hosts: ['pyvideo.org'],
  read(page) {
    const { doc } = page;
    const title = said(doc, 'h2.entry-title');
    const time = attribute(doc, 'time.published', 'datetime');
    if (!/^\/[^/]+\/[^/]+\.html$/.test(pathOf(page)) || !title || !time) return null;
    const event = detail(doc, 'Event')?.querySelector('a');
    return oneTalk({
      title,
      speakers: peopleIn(doc, 'address.author a.fn', page).filter(({ name }) => name !== 'Unknown'),
      event: event ? { name: textOf(event), url: event.getAttribute('href') ?? undefined } : undefined,
      starts: time.slice(0, 10),
      abstract: abstractOf(doc),
      language: languageOf(doc),
      links: linksOf(page),
    });
  },
};

function detail(doc: Document, label: string): Element | undefined {
  return [...doc.querySelectorAll('.details-content li')].find((item) => textOf(item).startsWith(label));
}

/** The language is written out in English. */
const LANGUAGES: Record<string, string> = {
  English: 'en',
  French: 'fr',
  German: 'de',
  Spanish: 'es',
  Portuguese: 'pt',
  Italian: 'it',
  Japanese: 'ja',
  Chinese: 'zh',
  Russian: 'ru',
  Polish: 'pl',
  Czech: 'cs',
};

function languageOf(doc: Document): string | undefined {
  const name = textOf(detail(doc, 'Language')).replace(/^Language:\s*/, '');
  return Object.hasOwn(LANGUAGES, name) ? LANGUAGES[name] : undefined;
}

function abstractOf(doc: Document): string | undefined {
  const heads = [...doc.querySelectorAll('.entry-content h3')].filter((head) => /^(Description|Summary)$/.test(textOf(head)));
  const parts = heads.flatMap((head) => {
    const found: string[] = [];
    for (let next = head.nextElementSibling; next && next.localName !== 'h3'; next = next.nextElementSibling) found.push(textOf(next));
    return found;
  });
  return parts.filter(Boolean).join('\n\n') || undefined;
}

/** Recordings are tabs with a player each; related addresses are listed under Details. */
function linksOf(page: Page) {
  const { doc } = page;
  const anchors = [...doc.querySelectorAll('.details-content li a[rel=external], .details-content li ul a')];
  const listed = anchors.flatMap((anchor) => {
    const href = anchor.getAttribute('href') ?? '';
    const label = textOf(anchor);
    const isMedia = textOf(anchor.closest('li')).startsWith('Media URL');
    return linkTo(isMedia ? 'video' : linkKind(href, label), href, page, label);
  });
  return listed.some(({ kind }) => kind === 'video')
    ? listed
    : [...linkTo('video', attribute(doc, '.videocontainer iframe', 'src'), page), ...listed];
}

export default site;
