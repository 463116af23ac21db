import { readWhen } from '../dates';
import type { Site } from '../finding';
import { episodeOf } from '../site-episode';
import { attribute, pathOf, said } from '../site-parts';

/** syntax.fm, seen 2026-08. Its JSON-LD stays that of the first episode after a click, so only what is shown is read. */
const site: Site = {
  hosts: ['syntax.fm'],
  read(page) {
    const { doc } = page;
    if (!/^\/shows?\/\d+\/[^/]+(?:\/transcript)?$/.test(pathOf(page))) return null;
    return episodeOf(
      {
        title: said(doc, 'main h1, h1'),
        show: 'Syntax',
        starts: readWhen(said(doc, '.show-page-date') ?? '', 'en')?.starts.slice(0, 10),
        audio: attribute(doc, 'a[download]', 'href'),
        language: 'en',
        notes: doc.querySelector('section.layout'),
      },
      page,
    );
  },
};

export default site;
