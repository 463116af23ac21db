import { addressOf } from '../core/address';
import type { Talk } from '../core/talk';
import type { About, Talks, WriteOptions } from './format';
import { attributes, element, xmlLine } from './text/xml';

export default { label: 'Atom', extension: 'atom', mime: 'application/atom+xml', ways: 'out' } satisfies About;

/** Atom (RFC 4287), dated by when a talk was saved. All text is plain text. */
export async function* write(talks: Talks, { title = 'Reading list', now = new Date() }: WriteOptions): AsyncIterable<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>urn:x-talkshelf:list</id>
${element('title', title)}${element('updated', now.toISOString())}<author><name>Talkshelf</name></author>
<generator>Talkshelf</generator>
`;
  for await (const talk of talks) yield entryOf(talk);
  yield '</feed>\n';
}

function entryOf(talk: Talk): string {
  const authors = talk.speakers
    .map(({ name, url }) => `<author><name>${xmlLine(name)}</name>${element('uri', url).trim()}</author>\n`)
    .join('');
  const links = talk.links.map(({ url, label }) => `<link${attributes({ rel: 'related', href: url, title: label })}/>\n`).join('');
  const tags = talk.tags.map((tag) => `<category${attributes({ term: tag })}/>\n`).join('');
  return `<entry>
<id>urn:x-talkshelf:talk:${encodeURIComponent(talk.id)}</id>
${element('title', talk.title)}<link${attributes({ rel: 'alternate', href: addressOf(talk) ?? talk.source.url })}/>
${element('published', talk.savedAt)}${element('updated', talk.savedAt)}${authors}${links}${tags}${element('summary', talk.abstract)}${element('content', talk.note)}</entry>
`;
}
