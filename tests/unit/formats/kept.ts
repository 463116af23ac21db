/** What is left of a talk after it went through a foreign format: everything but what is replaced or taken out here. */
import { unionOfTags } from '../../../core/tags';
import type { Talk } from '../../../core/talk';
import type { ImportedTalk } from '../../../formats/format';
import { block, line } from '../../../formats/input/text';
import { momentOf } from '../../../formats/input/dates';
import { LIMITS } from '../../../core/talk';

/** An imported talk without what every foreign format makes anew: how and when it was read. */
export function plainTalk({ source, ...talk }: ImportedTalk): object {
  return defined({ ...talk, tags: talk.tags?.length ? talk.tags : undefined, source: { url: source.url, shared: source.shared } });
}

/** The same of the talk that was written, with its texts cleaned as all foreign text is, and some fields otherwise or gone (undefined). */
export function kept(talk: Talk, otherwise: Partial<Record<keyof Talk, unknown>>): object {
  const { keys: _keys, stamp: _stamp, stamps: _stamps, corrected: _corrected, ...plain } = talk;
  const all = { ...plain, source: { url: talk.source.url, shared: talk.source.shared }, ...otherwise } as Talk;
  return defined({
    ...all,
    title: clean(all.title, LIMITS.title),
    speakers: all.speakers.map(named).filter(({ name }) => name),
    event:
      all.event && clean(all.event.name)
        ? defined({ ...all.event, name: clean(all.event.name), series: clean(all.event.series) })
        : undefined,
    starts: momentOf(all.starts),
    ends: momentOf(all.ends),
    location: clean(all.location),
    abstract: block(all.abstract, LIMITS.abstract) || undefined,
    links: all.links.map((link) => defined({ ...link, label: clean(link.label) })),
    tags: tagsOf(all.tags),
    note: block(all.note, LIMITS.note) || undefined,
  });
}

function named(speaker: Talk['speakers'][number]) {
  return defined({ ...speaker, name: clean(speaker.name) ?? '', affiliation: clean(speaker.affiliation) });
}

function tagsOf(tags: string[] | undefined): string[] | undefined {
  const cleaned = unionOfTags(
    [],
    (tags ?? []).map((tag) => line(tag, LIMITS.tag)),
  );
  return cleaned.length > 0 ? cleaned : undefined;
}

export function clean(text: string | undefined, most = LIMITS.title): string | undefined {
  return line(text, most) || undefined;
}

function defined<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
