import { addressOf } from '../core/address';
import type { Talk } from '../core/talk';
import type { About, Talks, WriteOptions } from './format';
import { line } from './input/text';
import { FileNames } from './output/names';
import type { ZipEntry } from './output/zip';
import { hashTag, markdownBlock, markdownLink } from './text/markdown';

export default { label: 'Obsidian', extension: 'zip', mime: 'application/zip', ways: 'out' } satisfies About;

/** One note a talk with its fields as properties (YAML front matter), in an archive to unpack into a vault. */
export async function* write(talks: Talks, _options: WriteOptions): AsyncIterable<Uint8Array> {
  const { zipped } = await import('./output/zip');
  yield* zipped(notes(talks));
}

async function* notes(talks: Talks): AsyncIterable<ZipEntry> {
  const names = new FileNames();
  for await (const talk of talks) yield { name: `Talks/${names.of(talk.title)}.md`, text: noteOf(talk) };
}

/** The text of one note. */
export function noteOf(talk: Talk): string {
  const links = talk.links.map(({ url, kind, label }) => `- ${markdownLink(label || kind, url)}\n`).join('');
  const parts = [
    links,
    markdownBlock(talk.note.trim(), ''),
    talk.abstract ? `## Abstract\n\n${markdownBlock(talk.abstract.trim(), '')}` : '',
  ];
  return `---\n${frontMatter(talk)}---\n\n${parts
    .filter((part) => part.trim())
    .map((part) => `${part.trimEnd()}\n`)
    .join('\n')}`;
}

function frontMatter(talk: Talk): string {
  const fields: Record<string, string | string[] | undefined> = {
    title: talk.title,
    url: addressOf(talk) ?? talk.source.url,
    kind: talk.kind,
    speakers: talk.speakers.map(({ name }) => name),
    event: talk.event?.name,
    starts: talk.starts,
    ends: talk.ends,
    zone: talk.zone,
    location: talk.location,
    language: talk.language,
    status: talk.status,
    // Without the # that a tag has in running text.
    tags: talk.tags.map((tag) => hashTag(tag).slice(1).replaceAll('\\_', '_')).filter(Boolean),
    saved: talk.savedAt.slice(0, 10),
  };
  return Object.entries(fields)
    .map(([name, value]) => propertyOf(name, value))
    .join('');
}

/** A property of any text: a JSON string is a double-quoted scalar of YAML 1.2. */
function propertyOf(name: string, value: string | string[] | undefined): string {
  if (!value || value.length === 0) return '';
  if (typeof value === 'string') return `${name}: ${JSON.stringify(line(value, value.length))}\n`;
  return `${name}:\n${value.map((item) => `  - ${JSON.stringify(line(item, item.length))}\n`).join('')}`;
}
