import { addressOf } from '../core/address';
import type { Talk } from '../core/talk';
import type { About, Talks, WriteOptions } from './format';
import { rfc822 } from './output/when';
import { element } from './text/xml';

export default { label: 'RSS', extension: 'rss', mime: 'application/rss+xml', ways: 'out' } satisfies About;

/** RSS 2.0 with Dublin Core for the speakers, dated by when a talk was saved. */
export async function* write(talks: Talks, { title = 'Reading list', now = new Date() }: WriteOptions): AsyncIterable<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
${element('title', title)}<link>urn:x-talkshelf:list</link>
${element('description', title)}${element('lastBuildDate', rfc822(now.toISOString()))}<generator>Talkshelf</generator>
`;
  for await (const talk of talks) yield itemOf(talk);
  yield '</channel>\n</rss>\n';
}

function itemOf(talk: Talk): string {
  const names = talk.speakers.map(({ name }) => element('dc:creator', name)).join('');
  const tags = talk.tags.map((tag) => element('category', tag)).join('');
  const text = [talk.note, talk.abstract].filter(Boolean).join('\n\n');
  return `<item>
${element('title', talk.title)}${element('link', addressOf(talk))}${element('guid', talk.id, { isPermaLink: 'false' })}${element('pubDate', rfc822(talk.savedAt))}${names}${tags}${element('description', asHtml(text))}</item>
`;
}

/** A description is HTML: plain text has to be escaped once for that, before it is for XML. */
function asHtml(text: string): string {
  return text.replace(/[&<>]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[mark] ?? mark).replaceAll('\n', '<br>');
}
