import type { Site } from '../finding';
import { metaOf } from '../page';
import { episodeOf, proseAsDom } from '../site-episode';
import { pathOf } from '../site-parts';

/** Acast's own pages (shows., play. and embed.acast.com), seen 2022: `<title>` is "Episode | Show on Acast". */
const site: Site = {
  hosts: [],
  recognises: ({ site }) => /(^|\.)acast\.com$/.test(site),
  read(page) {
    const { doc } = page;
    const audio = metaOf(doc, 'og:audio');
    if (!audio || !/^(?:\/s)?\/[^/]+\/(?:episodes\/)?[^/]+$/.test(pathOf(page))) return null;
    const description = doc.querySelector('[class*="description" i]');
    return episodeOf(
      {
        title: metaOf(doc, 'og:title'),
        show: / \| (.{1,200}?) on Acast$/i.exec(page.title)?.[1],
        audio,
        abstract: metaOf(doc, 'og:description'),
        notes: description ?? proseAsDom(metaOf(doc, 'og:description') ?? '', page),
      },
      page,
    );
  },
};

export default site;
