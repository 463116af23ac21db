import { load, YAMLException } from 'js-yaml';
import type { Imported, ReadOptions } from '../format';
import { admit, type Raw } from './admit';
import { kindOf } from './program';
import { line } from './text';
import { listMember, textMember, whole } from './whole';

/** Aliases are shared, not copied, and lists within a talk are read one level deep: a file cannot multiply itself. */
const MOST_TALKS = 20_000;

/** Talks of a `videos.yml` of RubyEvents, seen 2026-10. */
export async function* readRubyEvents(text: AsyncIterable<string>, options: ReadOptions): AsyncIterable<Imported> {
  const file = await whole(text);
  if ('refused' in file) {
    yield file;
    return;
  }
  const videos = parsed(file.text);
  if (!Array.isArray(videos)) {
    yield videos;
    return;
  }
  const lines = linesOfItems(file.text);
  for (const [index, video] of videos.slice(0, MOST_TALKS).entries()) {
    // A recording of several talks lists them under it.
    const talks = listMember(video, 'talks').slice(0, 100);
    for (const talk of talks.length > 0 ? talks : [video]) yield admit(rawOf(talk, video), 'rubyevents', options, lines[index]);
  }
}

function parsed(text: string): unknown[] | Extract<Imported, { refused: string }> {
  try {
    const value: unknown = load(text);
    return Array.isArray(value) ? (value as unknown[]) : { refused: 'unknown', line: 1, detail: 'not a list', fatal: true };
  } catch (error) {
    const line = error instanceof YAMLException ? (error.mark?.line ?? 0) + 1 : 1;
    return { refused: 'malformed', line, detail: error instanceof YAMLException ? error.reason : undefined, fatal: true };
  }
}

/** The lines on which the items of a list at the first level start. */
function linesOfItems(text: string): number[] {
  return text.split('\n').flatMap((line, index) => (line.startsWith('- ') ? [index + 1] : []));
}

/** A talk on a shared recording takes from the recording what it does not say itself. */
function rawOf(talk: unknown, video: unknown): Raw {
  const get = (name: string): string | undefined => textMember(talk, name) ?? textMember(video, name);
  const recording = recordingOf(talk) ?? recordingOf(video);
  const slides = textMember(talk, 'slides_url');
  return {
    title: textMember(talk, 'title') ?? textMember(talk, 'raw_title'),
    kind: kindOf(textMember(talk, 'kind')),
    ...(talk === video ? { url: recording } : { sharedPage: { url: recording, title: textMember(video, 'title') } }),
    speakers: listMember(talk, 'speakers').flatMap((name) => (typeof name === 'string' ? [name] : [textMember(name, 'name') ?? ''])),
    event: { name: get('event_name') ?? '' },
    starts: dateOf(talk) ?? dateOf(video),
    abstract: textMember(talk, 'description'),
    language: get('language')?.slice(0, 2),
    links: [
      { url: recording, kind: 'video' },
      { url: slides, kind: 'slides' },
    ],
  };
}

function recordingOf(talk: unknown): string | undefined {
  const [id, provider] = [line(textMember(talk, 'video_id'), 200), textMember(talk, 'video_provider')];
  if (id && provider === 'youtube') return `https://www.youtube.com/watch?v=${encodeURIComponent(id)}`;
  if (id && provider === 'vimeo') return `https://vimeo.com/${encodeURIComponent(id)}`;
  return id && /^https?:/.test(id) ? id : undefined;
}

/** YAML makes a date of an unquoted day. */
function dateOf(talk: unknown): string | undefined {
  const date = typeof talk === 'object' && talk && Object.hasOwn(talk, 'date') ? (talk as { date: unknown }).date : undefined;
  return date instanceof Date && !Number.isNaN(date.getTime()) ? date.toISOString().slice(0, 10) : textMember(talk, 'date');
}
