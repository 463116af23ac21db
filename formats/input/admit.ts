import { LIMITS, type EventRef, type LinkKind, type Speaker, type Status, type TalkKind, type TalkLink } from '../../core/talk';
import { unionOfTags } from '../../core/tags';
import { safeUrl } from '../../core/url';
import type { Imported, ImportedTalk, ReadOptions } from '../format';
import { instantOf, momentOf } from './dates';
import type { Reason } from './refusal';
import { block, line as oneLine } from './text';

/** A talk as a foreign file tells it: nothing of it checked, cleaned or capped yet. */
export interface Raw {
  title?: string;
  url?: string;
  kind?: TalkKind;
  speakers?: readonly (Speaker | string)[];
  event?: EventRef;
  starts?: string;
  ends?: string;
  zone?: string;
  location?: string;
  abstract?: string;
  language?: string;
  links?: readonly { url?: string; kind: LinkKind; label?: string }[];
  tags?: readonly string[];
  note?: string;
  status?: Status;
  /** ISO 8601, or a count of seconds, milliseconds or microseconds since 1970. */
  savedAt?: string;
  id?: string;
  /** The list the talk stands on, where it has no page of its own. */
  sharedPage?: { url?: string; title?: string };
}

/**
 * One item of a foreign file as the library can hold it, or why not. Texts are cleaned and capped; links that lead anywhere but to the web
 * are left out, but a talk whose own address does is refused. `reader` becomes the source's extractor.
 */
export function admit(raw: Raw, reader: string, options: ReadOptions, line?: number): Imported {
  const place = line === undefined ? {} : { line };
  const title = oneLine(raw.title, LIMITS.title);
  if (!title) return { refused: 'no title', ...place };
  const source = sourceOf(raw, title, reader, options);
  if (typeof source === 'string') return { refused: source, ...place, detail: oneLine(raw.url, 100) || title };
  const talk: ImportedTalk = {
    title,
    kind: raw.kind ?? 'talk',
    speakers: speakersOf(raw.speakers ?? []),
    links: linksOf(raw.links ?? [], source.url),
    source,
  };
  return { talk: { ...talk, ...given({ ...draftPart(raw), ...ownPart(raw) }) }, ...place };
}

function sourceOf(raw: Raw, title: string, extractor: string, { now = new Date(), base }: ReadOptions): ImportedTalk['source'] | Reason {
  const capturedAt = now.toISOString();
  const own = safeUrl(raw.url, base);
  if (raw.url && !own) return 'unsafe address';
  if (own) return { url: own, title, extractor, capturedAt };
  if (raw.sharedPage?.url && !safeUrl(raw.sharedPage.url)) return 'unsafe address';
  const url = safeUrl(raw.sharedPage?.url) ?? safeUrl(base);
  return url ? { url, title: oneLine(raw.sharedPage?.title, LIMITS.title) || title, extractor, capturedAt, shared: true } : 'no address';
}

function draftPart(raw: Raw): Partial<ImportedTalk> {
  return {
    event: eventOf(raw.event),
    starts: momentOf(raw.starts),
    ends: momentOf(raw.ends),
    zone: raw.zone && /^[\w+/-]{1,64}$/.test(raw.zone) ? raw.zone : undefined,
    location: oneLine(raw.location, LIMITS.title) || undefined,
    abstract: block(raw.abstract, LIMITS.abstract) || undefined,
    language: raw.language && /^[A-Za-z]{2,3}(?:-[A-Za-z\d]{1,8}){0,4}$/.test(raw.language) ? raw.language : undefined,
  };
}

/** What a file knows of the owner's part. A field that the file does not have stays away, so that an import cannot empty it. */
function ownPart(raw: Raw): Partial<ImportedTalk> {
  const savedAt = raw.savedAt ? instantOf(raw.savedAt) : undefined;
  return {
    tags: raw.tags && tagsOf(raw.tags),
    note: block(raw.note, LIMITS.note) || undefined,
    status: raw.status,
    savedAt,
    id: raw.id && /^[\w-]{1,64}$/.test(raw.id) ? raw.id : undefined,
  };
}

function given(fields: object): Partial<ImportedTalk> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function tagsOf(tags: readonly string[]): string[] {
  return unionOfTags(
    [],
    tags.slice(0, LIMITS.tags * 2).map((tag) => oneLine(tag, LIMITS.tag)),
  );
}

function speakersOf(speakers: readonly (Speaker | string)[]): Speaker[] {
  return speakers
    .map((speaker) => (typeof speaker === 'string' ? { name: speaker } : speaker))
    .map(({ name, affiliation, url }) => ({ name: oneLine(name, LIMITS.name), ...named(affiliation), ...addressed(url) }))
    .filter(({ name }) => name)
    .slice(0, LIMITS.speakers);
}

function named(affiliation: string | undefined): { affiliation?: string } {
  const text = oneLine(affiliation, LIMITS.name);
  return text ? { affiliation: text } : {};
}

function addressed(address: string | undefined): { url?: string } {
  const url = safeUrl(address);
  return url ? { url } : {};
}

function eventOf(event: EventRef | undefined): EventRef | undefined {
  const name = oneLine(event?.name, LIMITS.title);
  const series = oneLine(event?.series, LIMITS.title);
  return name ? { name, ...addressed(event?.url), ...(series && { series }) } : undefined;
}

function linksOf(links: NonNullable<Raw['links']>, base: string): TalkLink[] {
  const safe = links.flatMap(({ url, kind, label }): TalkLink[] => {
    const address = safeUrl(url, base);
    const text = oneLine(label, LIMITS.label);
    return address ? [{ url: address, kind, ...(text && { label: text }) }] : [];
  });
  return safe.slice(0, LIMITS.links);
}
