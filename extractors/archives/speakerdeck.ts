import type { Site } from '../finding';
import { stateIn, textAt, at, listAt } from '../page-state';
import { metaOf, type Page } from '../page';
import { linkTo, oneTalk, pathOf, personOf, proseIn, said } from '../site-parts';

const PAGES = /^\/(?:p|c|features|pro|signin|signup|search|player|about|help|terms|privacy)$/;

/** speakerdeck.com, from code of 2026. The date is that of the upload; when and where the talk was held is at best in the description. */
const site: Site = {
  hosts: ['speakerdeck.com'],
  read(page) {
    const [user, deck, more] = pathOf(page).split('/').slice(1);
    if (!user || !deck || more || PAGES.test(`/${user}`)) return null;
    const { doc } = page;
    const state = presentation(page);
    const title = textAt(state, 'name') ?? metaOf(doc, 'og:title') ?? said(doc, 'h1');
    const author = textAt(state, 'author', 'name') ?? metaOf(doc, 'og:author');
    if (!title) return undefined;
    return oneTalk({
      title,
      speakers: author ? [personOf(author, `https://speakerdeck.com/${user}`)] : [],
      abstract: proseIn(doc, '.deck-description', page) ?? textAt(state, 'description'),
      links: linkTo('slides', `https://speakerdeck.com/${user}/${deck}`, page),
    });
  },
};

/** A user's page may carry another deck's data after a click. */
function presentation({ doc, url }: Page): unknown {
  const blocks = [...doc.querySelectorAll('script[type="application/ld+json"]')].map(stateIn);
  const all = blocks.flatMap((block) => [block, ...listAt(block, '@graph')]);
  return all.find((block) => at(block, '@type') === 'PresentationDigitalDocument' && isHere(textAt(block, 'url'), url));
}

function isHere(claimed: string | undefined, url: string): boolean {
  return claimed === undefined || url.includes(claimed.replace(/^https?:\/\/[^/]+/, ''));
}

export default site;
