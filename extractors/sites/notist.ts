import { readWhen } from '../dates';
import type { Site } from '../finding';
import { linksIn } from '../links';
import { metaOf, textOf, type Page } from '../page';
import { linkTo, pathOf, personOf, said } from '../site-parts';

/**
 * noti.st and own domains. A page is one talk at one event. Its markup is not verified: title and description come from where nearly every
 * page has them, event and day from the sentence under the title.
 */
const site: Site = {
  hosts: ['noti.st'],
  recognises: ({ doc, site }) => /(^|\.)noti\.st$/.test(site) || (metaOf(doc, 'og:image') ?? '').includes('//on.notist.cloud/'),
  read(page) {
    if (!/^(?:\/[\w-]+)?\/[A-Za-z0-9]{6}(?:\/[\w-]+)?$/.test(pathOf(page))) return null;
    const { doc } = page;
    const title = said(doc, 'main h1, article h1, h1') ?? metaOf(doc, 'og:title');
    if (!title) return undefined;
    const author = metaOf(doc, 'author', 'article:author');
    return {
      kind: 'talk',
      title,
      talks: [
        {
          title,
          speakers: author ? [personOf(author)] : [],
          ...presentedAt(page),
          abstract: metaOf(doc, 'og:description', 'description'),
          links: [...linkTo('slides', page.url, page), ...resources(page)],
        },
      ],
      complete: true,
    };
  },
};

/** "A presentation at Harbor Days in May 2026 in Oslo by Ana Lima". */
function presentedAt({ doc, lang }: Page) {
  const line = [...doc.querySelectorAll('p, h2, div')]
    .map((element) => (element.childElementCount < 8 ? textOf(element) : ''))
    .find((text) => /^A presentation at /i.test(text));
  const [, name, rest = ''] = /^A presentation at (.{2,120}?) (?:in|on) (.*)$/i.exec(line ?? '') ?? [];
  const by = / by (.{3,80})$/.exec(rest)?.[1];
  return {
    ...(name && { event: { name } }),
    ...(by && { speakers: [personOf(by)] }),
    starts: readWhen(rest, lang ?? 'en')?.starts,
  };
}

function resources(page: Page) {
  const list = page.doc.querySelector('#resources, .resources');
  return list ? linksIn(list, page) : [];
}

export default site;
