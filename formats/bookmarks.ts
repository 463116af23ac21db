import { addressOf } from '../core/address';
import type { Talk } from '../core/talk';
import type { About, Imported, ReadOptions, Talks, WriteOptions } from './format';
import { grouped } from './output/grouping';
import { attributes, xmlLine, xmlText } from './text/xml';

export default {
  label: 'Bookmarks',
  extension: 'html',
  mime: 'text/html',
  ways: 'both',
  // The Netscape form that every browser and bookmark service writes; the lists of Pocket and Instapaper.
  recognises: (head) => /<!doctype netscape-bookmark-file-1/i.test(head) || /<title>\s*(?:pocket|instapaper)[^<]{0,40}export/i.test(head),
} satisfies About;

/** Netscape bookmarks as browsers import them: a folder for each heading of the grouping, the owner's note as description. */
export async function* write(talks: Talks, options: WriteOptions): AsyncIterable<string | Uint8Array> {
  const { title = 'Reading list' } = options;
  yield `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<META NAME="generator" CONTENT="Talkshelf">
<TITLE>${xmlLine(title)}</TITLE>
<H1>${xmlLine(title)}</H1>
<DL><p>
`;
  for (const { name, isEvent, talks: items } of await grouped(talks, options, itemOf)) {
    yield `    <DT><H3${attributes({ TYPE: isEvent ? 'event' : undefined })}>${xmlLine(name)}</H3>\n    <DL><p>\n`;
    yield* items;
    yield '    </DL><p>\n';
  }
  yield '</DL><p>\n';
}

function itemOf(talk: Talk): string {
  const values = {
    HREF: addressOf(talk) ?? talk.source.url,
    ADD_DATE: String(Math.floor(Date.parse(talk.savedAt) / 1000)),
    TAGS: talk.tags.map((tag) => tag.replaceAll(',', ' ')).join(','),
    TOREAD: talk.status === 'to watch' ? '1' : undefined,
  };
  const note = talk.note.trim() ? `        <DD>${xmlText(talk.note.trim())}\n` : '';
  return `        <DT><A${attributes(values)}>${xmlLine(talk.title)}</A>\n${note}`;
}

/** Bookmarks with their folders and tags, as any browser or service writes them. */
export async function* read(text: AsyncIterable<string>, options: ReadOptions): AsyncIterable<Imported> {
  const [{ readMarkup }, { Bookmarks }] = await Promise.all([import('./input/markup'), import('./bookmarks/read')]);
  yield* readMarkup(text, 'html', new Bookmarks(options));
}
