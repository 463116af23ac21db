/** What the files of podcast sites share: an episode from its parts. */
import { contentOf } from './content';
import { linesOf } from './lines';
import type { Page } from './page';
import { itemsOf } from './show-notes/items';
import { linkTo, type Said } from './site-parts';

export interface Episode {
  title: string | undefined;
  /** The podcast's name. */
  show: string | undefined;
  /** The day it came out, or was recorded where the page says so. */
  starts?: string | undefined;
  /** Address of the sound file. */
  audio?: string | undefined;
  abstract?: string | undefined;
  language?: string | undefined;
  /** What holds the show notes; without it the whole content of the page does. Null where there are none. */
  notes?: Element | null;
}

/** The page of one episode: its frame and the linked items of its notes. Undefined without a title. */
export function episodeOf({ title, show, audio, notes, ...rest }: Episode, page: Page): Said | undefined {
  if (!title) return undefined;
  const root = notes === undefined ? contentOf(page) : notes;
  const { talks, contacts } = root ? itemsOf(linesOf(root, page), page) : { talks: [], contacts: [] };
  const links = [...linkTo('audio', audio, page), ...contacts];
  return { kind: 'show-notes', title, ...(show && { event: { name: show } }), ...rest, links, talks, complete: true };
}

const ADDRESS = /https?:\/\/[^\s<>"'）)\]]{4,500}/g;

/** Plain text as a DOM that is attached to nothing: a paragraph a line, addresses as links. */
export function proseAsDom(text: string, { doc }: Page): Element {
  const root = doc.createElement('div');
  for (const line of text.split('\n').slice(0, 2000)) {
    const paragraph = doc.createElement('p');
    let from = 0;
    for (const { 0: found, index } of line.matchAll(ADDRESS)) {
      const anchor = doc.createElement('a');
      const address = found.replace(/(?<![.,;:!?])[.,;:!?]+$/, '');
      anchor.setAttribute('href', address);
      anchor.textContent = address;
      paragraph.append(line.slice(from, index), anchor);
      from = index + address.length;
    }
    paragraph.append(line.slice(from));
    root.append(paragraph);
  }
  return root;
}
