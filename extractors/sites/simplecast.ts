import { contentOf } from '../content';
import { readWhen } from '../dates';
import type { Site } from '../finding';
import { linesOf } from '../lines';
import { metaOf } from '../page';
import { episodeOf } from '../site-episode';
import { attribute, pathOf, said } from '../site-parts';

/** Sites made by Simplecast, on own domains too, seen 2021: a line "November 5th, 2020 | 01:19:54 | E117" stands above the notes. */
const site: Site = {
  hosts: [],
  recognises: ({ doc, site }) =>
    /(^|\.)simplecast\.com$/.test(site) ||
    (doc.head.querySelector('link[href*="feeds.simplecast.com"]') !== null && doc.querySelector('[data-vue-meta]') !== null),
  read(page) {
    if (!/\/episodes\/[^/]+$/.test(pathOf(page))) return null;
    const { doc } = page;
    const line = linesOf(contentOf(page), page).find(({ text }) => /\|\s\d\d:\d\d:\d\d\b/.test(text));
    return episodeOf(
      {
        title: said(doc, 'main h1, h1') ?? metaOf(doc, 'og:title'),
        show: attribute(doc, 'link[type="application/rss+xml"]', 'title') ?? metaOf(doc, 'og:site_name'),
        starts: readWhen(line?.text ?? '', 'en')?.starts.slice(0, 10),
        audio: metaOf(doc, 'og:audio', 'twitter:player:stream') ?? attribute(doc, 'audio, audio source', 'src'),
        language: page.lang,
      },
      page,
    );
  },
};

export default site;
