import { readWhen } from '../dates';
import type { Site } from '../finding';
import { metaOf } from '../page';
import { episodeOf } from '../site-episode';
import { attribute, said } from '../site-parts';

/** Sites and players of transistor.fm, on own domains too, seen 2023-08. Its `<time>` has no `datetime`: "August 1, 2023 / 01:11:49 / E155". */
const site: Site = {
  hosts: [],
  recognises: ({ doc, site }) => /(^|\.)transistor\.fm$/.test(site) || (metaOf(doc, 'twitter:player') ?? '').includes('transistor.fm'),
  read(page) {
    const { doc } = page;
    const audio = metaOf(doc, 'twitter:player:stream') ?? attribute(doc, 'button[data-url][data-title]', 'data-url');
    const title = said(doc, '.site-episode-title') ?? attribute(doc, 'button[data-url][data-title]', 'data-title');
    if (!audio || !(doc.body.classList.contains('episode') || /\/(?:s|e)\/[0-9a-f]{8}/.test(page.url))) return null;
    return episodeOf(
      {
        title: title ?? metaOf(doc, 'og:title'),
        show: showOf(page.title) ?? metaOf(doc, 'og:site_name'),
        starts: readWhen(said(doc, '.site-episode-metadata time, .site-episode-metadata') ?? '', page.lang ?? 'en')?.starts.slice(0, 10),
        audio,
        language: page.lang,
        notes: doc.querySelector('.site-episode-show-notes'),
      },
      page,
    );
  },
};

/** `<title>` is "Show | Episode". */
function showOf(title: string): string | undefined {
  return title.includes(' | ') ? title.split(' | ')[0] : undefined;
}

export default site;
