import type { Site } from '../finding';
import { isoTime } from '../instants';
import { at, stateIn, textAt } from '../page-state';
import { metaOf, type Page } from '../page';
import { linkTo, oneTalk, pathOf, personOf, said } from '../site-parts';

/** ted.com, from code of 2026. After a click the state still is that of the first talk, so its slug is compared with the address. */
const site: Site = {
  hosts: ['ted.com'],
  read(page) {
    const slug = /^\/talks\/([^/]+)(?:\/transcript)?$/.exec(pathOf(page))?.[1];
    if (!slug) return null;
    const state = at(stateIn(page.doc.querySelector('script#__NEXT_DATA__')), 'props', 'pageProps', 'videoData');
    const title = textAt(state, 'title');
    const video = linkTo('video', `https://www.ted.com/talks/${slug}`, page);
    if (!title || textAt(state, 'slug') !== slug) return shown(page, slug, video);
    const speaker = textAt(state, 'presenterDisplayName');
    return oneTalk({
      title,
      speakers: speaker ? speaker.split(/\s(?:and|\+)\s|,\s/).map((name) => personOf(name)) : [],
      event: { name: textAt(state, 'videoContext') ?? 'TED', series: 'TED' },
      starts: isoTime(textAt(state, 'recordedOn'))?.slice(0, 10),
      abstract: textAt(state, 'description'),
      links: video,
    });
  },
};

/** The slug begins with the speaker's name: `ana_lima_why_bridges_hum`. */
function shown({ doc }: Page, slug: string, links: ReturnType<typeof linkTo>) {
  const title = said(doc, 'main h1, h1');
  const words = slug.split('_');
  const byline = [metaOf(doc, 'author'), said(doc, '[data-testid*="speaker" i], main h1 + *')].find((name) =>
    name?.toLowerCase().startsWith(`${words[0] ?? ''} `),
  );
  return title ? oneTalk({ title, speakers: byline ? [personOf(byline)] : [], event: { name: 'TED', series: 'TED' }, links }) : undefined;
}

export default site;
