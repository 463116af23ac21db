import type { Site } from '../finding';
import { at, stateIn, textAt } from '../page-state';
import { metaOf } from '../page';
import { linkTo, oneTalk, pathOf } from '../site-parts';
import { talkOf } from '../talk-video';

/**
 * slideshare.net, from code of 2026: school essays and company reports too, so a deck counts only where it speaks of a talk or an event. The
 * account is not the speaker.
 */
const site: Site = {
  hosts: [],
  recognises: ({ site }) => /(^|\.)slideshare\.net$/.test(site),
  read(page) {
    const id = /^\/slideshow\/[^/]+\/(\d+)$/.exec(pathOf(page))?.[1];
    const state = at(stateIn(page.doc.querySelector('script#__NEXT_DATA__')), 'props', 'pageProps', 'slideshow');
    const here = state !== undefined && (!id || String(at(state, 'id')) === id);
    const title = here ? textAt(state, 'title') : metaOf(page.doc, 'og:title');
    const description = (here ? textAt(state, 'description') : metaOf(page.doc, 'og:description')) ?? '';
    if (!title || !/^\/(?:slideshow\/)?[^/]+\/[^/]+$/.test(pathOf(page))) return null;
    const talk = talkOf({ title, description }, page);
    return talk ? oneTalk({ ...talk, links: [...linkTo('slides', page.url, page), ...(talk.links ?? [])] }) : null;
  },
};

export default site;
