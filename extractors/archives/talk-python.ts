import { readWhen } from '../dates';
import type { Site } from '../finding';
import { attribute, pathOf, said } from '../site-parts';
import { episodeOf } from '../site-episode';

const SHOWS: Record<string, string> = { 'talkpython.fm': 'Talk Python To Me', 'pythonbytes.fm': 'Python Bytes' };

/** talkpython.fm and pythonbytes.fm: addresses seen 2026, markup not; so only what nearly every page has is asked for. */
const site: Site = {
  hosts: ['talkpython.fm', 'pythonbytes.fm'],
  read(page) {
    const { doc } = page;
    const id = /^\/episodes\/(?:show|transcript)\/(\d+)\/[^/]+/.exec(pathOf(page))?.[1];
    if (!id) return null;
    return episodeOf(
      {
        title: (said(doc, 'h1') ?? page.title.split(' | ')[0])?.replace(/^(?:Episode\s)?#?\d+[:\s-]+/i, ''),
        show: Object.hasOwn(SHOWS, page.site) ? SHOWS[page.site] : undefined,
        starts: readWhen(said(doc, 'time, [class*="date" i], .published') ?? '', 'en')?.starts.slice(0, 10),
        audio: attribute(doc, `a[href*="/download/${id}/"], audio source, audio`, 'href') ?? attribute(doc, 'audio source, audio', 'src'),
        language: 'en',
      },
      page,
    );
  },
};

export default site;
