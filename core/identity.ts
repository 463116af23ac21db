import { canonicalKey } from './canonical';
import { fold, foldTitle } from './fold';
import type { Talk, TalkDraft } from './talk';

/** The most pages one record is found under; a talk linked from more is found under the first. */
const MOST_KEYS = 20;

/**
 * The keys a talk is found under: its page (plus its title where several talks share the page), its own page on a list, and the
 * video of a talk that has its page to itself. An item of show notes is what it links to.
 */
export function keysOf(draft: TalkDraft): string[] {
  const page = canonicalKey(draft.source.url);
  // The page's key with the title is always there: a page that has one talk today may list two tomorrow.
  const named = `${page} ${foldTitle(draft.title)}`;
  const own = draft.links
    .filter((link) => link.kind === 'page' || (link.kind === 'video' && !draft.source.shared))
    .map((link) => canonicalKey(link.url));
  const keys = draft.source.shared ? [named, ...own.filter((key) => key !== page)] : [page, named, ...own];
  return [...new Set(keys)].slice(0, MOST_KEYS);
}

/**
 * Whether a draft is the saved talk, given that they share a key. A shared page with title, or the page itself, settles it. A shared
 * video does only with a matching title: the recording of a whole evening is linked from every talk of it.
 */
export function isSameTalk(draft: TalkDraft, talk: Talk): boolean {
  const shared = keysOf(draft).filter((key) => talk.keys.includes(key));
  if (shared.length === 0) return false;
  const pages = [...pageKeys(draft), ...pageKeys(talk)];
  return shared.some((key) => pages.includes(key)) || similarTitles(draft.title, talk.title);
}

function pageKeys({ source, links, title }: TalkDraft): string[] {
  const page = canonicalKey(source.url);
  const named = `${page} ${foldTitle(title)}`;
  const own = links.filter((link) => link.kind === 'page').map((link) => canonicalKey(link.url));
  return source.shared ? [named, ...own] : [page, named, ...own];
}

function similarTitles(one: string, other: string): boolean {
  const [a, b] = [foldTitle(one), foldTitle(other)];
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a));
}

/** Two pages of one talk, to be offered as a merge: the same title after folding, and an overlapping speaker or event. */
export function isMergeProposal(one: TalkDraft, other: TalkDraft): boolean {
  if (foldTitle(one.title) !== foldTitle(other.title) || foldTitle(one.title) === '') return false;
  const names = new Set(one.speakers.map((speaker) => fold(speaker.name)));
  if (other.speakers.some((speaker) => names.has(fold(speaker.name)))) return true;
  return Boolean(one.event && other.event) && fold(one.event?.name ?? '') === fold(other.event?.name ?? '');
}
