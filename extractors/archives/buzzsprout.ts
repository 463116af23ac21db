import type { Site } from '../finding';
import { isoTime } from '../instants';
import { metaOf } from '../page';
import { episodeOf } from '../site-episode';
import { attribute, pathOf, said } from '../site-parts';

/** buzzsprout.com: addresses and sound file seen 2026, the rest is what nearly every page has. */
const site: Site = {
  hosts: [],
  recognises: ({ site }) => /(^|\.)buzzsprout\.com$/.test(site),
  read(page) {
    if (!/^\/\d+\/episodes\/\d+/.test(pathOf(page))) return null;
    const { doc } = page;
    return episodeOf(
      {
        title: said(doc, 'main h1, h1') ?? metaOf(doc, 'og:title'),
        show: attribute(doc, 'link[type="application/rss+xml"]', 'title') ?? metaOf(doc, 'og:site_name'),
        starts: isoTime(attribute(doc, 'time', 'datetime'))?.slice(0, 10),
        audio: attribute(doc, 'audio, audio source', 'src') ?? metaOf(doc, 'og:audio', 'twitter:player:stream'),
        language: page.lang,
      },
      page,
    );
  },
};

export default site;
