import { metaOf, textOf } from '../page';
import type { Site } from '../finding';

/** media.ccc.de (voctoweb), seen 2026-06. */
const site: Site = {
  hosts: ['media.ccc.de'],
  read({ doc }) {
    if (!doc.body.classList.contains('page-show')) return null;
    return {
      kind: 'talk',
      title: textOf(doc.querySelector('h1')),
      talks: [
        {
          title: textOf(doc.querySelector('h1')),
          speakers: [...doc.querySelectorAll('meta[property=author]')].map((meta) => ({ name: meta.getAttribute('content') ?? '' })),
          abstract: metaOf(doc, 'og:description'),
        },
      ],
    };
  },
};

export default site;
