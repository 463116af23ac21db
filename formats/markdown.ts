import { addressOf } from '../core/address';
import { safeUrl } from '../core/url';
import type { Talk } from '../core/talk';
import type { About, Talks, Words, WriteOptions } from './format';
import { grouped } from './output/grouping';
import { whenOf } from './output/when';
import { ENGLISH } from './output/words';
import { hashTag, markdownBlock, markdownLink, markdownText } from './text/markdown';

export default { label: 'Markdown', extension: 'md', mime: 'text/markdown', ways: 'out' } satisfies About;

/** A reading list with check boxes (GFM), one talk an item, under the headings of the grouping. */
export async function* write(talks: Talks, options: WriteOptions): AsyncIterable<string | Uint8Array> {
  const { title = 'Reading list' } = options;
  yield `# ${markdownText(title)}\n`;
  for (const { name, talks: items } of await grouped(talks, options, (talk) => itemOf(talk, options))) {
    yield `\n## ${markdownText(name)}\n\n`;
    yield* items;
  }
}

function itemOf(talk: Talk, { groupBy = 'event', abstracts = false, words = ENGLISH }: WriteOptions): string {
  const about = [speakersOf(talk), groupBy !== 'event' && talk.event ? markdownText(talk.event.name) : '', whenOf(talk)].filter(Boolean);
  const more = [...linksOf(talk, words), ...talk.tags.map(hashTag)].filter(Boolean);
  const line = `- [${talk.status === 'watched' ? 'x' : ' '}] ${titleOf(talk, words)}${about.length > 0 ? ` — ${about.join(' · ')}` : ''}`;
  const blocks = [talk.note, abstracts ? (talk.abstract ?? '') : ''].filter((text) => text.trim());
  return (
    [line, ...(more.length > 0 ? [`  ${more.join(' ')}`] : []), ...blocks.map((text) => `\n${markdownBlock(text.trim(), '  ')}`)].join(
      '\n',
    ) + '\n'
  );
}

function titleOf(talk: Talk, { status }: Words): string {
  const address = addressOf(talk);
  const title = address ? markdownLink(talk.title, address) : markdownText(talk.title);
  if (talk.status === 'dropped') return `~~${title}~~`;
  return talk.status === 'watching' ? `${title} (${markdownText(status.watching)})` : title;
}

function speakersOf(talk: Talk): string {
  return talk.speakers.map(({ name, affiliation }) => markdownText(affiliation ? `${name} (${affiliation})` : name)).join(', ');
}

/** The links beside the one the title carries, named by their kind. */
function linksOf(talk: Talk, words: Words): string[] {
  const main = addressOf(talk);
  return talk.links.flatMap(({ url, kind, label }) => {
    const address = safeUrl(url);
    if (!address || address === main) return [];
    return [markdownLink(kind === 'other' || kind === 'page' ? label || words.link[kind] : words.link[kind], address)];
  });
}
