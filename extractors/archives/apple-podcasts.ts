import { parseUrl } from '../../core/url';
import { readWhen } from '../dates';
import type { Site } from '../finding';
import { isoTime } from '../instants';
import { at, listAt, stateIn, textAt } from '../page-state';
import { metaOf, type Page } from '../page';
import { episodeOf, proseAsDom } from '../site-episode';
import { said } from '../site-parts';

/**
 * podcasts.apple.com: state of 2026, JSON-LD of 2023 and 2026, whose `datePublished` may be written in the page's language. Every podcast
 * of the world is here, so it is read when asked, not on every visit.
 */
const site: Site = {
  hosts: [],
  recognises: ({ site }) => site === 'podcasts.apple.com',
  read(page) {
    const id = parseUrl(page.url)?.searchParams.get('i');
    if (!id || !/^\d+$/.test(id)) return null;
    return (
      fromState(page, id) ?? fromJsonLd(page, id) ?? episodeOf({ title: said(page.doc, 'main h1, h1'), show: undefined, notes: null }, page)
    );
  },
};

/** What the share button shares is the episode itself; the address inside it says which. */
function fromState(page: Page, id: string) {
  const state = stateIn(page.doc.querySelector('script#serialized-server-data'));
  const items = listAt(state, 'data', 0, 'data', 'headerButtonItems').concat(listAt(state, 'data', 0, 'headerButtonItems'));
  const share = items.find((item) => textAt(item, '$kind') === 'share' && JSON.stringify(item).includes(id));
  const model = at(share, 'model');
  const summary = textAt(model, 'summary');
  return episodeOf(
    {
      title: textAt(model, 'title'),
      show: textAt(model, 'showTitle'),
      starts: isoTime(textAt(model, 'releaseDate'))?.slice(0, 10),
      audio: textAt(model, 'playAction', 'episodeOffer', 'streamUrl'),
      abstract: summary,
      notes: summary ? proseAsDom(summary, page) : null,
    },
    page,
  );
}

function fromJsonLd(page: Page, id: string) {
  const { doc, lang } = page;
  if (!(metaOf(doc, 'og:url', 'apple:content_id') ?? '').includes(id)) return undefined;
  const episode = stateIn(
    doc.querySelector('script[name="schema:podcast-episode"], script[id="schema:episode"], script[name="schema:episode"]'),
  );
  const summary = textAt(episode, 'description');
  const day = textAt(episode, 'datePublished') ?? '';
  return episodeOf(
    {
      title: textAt(episode, 'name'),
      show: textAt(episode, 'partOfSeries', 'name') ?? textAt(episode, 'isPartOf'),
      starts: isoTime(day)?.slice(0, 10) ?? (lang ? readWhen(day, lang)?.starts : undefined),
      abstract: summary,
      notes: summary ? proseAsDom(summary, page) : null,
    },
    page,
  );
}

export default site;
