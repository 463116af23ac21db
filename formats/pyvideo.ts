import type { LinkKind, Talk } from '../core/talk';
import { safeUrl } from '../core/url';
import type { About, Imported, ReadOptions, Talks, WriteOptions } from './format';
import { FileNames } from './output/names';
import type { ZipEntry } from './output/zip';
import { oneLine } from './text/escape';

export default {
  label: 'PyVideo',
  extension: 'zip',
  mime: 'application/zip',
  ways: 'both',
  // A file of pyvideo/data, or an array of them.
  recognises: (head) =>
    /^\ufeff?\s*(?:\[\s*)?\{/.test(head) &&
    /"(?:videos|recorded|thumbnail_url|copyright_text)"\s*:/.test(head) &&
    !/"schedule"\s*:/.test(head),
} satisfies About;

/** The tree of github.com/pyvideo/data: a folder an event, a file a recorded talk. A talk without a recording has no place there. */
export async function* write(talks: Talks, _options: WriteOptions): AsyncIterable<Uint8Array> {
  const { zipped } = await import('./output/zip');
  yield* zipped(files(talks));
}

async function* files(talks: Talks): AsyncIterable<ZipEntry> {
  const [folders, names] = [new Map<string, string>(), new Map<string, FileNames>()];
  const taken = new FileNames();
  for await (const talk of talks) {
    const video = videoOf(talk);
    if (video.videos.length === 0) continue;
    const event = oneLine(talk.event?.name ?? '') || 'Other talks';
    const folder = folders.get(event) ?? taken.of(slug(event));
    if (!folders.has(event)) yield { name: `${folder}/category.json`, text: pretty({ title: event }) };
    folders.set(event, folder);
    const own = names.get(folder) ?? new FileNames();
    names.set(folder, own);
    yield { name: `${folder}/videos/${own.of(slug(talk.title))}.json`, text: pretty(video) };
  }
}

/** A record by the schema of pyvideo/data (.schemas/video.json, 2026-10). */
export function videoOf(talk: Talk) {
  const others = talk.links.filter(({ kind }) => kind !== 'video');
  return {
    title: oneLine(talk.title),
    speakers: [...new Set(talk.speakers.map(({ name }) => oneLine(name)))],
    description: talk.abstract ?? null,
    language: talk.language ?? null,
    recorded: /^\d{4}-\d\d-\d\d/.exec(talk.starts ?? '')?.[0] ?? null,
    tags: [...new Set(talk.tags.map(oneLine))],
    related_urls: others.map(({ url, kind, label }) => ({ label: label ?? kind, url })),
    copyright_text: null,
    thumbnail_url: null,
    videos: [...new Set(talk.links.filter(({ kind }) => kind === 'video').map(({ url }) => safeUrl(url)))]
      .filter((url) => url !== undefined)
      .map((url) => ({ type: siteOfVideo(url), url })),
  };
}

function siteOfVideo(url: string): LinkKind | 'youtube' | 'vimeo' {
  if (/^https:\/\/(?:www\.)?(?:youtube\.com|youtu\.be)\//.test(url)) return 'youtube';
  return /^https:\/\/(?:www\.)?vimeo\.com\//.test(url) ? 'vimeo' : 'video';
}

function slug(text: string): string {
  const words = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  return words.replace(/^-|-$/g, '') || 'talk';
}

function pretty(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

export async function* read(text: AsyncIterable<string>, options: ReadOptions): AsyncIterable<Imported> {
  const { readVideos } = await import('./input/videos');
  yield* readVideos(text, options);
}
