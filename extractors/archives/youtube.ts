import { parseUrl } from '../../core/url';
import type { Site } from '../finding';
import { textAt, stateOf, at } from '../page-state';
import { metaOf, type Page } from '../page';
import { attribute, linkTo, oneTalk, said } from '../site-parts';
import { talkOf, type Video } from '../talk-video';

/**
 * YouTube, seen 2026-01. After a click the scripts and metadata still are those of the first video, so their id is compared with the
 * address; what is shown is then read instead. The interface's language is not the talk's, the day of upload not its day.
 */
const site: Site = {
  hosts: ['youtube.com'],
  recognises: ({ site }) => /^(?:[\w-]+\.)*(?:youtube(?:-nocookie)?\.com|youtu\.be)$/.test(site),
  read(page) {
    const id = videoId(page.url);
    const video = id && (loaded(page, id) ?? shown(page, id));
    const talk = video && talkOf(video, page);
    if (!talk) return null;
    const links = [...linkTo('video', `https://www.youtube.com/watch?v=${id}`, page), ...(talk.links ?? [])];
    return oneTalk({ ...talk, links });
  },
};

function videoId(address: string): string | undefined {
  const url = parseUrl(address);
  const id = url?.searchParams.get('v') ?? /^\/(?:live|embed)\/([\w-]{11})/.exec(url?.pathname ?? '')?.[1];
  return id && /^[\w-]{11}$/.test(id) ? id : undefined;
}

/** What the page came with. */
function loaded({ doc }: Page, id: string): Video | undefined {
  const state = stateOf(doc, 'ytInitialPlayerResponse');
  const details = at(state, 'videoDetails');
  const title = textAt(details, 'title');
  if (!title || textAt(details, 'videoId') !== id) return undefined;
  return {
    title,
    description: textAt(details, 'shortDescription') ?? '',
    channel: textAt(details, 'author'),
    category: textAt(state, 'microformat', 'playerMicroformatRenderer', 'category'),
    seconds: Number(textAt(details, 'lengthSeconds') ?? NaN) || undefined,
  };
}

/** What is shown after a click (selectors of 2026, not verified), unless that too is still the video before. */
function shown(page: Page, id: string): Video | undefined {
  const { doc } = page;
  const player = attribute(doc, 'ytd-watch-flexy', 'video-id');
  const title = said(doc, 'ytd-watch-metadata h1, h1.title');
  if (title && (!player || player === id)) {
    const description = doc.querySelector('#description-inline-expander')?.textContent ?? '';
    return { title, description, channel: said(doc, 'ytd-video-owner-renderer #channel-name') };
  }
  if (attribute(doc, 'meta[itemprop=identifier], meta[itemprop=videoId]', 'content') !== id) return undefined;
  const named = metaOf(doc, 'name', 'og:title');
  return named
    ? {
        title: named,
        description: metaOf(doc, 'description') ?? '',
        channel: attribute(doc, 'span[itemprop=author] link[itemprop=name]', 'content'),
      }
    : undefined;
}

export default site;
