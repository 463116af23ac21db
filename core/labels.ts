import { fold } from './fold';
import { type Talk, TALK_KINDS, LINK_KINDS, STATUSES } from './talk';
import { siteOf } from './url';

/** What a talk can be filtered and counted by, beside its words. */
export const LABEL_KINDS = ['tag', 'speaker', 'event', 'year', 'status', 'language', 'link', 'kind', 'site', 'title'] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

/** One value of a talk: as it is compared, and as it is shown. */
export interface Label {
  kind: LabelKind;
  key: string;
  shown: string;
}

/** The values of kinds that have a fixed list, as they are written in a query. */
export const FIXED_KEYS: Partial<Record<LabelKind, readonly string[]>> = {
  status: STATUSES.map(wordLike),
  kind: TALK_KINDS,
  link: [...LINK_KINDS, 'note'],
};

const LONGEST_KEY = 120;
const LONGEST_TITLE_KEY = 48;

/** Everything a talk can be filtered and counted by, without doubles. The links have `note` among them where there is one. */
export function labelsOf(talk: Talk): Label[] {
  const labels = [
    ...talk.tags.map((tag) => label('tag', tag)),
    ...talk.speakers.map(({ name }) => label('speaker', name)),
    ...(talk.event ? [label('event', talk.event.name)] : []),
    ...yearOf(talk.starts).map((year) => label('year', year)),
    label('status', talk.status, wordLike(talk.status)),
    ...languagesOf(talk.language).map((language) => label('language', language)),
    ...[...talk.links.map((link) => link.kind), ...(talk.note.trim() ? ['note'] : [])].map((kind) => label('link', kind)),
    label('kind', talk.kind),
    ...[talk.source, ...talk.links].flatMap(({ url }) => sitesOf(url)).map((site) => label('site', site)),
    label('title', '', titleKey(talk.title)),
  ].filter(({ kind, key }) => key !== '' || kind === 'title');
  return [...new Map(labels.map((each) => [`${each.kind} ${each.key}`, each])).values()];
}

/** A value in the form in which it is compared. */
export function labelKey(text: string): string {
  return cut(fold(clean(text)), LONGEST_KEY);
}

/** What titles are sorted by. */
export function titleKey(title: string): string {
  return cut(fold(clean(title)), LONGEST_TITLE_KEY);
}

/** A value with a fixed list without its blanks and hyphens: `to watch`, `to-watch` and `towatch` are one. */
export function wordLike(text: string): string {
  return fold(text).replace(/[\s_-]+/g, '');
}

function label(kind: LabelKind, shown: string, key = labelKey(shown)): Label {
  return { kind, key, shown: cut(clean(shown), LONGEST_KEY) };
}

function yearOf(starts: string | undefined): string[] {
  const year = /^\d{4}/.exec(starts ?? '')?.[0];
  return year ? [year] : [];
}

/** `pt-br` is Portuguese too. */
function languagesOf(language: string | undefined): string[] {
  const whole = labelKey(language ?? '').replaceAll('_', '-');
  const primary = whole.split('-')[0] ?? '';
  return whole === '' ? [] : [primary, whole];
}

/** The host, and what it is a part of: gist.github.com is on github.com too. */
function sitesOf(url: string): string[] {
  const names = siteOf(url).split('.');
  if (names.length < 2) return names[0] ? [names.join('.')] : [];
  return names.slice(0, -1).flatMap((_, i) => (i < 4 ? [names.slice(i).join('.')] : []));
}

/** Without control characters and halves of characters, which no file can hold or which part values in it. */
function clean(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : text.replace(/[\p{Cc}\p{Cs}]/gu, ' ');
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/\p{Cs}$/u, '');
}
