import type { Site } from '../finding';
import { isoTime } from '../instants';
import { metaOf, type Page } from '../page';
import { episodeOf } from '../site-episode';
import { attribute, said } from '../site-parts';

const PLAYER = '.castos-player, .powerpress_player, [id^="podlovewebplayer"], .podlove-web-player';

/**
 * Podcast plugins of WordPress: Seriously Simple Podcasting (seen 2026-06), PowerPress and Podlove (from older code). A page with several
 * players is a list of episodes.
 */
const site: Site = {
  hosts: [],
  marks: PLAYER,
  read(page) {
    const { doc } = page;
    const players = doc.querySelectorAll(PLAYER);
    if (!doc.body.classList.contains('single') || players.length > 2) return undefined;
    return episodeOf(
      {
        title: said(doc, 'h1.entry-title, article h1, h1, h2.entry-title'),
        show: showOf(page),
        starts: isoTime(metaOf(doc, 'article:published_time') ?? attribute(doc, 'article time, time.entry-date', 'datetime'))?.slice(0, 10),
        audio:
          attribute(doc, 'a.powerpress_link_d, .castos-player a[href*=".mp3"], .podcast_meta a[href*=".mp3"]', 'href') ??
          attribute(doc, 'audio source, audio', 'src'),
        language: page.lang,
        notes: doc.querySelector('.entry-content'),
      },
      page,
    );
  },
};

function showOf({ doc }: Page): string | undefined {
  return metaOf(doc, 'og:site_name') ?? said(doc, '.castos-player .show, .site-title');
}

export default site;
