import { foldTitle } from '../core/fold';
import type { PageReading } from '../core/reading';
import { LIMITS, type EventRef, type Speaker, type TalkDraft, type TalkLink } from '../core/talk';
import { safeUrl } from '../core/url';
import { plain, prose } from './clean';
import type { Finding, TalkFinding } from './finding';
import type { Page } from './page';

/** What a frame and a talk have in common. */
type Fields = Pick<TalkFinding, 'starts' | 'ends' | 'zone' | 'location' | 'event' | 'language' | 'abstract' | 'links'>;

/** Merges what the readers found, best trusted first and field by field, cleans and caps every field, and stamps the source. */
export function finish(findings: Finding[], page: Page, now: Date): PageReading | null {
  // Structured data never says what a page is.
  const best = findings.find(({ kind }) => kind !== undefined);
  if (!best) return null;
  const title = plain(
    best.title ?? first(findings, 'title') ?? findings.flatMap(({ talks = [] }) => talks)[0]?.title ?? page.title,
    LIMITS.title,
  );
  const source = {
    url: page.url,
    title: plain(page.title, LIMITS.title) || title,
    extractor: best.extractor,
    capturedAt: now.toISOString(),
  };
  const found = talksOf(findings, best).slice(0, LIMITS.talksPerPage);
  const shared = found.length > 1 || best.kind === 'show-notes' || best.kind === 'schedule';
  const talks = found
    .map((talk): TalkDraft => ({
      title: plain(talk.title, LIMITS.title),
      kind: talk.kind ?? 'talk',
      speakers: speakersOf(talk.speakers),
      ...fieldsOf([talk], page),
      source: shared ? { ...source, shared: true } : source,
    }))
    .filter(({ title }) => title !== '');
  return { kind: best.kind ?? 'talk', title, ...fieldsOf(findings, page), talks, source };
}

/** The talks of the finding that says what the page is; where it has but one, the others' of equal title complete it. */
function talksOf(findings: Finding[], best: Finding): TalkFinding[] {
  const own = best.talks?.length ? best.talks : (findings.find(({ kind, talks }) => kind && talks?.length)?.talks ?? []);
  const [one, ...more] = own;
  if (!one || more.length > 0 || best.kind !== 'talk') return own;
  const same = findings.flatMap(({ talks }) => (talks?.length === 1 ? talks : [])).filter(({ title }) => isSame(title, one.title));
  return [
    { ...one, speakers: one.speakers?.length ? one.speakers : same.find(({ speakers }) => speakers?.length)?.speakers, ...merged(same) },
  ];
}

/** Equal, or one with a label or the event's name around the other. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [foldTitle(one), foldTitle(other)];
  return a.includes(b) || b.includes(a);
}

function fieldsOf(sources: Fields[], page: Page): Fields & { links: TalkLink[] } {
  const { location, event, language, abstract, links, ...when } = merged(sources);
  return {
    ...when,
    ...(location && { location: plain(location, LIMITS.title) }),
    ...(event && plain(event.name, LIMITS.title) && { event: eventOf(event, page) }),
    ...(language && { language }),
    ...(abstract && { abstract: prose(abstract, LIMITS.abstract) }),
    links: linksOf(links ?? [], page),
  };
}

/** Field by field the first that is there. Start, end and zone belong together and come from one source. */
function merged(sources: Fields[]): Fields {
  const timed = whenOf(sources);
  return drop({
    starts: timed?.starts,
    ends: timed?.ends,
    zone: timed?.zone,
    location: first(sources, 'location'),
    event: first(sources, 'event'),
    language: first(sources, 'language'),
    abstract: fullest(sources.map(({ abstract }) => abstract ?? '')),
    links: sources.flatMap(({ links }) => links ?? []),
  });
}

/**
 * The first that knows when; a later one that says the same more exactly is better. Where another reads the very same clock without an
 * offset, a Z is false: local time was written as if it were UTC (conference site, 2023).
 */
function whenOf(sources: Fields[]): Fields | undefined {
  const known = sources.filter(({ starts }) => starts !== undefined && /^\d{4}-\d{2}-\d{2}/.test(starts));
  const [trusted] = known;
  const start = trusted?.starts?.slice(0, 16) ?? '-';
  if (trusted?.starts?.endsWith('Z')) return known.find(({ starts }) => starts === start) ?? trusted;
  return known.find(({ starts }) => (starts?.length ?? 0) > 10 && starts?.startsWith(start)) ?? trusted;
}

/** The longest: structured data and metadata are often cut. */
function fullest(texts: readonly string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best), '');
}

function first<T, K extends keyof T>(sources: readonly T[], field: K): T[K] | undefined {
  return sources.find((source) => source[field] !== undefined && source[field] !== '')?.[field];
}

function drop<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined && value !== '')) as T;
}

function speakersOf(speakers: Speaker[] = []): Speaker[] {
  const seen = new Set<string>();
  return speakers
    .slice(0, LIMITS.speakers)
    .map(({ name, affiliation, url }) =>
      drop({
        name: plain(name, LIMITS.name),
        affiliation: affiliation && plain(affiliation, LIMITS.name),
        url: safeUrl(url),
      }),
    )
    .filter(({ name }) => name !== '' && !seen.has(name) && seen.add(name));
}

function eventOf({ name, url, series }: EventRef, page: Page): EventRef {
  return drop({ name: plain(name, LIMITS.title), url: safeUrl(url, page.url), series: series && plain(series, LIMITS.title) });
}

/** Safe links, each address once. */
function linksOf(links: TalkLink[], page: Page): TalkLink[] {
  const kept = new Map<string, TalkLink>();
  for (const { url: href, kind, label } of links) {
    if (kept.size >= LIMITS.links) break;
    const url = safeUrl(href, page.url);
    if (url && !kept.has(url)) kept.set(url, { url, kind, ...(label && { label: plain(label, LIMITS.label) }) });
  }
  return [...kept.values()];
}
