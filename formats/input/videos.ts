import type { Imported, ReadOptions } from '../format';
import { admit } from './admit';
import { listMember, textMember, wholeJson } from './whole';

/** Records of pyvideo/data: one object, or an array of them. */
export async function* readVideos(text: AsyncIterable<string>, options: ReadOptions): AsyncIterable<Imported> {
  const read = await wholeJson(text);
  if ('refused' in read) yield read;
  else {
    const videos: unknown[] = Array.isArray(read.value) ? read.value : [read.value];
    for (const video of videos) yield talkOf(video, options);
  }
}

function talkOf(video: unknown, options: ReadOptions): Imported {
  const links = [
    ...listMember(video, 'videos').map((link) => ({ url: textMember(link, 'url'), kind: 'video' as const })),
    ...listMember(video, 'related_urls').map(related),
  ];
  const videos = links.filter(({ kind }) => kind === 'video');
  return admit(
    {
      title: textMember(video, 'title'),
      url: textMember(video, 'source_url') ?? videos[0]?.url,
      speakers: strings(listMember(video, 'speakers')),
      event: { name: textMember(video, 'category') ?? '' },
      starts: textMember(video, 'recorded')?.slice(0, 10),
      abstract: textMember(video, 'description') || textMember(video, 'summary'),
      language: languageOf(textMember(video, 'language')),
      tags: strings(listMember(video, 'tags')),
      links,
    },
    'pyvideo',
    options,
  );
}

/** An address with a label, or, in older records, the address alone. */
function related(link: unknown) {
  const label = textMember(link, 'label');
  const kind = /slide/i.test(label ?? '') ? ('slides' as const) : ('other' as const);
  return { url: typeof link === 'string' ? link : textMember(link, 'url'), kind, label };
}

function strings(values: unknown[]): string[] {
  return values.filter((value) => typeof value === 'string');
}

/** Older records name the three-letter code (eng) or the English name (English). */
function languageOf(name: string | undefined): string | undefined {
  const known: Record<string, string> = {
    eng: 'en',
    english: 'en',
    spa: 'es',
    spanish: 'es',
    deu: 'de',
    ger: 'de',
    german: 'de',
    fra: 'fr',
    fre: 'fr',
    french: 'fr',
    por: 'pt',
    portuguese: 'pt',
    ita: 'it',
    italian: 'it',
    jpn: 'ja',
    japanese: 'ja',
    rus: 'ru',
    russian: 'ru',
  };
  const key = name?.toLowerCase() ?? '';
  return Object.hasOwn(known, key) ? known[key] : name;
}
