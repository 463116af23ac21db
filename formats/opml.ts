import { addressOf } from '../core/address';
import type { Talk } from '../core/talk';
import type { About, Imported, ReadOptions, Talks, WriteOptions } from './format';
import { grouped } from './output/grouping';
import { rfc822 } from './output/when';
import { attributes, xmlLine } from './text/xml';

export default {
  label: 'OPML',
  extension: 'opml',
  mime: 'text/x-opml',
  ways: 'both',
  recognises: (head) => /<opml[\s>]/i.test(head),
} satisfies About;

/** OPML 2.0: an outline for each heading of the grouping, a `link` for each talk, the owner's note as `_note` as outliners have it. */
export async function* write(talks: Talks, options: WriteOptions): AsyncIterable<string | Uint8Array> {
  const { title = 'Reading list', now = new Date() } = options;
  yield `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
<head>
<title>${xmlLine(title)}</title>
<dateCreated>${rfc822(now.toISOString())}</dateCreated>
<generator>Talkshelf</generator>
</head>
<body>
`;
  for (const { name, isEvent, talks: items } of await grouped(talks, options, outlineOf)) {
    yield `<outline${attributes({ type: isEvent ? 'event' : undefined, text: name })}>\n`;
    yield* items;
    yield '</outline>\n';
  }
  yield '</body>\n</opml>\n';
}

function outlineOf(talk: Talk): string {
  const values = {
    type: 'link',
    text: talk.title,
    url: addressOf(talk) ?? talk.source.url,
    created: rfc822(talk.savedAt),
    // A category is a path with slashes, so a tag cannot hold one, nor the comma that parts them.
    category: talk.tags.map((tag) => tag.replace(/[,/]/g, ' ')).join(','),
    language: talk.language,
    _note: talk.note.trim(),
  };
  return `<outline${attributes(values)}/>\n`;
}

/** Every outline with an address becomes a talk; the outlines it stands in are a tag, in our own files the event. */
export async function* read(text: AsyncIterable<string>, options: ReadOptions): AsyncIterable<Imported> {
  const [{ readMarkup }, { Outlines }] = await Promise.all([import('./input/markup'), import('./input/outlines')]);
  yield* readMarkup(text, 'xml', new Outlines(options));
}
