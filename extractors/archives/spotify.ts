import type { Site } from '../finding';
import { isoTime } from '../instants';
import { metaOf } from '../page';
import { episodeOf, proseAsDom } from '../site-episode';
import { pathOf, said } from '../site-parts';

/**
 * open.spotify.com, seen 2024-01. Its metadata stays that of the first page after a click. `og:audio` is a clip of a minute, the notes are
 * one flat line behind an advertisement for Spotify itself. Music is everywhere here, so it is read when asked, not on every visit.
 */
const site: Site = {
  hosts: [],
  recognises: ({ site }) => site === 'open.spotify.com',
  read(page) {
    const id = /\/episode\/(\w{22})$/.exec(pathOf(page))?.[1];
    if (!id) return null;
    const { doc } = page;
    if (!metaOf(doc, 'og:url')?.includes(id)) {
      return episodeOf({ title: said(doc, '[data-testid=episodeTitle]'), show: said(doc, '[data-testid=showTitle]'), notes: null }, page);
    }
    const title = metaOf(doc, 'og:title');
    const flat = metaOf(doc, 'og:description') ?? '';
    const show = /^Listen to this episode from (.{1,200}?) on Spotify\.\s*/.exec(flat);
    const abstract = flat.slice(show?.[0].length ?? 0);
    return episodeOf(
      {
        title,
        show: show?.[1] ?? showIn(page.title, title ?? ''),
        starts: isoTime(metaOf(doc, 'music:release_date'))?.slice(0, 10),
        abstract,
        notes: proseAsDom(abstract.replace(/([.!?…])\s+(?=\p{Lu})/gu, '$1\n'), page),
      },
      page,
    );
  },
};

/** `<title>` is "Episode - Show | Podcast on Spotify". */
function showIn(pageTitle: string, episode: string): string | undefined {
  const both = pageTitle.split(' | ')[0] ?? '';
  return both.startsWith(`${episode} - `) ? both.slice(episode.length + 3) : undefined;
}

export default site;
