import { readWhen } from '../dates';
import type { Site } from '../finding';
import { isoTime } from '../instants';
import { metaOf } from '../page';
import { episodeOf } from '../site-episode';
import { attribute, pathOf, said } from '../site-parts';

/** Sites made by fireside.fm, on own domains too: feeds and addresses seen 2026, the rest is what nearly every page has. */
const site: Site = {
  hosts: [],
  recognises: ({ doc, site }) => /(^|\.)fireside\.fm$/.test(site) || doc.head.querySelector('link[href*="feeds.fireside.fm"]') !== null,
  read(page) {
    if (!/^(?:\/episodes)?\/\d+$/.test(pathOf(page))) return null;
    const { doc } = page;
    return episodeOf(
      {
        title: (said(doc, 'main h1, h1') ?? metaOf(doc, 'og:title'))?.replace(/^(?:Episode )?#?\d+:\s+/, ''),
        show: attribute(doc, 'link[type="application/rss+xml"]', 'title') ?? metaOf(doc, 'og:site_name'),
        starts: (
          isoTime(attribute(doc, 'time', 'datetime')) ?? readWhen(said(doc, 'time, [class*="date" i]') ?? '', page.lang)?.starts
        )?.slice(0, 10),
        audio: attribute(doc, 'audio, audio source', 'src') ?? metaOf(doc, 'og:audio', 'twitter:player:stream'),
        language: page.lang,
      },
      page,
    );
  },
};

export default site;
