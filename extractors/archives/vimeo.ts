import type { Site } from '../finding';
import { at, listAt, stateIn, textAt } from '../page-state';
import { metaOf, type Page } from '../page';
import { linkTo, oneTalk, pathOf, said } from '../site-parts';
import { talkOf, type Video } from '../talk-video';

/** Vimeo, seen 2025-05: JSON-LD with a cut description full of entities; its author is the account, its date that of the upload. */
const site: Site = {
  hosts: ['vimeo.com'],
  read(page) {
    const id = /^\/(?:video\/|channels\/[^/]+\/)?(\d{5,})(?:\/[0-9a-f]+)?$/.exec(pathOf(page))?.[1];
    const video = id && (described(page, id) ?? shown(page));
    const talk = video && talkOf(video, page);
    return talk ? oneTalk({ ...talk, links: [...linkTo('video', `https://vimeo.com/${id}`, page), ...(talk.links ?? [])] }) : null;
  },
};

function described({ doc }: Page, id: string): Video | undefined {
  const blocks = listAt(stateIn(doc.querySelector('script#microdata')));
  const video = blocks.find((block) => at(block, '@type') === 'VideoObject' && textAt(block, 'url')?.endsWith(`/${id}`));
  const title = textAt(video, 'name');
  if (!title) return undefined;
  const [, hours, minutes, seconds] = /^PT(\d+)H(\d+)M(\d+)S$/.exec(textAt(video, 'duration') ?? '') ?? [];
  const length = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return {
    title,
    description: said(doc, '[data-description-content], .clip_details-description') ?? plain(textAt(video, 'description') ?? ''),
    channel: textAt(video, 'author', 'name'),
    seconds: Number.isNaN(length) ? undefined : length,
  };
}

const ENTITIES: Record<string, string> = { '&quot;': '"', '&#039;': "'", '&amp;': '&', '&hellip;': '…', '&lt;': '‹', '&gt;': '›' };

function plain(text: string): string {
  return text.replace(/&(?:quot|#039|amp|hellip|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);
}

function shown({ doc }: Page): Video | undefined {
  const title = said(doc, 'main h1, h1');
  return title ? { title, description: metaOf(doc, 'description') ?? '' } : undefined;
}

export default site;
