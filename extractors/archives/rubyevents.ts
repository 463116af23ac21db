import type { Site } from '../finding';
import { readWhen } from '../dates';
import { linksIn } from '../links';
import { textOf, type Page } from '../page';
import { attribute, linkTo, oneTalk, pathOf, peopleIn, said } from '../site-parts';

/** rubyevents.org, seen 2026-08: the title is no heading; cards of other talks stand beside the talk. */
const site: Site = {
  hosts: ['rubyevents.org'],
  read(page) {
    const path = pathOf(page);
    if (!/^\/talks\/[^/]+$/.test(path)) return /^\/events\/[^/]+(\/talks|\/schedule)?$/.test(path) ? undefined : null;
    const { doc } = page;
    const root = doc.querySelector('[id^="talk_"], [id="talk"]');
    const title = root && (said(root, '.text-xl.font-bold > span') ?? said(root, '[aria-label=Description] + [role=tabpanel] b'));
    if (!root || !title) return undefined;
    const panel = root.querySelector('[aria-label=Description] + [role=tabpanel]');
    return oneTalk({
      title,
      speakers: speakersOf(root, panel, page),
      event: eventOf(root, panel),
      starts: readWhen(/Date:\s*([^<\s][^<]{3,39}?)\s*(?:Published|$)/.exec(textOf(panel))?.[1] ?? '', 'en')?.starts,
      abstract: abstractOf(panel),
      links: [
        ...linkTo('video', attribute(root, 'a[target=_blank][href*="youtu"], a[target=_blank][href*="vimeo.com"]', 'href'), page),
        ...resources(panel, page),
      ],
    });
  },
};

/** The description names all of them; the cards above only the first two. */
function speakersOf(root: Element, panel: Element | null, page: Page) {
  const line = textOf(panel?.querySelector('p')).split(' • ')[0] ?? '';
  const cards = peopleIn(root, 'a[href^="/profiles/"] .font-bold, a[href^="/speakers/"] .font-bold', page);
  const shown = cards.length > 0 ? cards : peopleIn(root, 'a[href^="/profiles/"], a[href^="/speakers/"]', page);
  return shown.filter(({ name }) => line === '' || line.includes(name));
}

function eventOf(root: Element, panel: Element | null) {
  const name = said(root, 'a[href^="/events/"] .font-semibold') ?? said(panel ?? root, 'p.flex span');
  return name ? { name } : undefined;
}

/** Between the dates and the name of the event. */
function abstractOf(panel: Element | null): string | undefined {
  const paragraphs = [...(panel?.querySelectorAll('article > p') ?? [])];
  const prose = paragraphs.slice(2).filter((paragraph) => !paragraph.classList.contains('flex'));
  return prose.map(textOf).filter(Boolean).join('\n\n') || undefined;
}

function resources(panel: Element | null, page: Page) {
  return panel ? linksIn(panel, page).filter(({ kind }) => kind === 'slides' || kind === 'code') : [];
}

export default site;
