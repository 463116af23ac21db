import { readWhen } from '../dates';
import type { Site } from '../finding';
import { metaOf, textOf } from '../page';
import { episodeOf } from '../site-episode';
import { pathOf, said } from '../site-parts';

/** changelog.com, seen 2026-05: the `<time>` after "Recorded" carries the day of publication in `datetime`, so its text is read. */
const site: Site = {
  hosts: ['changelog.com'],
  read(page) {
    const { doc } = page;
    const article = doc.querySelector('article.episode');
    if (!article || !/^\/[\w-]+\/[\w-]+$/.test(pathOf(page))) return null;
    const times = [...article.querySelectorAll('.episode-body-summary-meta li')].filter((item) => item.querySelector('time'));
    const recorded = times.find((item) => textOf(item).startsWith('Recorded')) ?? times[0];
    return episodeOf(
      {
        title: said(article, '.episode-header-title'),
        show: said(article, '.episode-header-show_title a'),
        starts: readWhen(textOf(recorded?.querySelector('time')), 'en')?.starts.slice(0, 10),
        audio: metaOf(doc, 'og:audio', 'twitter:player:stream'),
        abstract: said(article, '.episode-body-summary-description'),
        language: page.lang,
        notes: article.querySelector('#notes')?.closest('section')?.querySelector('.richtext') ?? null,
      },
      page,
    );
  },
};

export default site;
